using Microsoft.CodeAnalysis.CSharp;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Lint;

/// <summary>Cells in another language than C#: what they may load, and that every host can show what they show.</summary>
internal static class LanguageRules
{
    /// <summary>How an F# cell loads the library.</summary>
    public const string FSharpSetUp = "#load \"../lib/RegCls.Interactive/bundle/setup.fsx\"";

    /// <summary>Checks a cell that is not C#.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="report">Gets what is wrong.</param>
    public static void Check(NotebookCell cell, LintReport report)
    {
        var isFSharp = CellLanguage.Of(cell) == CellLanguage.FSharp;
        foreach (var (index, line) in cell.Source.Split('\n').Index().Skip(1))
        {
            if (isFSharp ? line.StartsWith('#') && line.Trim() != FSharpSetUp : line.TrimStart().StartsWith("#!", StringComparison.Ordinal))
            {
                report(index + 1, $"the directive `{line.Trim()}` is not resolved alike by the hosts", isFSharp ? $"load the library by `{FSharpSetUp}` and nothing else" : "remove it");
            }
            else if (line.Contains("src=\"http", StringComparison.OrdinalIgnoreCase) || line.Contains("url(http", StringComparison.OrdinalIgnoreCase))
            {
                report(index + 1, "the cell takes something from the network, and pages work without", "put the drawing itself into the cell");
            }
        }

        if (!isFSharp)
        {
            return;
        }

        if (CellLanguage.Twin(cell) is not { } twin)
        {
            report(0, "the F# cell has no C# twin, so hosts with C# only cannot show what it shows", "put the same computation in C# into the cell's metadata, as a list of lines under regcls.csharp");
            return;
        }

        var root = (Microsoft.CodeAnalysis.CSharp.Syntax.CompilationUnitSyntax)CSharpSyntaxTree.ParseText(twin, PortableSubset.ParseOptions).GetRoot();
        ReferenceRules.Check(root, isFirst: false, report);
        StatementRules.Check(root, report);
        NameRules.Check(root, report);
    }
}
