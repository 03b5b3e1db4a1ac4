using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Lint;
using RegCls.Interactive.Settings;

namespace RegCls.Cli.Notebooks;

/// <summary>The parameters that a notebook declares in its cell <c>parameters</c>, read without running it.</summary>
internal static class NotebookParameters
{
    /// <summary>The id of the cell.</summary>
    public const string CellId = "parameters";

    private static readonly string[] Order = ["name", "standard", "least", "most", "smoke"];

    /// <summary>Finds the calls of <c>Parameters.Integer</c> and <c>Parameters.Number</c>.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="profile">The profile's name; a parameter may have another standard in smoke.</param>
    /// <returns>The parameters in order; none if there is no such cell.</returns>
    /// <exception cref="UserErrorException">A declaration is not made of literals.</exception>
    public static IReadOnlyList<Parameter> Of(NotebookDocument notebook, string profile) =>
        notebook.CodeCells.FirstOrDefault(cell => cell.Id == CellId) is not { } cell
            ? []
            : [.. CSharpSyntaxTree.ParseText(cell.Source, PortableSubset.ParseOptions).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Where(call => call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Parameters" }, Name.Identifier.Text: "Integer" or "Number" })
                .Select(call => Read(call, notebook, profile))];

    /// <summary>What the environment changes for a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="profile">The profile's name.</param>
    /// <returns>For example "C = 32 instead of 16, epochs = 40 instead of 80"; empty for a standard run.</returns>
    public static string Changes(NotebookDocument notebook, string profile) => string.Join(", ", Of(notebook, profile)
        .Select(parameter => Environment.GetEnvironmentVariable(parameter.Variable) is { Length: > 0 } text && parameter.Refusal(text, out var value) is null ? parameter.Change(value) : null)
        .OfType<string>());

    private static Parameter Read(InvocationExpressionSyntax call, NotebookDocument notebook, string profile)
    {
        var arguments = call.ArgumentList.Arguments.Index().ToDictionary(
            argument => argument.Item.NameColon?.Name.Identifier.Text ?? Order[Math.Min(argument.Index, Order.Length - 1)],
            argument => Literal(argument.Item.Expression));
        double? Number(string argument) => arguments.GetValueOrDefault(argument) is { } value and not string ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
        var isInteger = call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Integer" };
        return arguments.GetValueOrDefault("name") is string name && Number("standard") is { } standard && Number("least") is { } least && Number("most") is { } most
            ? new Parameter(name, isInteger, profile == "smoke" ? Number("smoke") ?? standard : standard, least, most)
            : throw new UserErrorException($"{notebook.FileName}, cell {CellId}, line {PortableSubset.LineOf(call)}: `{call}` is not made of literals; write name, standard, least and most as plain text and numbers, so that they are known before the notebook runs.");
    }

    private static object? Literal(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value,
        PrefixUnaryExpressionSyntax { OperatorToken.Text: "-", Operand: LiteralExpressionSyntax { Token.Value: { } value and not string } } => -Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
