using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Lint;

/// <summary>
/// The part of C# notebooks that .NET Interactive, ClrKernel, Verso and this program run alike.
/// Checked from the text alone, before anything runs.
/// </summary>
internal static class PortableSubset
{
    /// <summary>How a cell is read: as a script, in the newest C#.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Finds every breach in a notebook.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>The breaches in reading order; empty if the notebook is portable.</returns>
    public static IReadOnlyList<LintIssue> Check(NotebookDocument notebook)
    {
        var issues = new List<LintIssue>();
        MetadataRules.CheckNotebook(notebook, issues);
        var number = 0;
        foreach (var cell in notebook.CodeCells)
        {
            number++;
            void Report(int line, string what, string remedy) => issues.Add(new LintIssue(notebook.FileName, number, cell.Id, line, what, remedy));
            if (!MetadataRules.AgreeWith(cell, Report))
            {
                continue;
            }

            if (CellLanguage.Of(cell) != CellLanguage.CSharp)
            {
                LanguageRules.Check(cell, Report);
                continue;
            }

            if (MagicRules.Check(cell.Source, Report))
            {
                // What follows would only misread another language as broken C#.
                continue;
            }

            var root = (Microsoft.CodeAnalysis.CSharp.Syntax.CompilationUnitSyntax)CSharpSyntaxTree.ParseText(cell.Source, ParseOptions).GetRoot();
            ReferenceRules.Check(root, number == 1, Report);
            StatementRules.Check(root, Report);
            NameRules.Check(root, Report);
        }

        return issues;
    }

    /// <summary>The 1-based line of a node.</summary>
    /// <param name="node">A node of a cell's syntax tree.</param>
    /// <returns>Its line in the cell.</returns>
    internal static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
