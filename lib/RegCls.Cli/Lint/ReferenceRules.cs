using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RegCls.Cli.Lint;

/// <summary>One `#r`, in the first code cell, with the set-up call and nothing else.</summary>
internal static class ReferenceRules
{
    private const string SetUpCall = "RegCls.Interactive.Notebook.Setup()";

    /// <summary>Checks the references of a cell.</summary>
    /// <param name="root">The cell.</param>
    /// <param name="isFirst">True for the notebook's first code cell.</param>
    /// <param name="report">Gets what is wrong.</param>
    public static void Check(CompilationUnitSyntax root, bool isFirst, LintReport report)
    {
        DirectiveTriviaSyntax[] directives = [.. root.DescendantTrivia().Where(trivia => trivia.IsDirective).Select(trivia => trivia.GetStructure()).OfType<DirectiveTriviaSyntax>()];
        foreach (var load in directives.OfType<LoadDirectiveTriviaSyntax>())
        {
            report(PortableSubset.LineOf(load), "`#load` is not resolved alike by the hosts", "put the code into the library or into the cell");
        }

        ReferenceDirectiveTriviaSyntax[] references = [.. directives.OfType<ReferenceDirectiveTriviaSyntax>()];
        foreach (var reference in references)
        {
            CheckPath(reference, report);
        }

        if (!isFirst && references.Length > 0)
        {
            report(PortableSubset.LineOf(references[0]), "`#r` stands outside the first code cell", "keep one `#r` of the bundle, in the first code cell");
        }
        else if (references.Length > 1)
        {
            report(PortableSubset.LineOf(references[1]), "there is a second `#r`", "keep one `#r`, of the bundle; it brings every dependency");
        }
        else if (isFirst && references.Length == 1)
        {
            CheckFirstCell(root, report);
        }
    }

    private static void CheckPath(ReferenceDirectiveTriviaSyntax reference, LintReport report)
    {
        var path = reference.File.ValueText;
        var line = PortableSubset.LineOf(reference);
        if (path.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
        {
            report(line, "`#r \"nuget:…\"` restores packages, which fails on many machines", "reference the bundle by its path instead");
        }
        else if (Path.IsPathRooted(path) || path.Contains('\\', StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':'))
        {
            report(line, $"the path \"{path}\" holds on one machine only", "write it relative to the notebook, with forward slashes");
        }
        else if (!path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            report(line, $"`#r` names \"{path}\", which is no .dll file", "reference the bundle's RegCls.Interactive.dll");
        }
    }

    private static void CheckFirstCell(CompilationUnitSyntax root, LintReport report)
    {
        var isSetUp = root is { Usings.Count: 0, Members: [GlobalStatementSyntax { Statement: ExpressionStatementSyntax statement }] }
            && statement.Expression.WithoutTriviaText() == SetUpCall;
        if (!isSetUp)
        {
            report(0, "the cell with the `#r` holds more or less than the set-up call, and one host compiles a cell before it runs it", $"leave the `#r` and `{SetUpCall};` in it and move everything else to the next cell");
        }
    }

    private static string WithoutTriviaText(this ExpressionSyntax expression) => string.Concat(expression.DescendantTokens().Select(token => token.Text));
}
