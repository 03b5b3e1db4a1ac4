using System.Text.Json.Nodes;

namespace RegCls.Cli.Notebooks;

/// <summary>A notebook: its cells in order and its metadata.</summary>
/// <param name="Path">The absolute path of the file it was read from.</param>
/// <param name="Metadata">The notebook's metadata as they stand in the file.</param>
/// <param name="Cells">The cells in reading order.</param>
internal sealed record NotebookDocument(string Path, JsonObject Metadata, IReadOnlyList<NotebookCell> Cells)
{
    /// <summary>The file's name with its extension.</summary>
    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>The file's name without its extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The folder the notebook runs in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The code cells in order; a cell's number in a message is its 1-based place among these.</summary>
    public IEnumerable<NotebookCell> CodeCells => Cells.Where(cell => cell.Kind == CellKind.Code);
}
