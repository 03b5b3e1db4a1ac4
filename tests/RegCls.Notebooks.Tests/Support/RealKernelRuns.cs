using RegCls.Cli.Notebooks;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>
/// Every notebook in the real kernel, smoke profile, from no records; two at a time, each started once. The F# kernel is in no package, only in the tool: here the twins of F# cells run, and the cells
/// themselves in <see cref="JupyterTests"/>.
/// </summary>
public sealed class RealKernelRuns
{
    private readonly Dictionary<string, Task<KernelRun>> runs;

    public RealKernelRuns()
    {
        var free = new SemaphoreSlim(2);
        runs = Walkthrough.ToDictionary(path => path, path => RunAsync(path, free));
    }

    /// <summary>The notebooks of the walkthrough.</summary>
    public static IEnumerable<string> Walkthrough => SitePages.Notebooks().Where(path => path.StartsWith("notebooks/", StringComparison.Ordinal));

    /// <summary>The run of a notebook.</summary>
    /// <param name="path">Its path in the repository.</param>
    internal Task<KernelRun> Of(string path) => runs[path];

    private static async Task<KernelRun> RunAsync(string path, SemaphoreSlim free)
    {
        await free.WaitAsync();
        try
        {
            var notebook = NotebookReader.Read(Path.Combine(CommandResult.RepositoryRoot, path));
            return await RealKernel.RunAsync(notebook.Folder, string.Empty, notebook.CodeCells.Select(cell =>
                new KernelCell(CellLanguage.Of(cell) == CellLanguage.FSharp ? CellLanguage.InCSharp(cell) : cell.Source)));
        }
        finally
        {
            free.Release();
        }
    }
}
