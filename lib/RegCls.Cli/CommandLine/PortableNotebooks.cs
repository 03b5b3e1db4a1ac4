using System.Diagnostics.CodeAnalysis;
using RegCls.Cli.Lint;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.CommandLine;

/// <summary>The notebooks a command is to work on, read and held to the portable subset before anything is done with them.</summary>
internal static class PortableNotebooks
{
    /// <summary>Reads the notebooks, or writes down what keeps them from being portable.</summary>
    /// <param name="arguments">Paths, file names or numbers.</param>
    /// <param name="layout">The repository.</param>
    /// <param name="currentFolder">The folder relative paths start from.</param>
    /// <param name="terminal">Where breaches are written.</param>
    /// <param name="notebooks">The notebooks, if all are portable.</param>
    /// <returns>True if all are portable.</returns>
    public static bool TryRead(string[] arguments, RepositoryLayout layout, string currentFolder, Terminal terminal, [NotNullWhen(true)] out NotebookDocument[]? notebooks)
    {
        notebooks = [.. new NotebookCatalog(layout.Notebooks, currentFolder).Resolve(arguments).Select(NotebookReader.Read)];
        LintIssue[] issues = [.. notebooks.SelectMany(PortableSubset.Check)];
        if (issues.Length == 0)
        {
            return true;
        }

        Array.ForEach(issues, issue => terminal.WriteError(issue.ToString()));
        notebooks = null;
        return false;
    }
}
