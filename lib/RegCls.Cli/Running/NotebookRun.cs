using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Running;

/// <summary>An executed notebook.</summary>
/// <param name="Notebook">The notebook with its outputs.</param>
/// <param name="Failure">Its first failure, or null if every cell ran.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record NotebookRun(NotebookDocument Notebook, CellFailure? Failure, TimeSpan Elapsed)
{
    /// <summary>The parameters that were not standard, as in "C = 32 instead of 16"; empty for a standard run.</summary>
    public string Changes { get; init; } = string.Empty;
}
