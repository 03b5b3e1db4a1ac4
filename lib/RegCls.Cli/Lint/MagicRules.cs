using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RegCls.Cli.Lint;

/// <summary>Commands to one host rather than C#.</summary>
internal static partial class MagicRules
{
    /// <summary>Looks for magic commands.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="report">Gets what is wrong.</param>
    /// <returns>True if there is one, so that the cell is not plain C#.</returns>
    public static bool Check(string source, LintReport report)
    {
        var found = false;
        var tree = CSharpSyntaxTree.ParseText(source, PortableSubset.ParseOptions);

        // Through the syntax tree, so that a "#!" inside a string or a comment is nothing.
        foreach (var trivia in tree.GetRoot().DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.ShebangDirectiveTrivia) || trivia.IsKind(SyntaxKind.BadDirectiveTrivia)))
        {
            var text = trivia.ToString().Trim();
            if (text.StartsWith("#!", StringComparison.Ordinal) || text.StartsWith("#i", StringComparison.Ordinal))
            {
                Report(trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1, text);
            }
        }

        var first = source.Split('\n').Index().FirstOrDefault(line => !string.IsNullOrWhiteSpace(line.Item));
        if (first.Item is not null && JupyterMagic().IsMatch(first.Item))
        {
            Report(first.Index + 1, first.Item.Trim());
        }

        return found;

        void Report(int line, string text)
        {
            found = true;
            report(line, $"the magic command `{text}` is known to one host only", "remove it, a cell holds C# and nothing else");
        }
    }

    [GeneratedRegex(@"^\s*(%%?\w|![a-zA-Z]+\s+\S)")]
    private static partial Regex JupyterMagic();
}
