using System.Text.Json.Nodes;

namespace RegCls.Cli.Notebooks;

/// <summary>One cell.</summary>
/// <param name="Id">The cell's id: 1 to 64 letters, digits, '-' and '_', unique in the notebook.</param>
/// <param name="Kind">Prose or code.</param>
/// <param name="Source">The text, lines separated by '\n'.</param>
/// <param name="Metadata">The cell's metadata as they stand in the file.</param>
/// <param name="Outputs">What running it gave; empty in a notebook just read.</param>
/// <param name="ExecutionCount">The number of its execution, or null if it was not run.</param>
internal sealed record NotebookCell(
    string Id,
    CellKind Kind,
    string Source,
    JsonObject Metadata,
    IReadOnlyList<CellOutput> Outputs,
    int? ExecutionCount = null);
