using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RegCls.Cli.Lint;

/// <summary>Names that only one host brings along.</summary>
internal static class NameRules
{
    private const string Remedy = "show the value through RegCls.Interactive's Notebook.Show or Notebook.Push";
    private static readonly HashSet<string> HostFunctions = ["HTML", "display", "DisplayAs", "Javascript", "CSS", "SVG"];
    private static readonly HashSet<string> HostMethods = ["Display", "DisplayAs", "DisplayTable"];

    /// <summary>Checks the names a cell uses.</summary>
    /// <param name="root">The cell.</param>
    /// <param name="report">Gets what is wrong.</param>
    public static void Check(CompilationUnitSyntax root, LintReport report)
    {
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            switch (call.Expression)
            {
                case SimpleNameSyntax name when HostFunctions.Contains(name.Identifier.Text):
                    report(PortableSubset.LineOf(call), $"`{name.Identifier.Text}(…)` is a function of one host", Remedy);
                    break;
                case MemberAccessExpressionSyntax member when HostMethods.Contains(member.Name.Identifier.Text):
                    report(PortableSubset.LineOf(call), $"`.{member.Name.Identifier.Text}(…)` is a method of one host", Remedy);
                    break;
                default:
                    break;
            }
        }

        foreach (var member in root.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            var text = string.Concat(member.DescendantTokens().Select(token => token.Text));
            if (text is "Console.Error" or "System.Console.Error")
            {
                report(PortableSubset.LineOf(member), "`Console.Error` does not reach the notebook in every host", "write to Console.Out");
            }
        }

        foreach (var name in root.DescendantNodes().Where(node => node is QualifiedNameSyntax or MemberAccessExpressionSyntax))
        {
            if (string.Concat(name.DescendantTokens().Select(token => token.Text)) == "Microsoft.DotNet.Interactive")
            {
                report(PortableSubset.LineOf(name), "`Microsoft.DotNet.Interactive` exists in one host only", Remedy);
            }
        }
    }
}
