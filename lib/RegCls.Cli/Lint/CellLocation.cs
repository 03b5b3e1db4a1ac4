namespace RegCls.Cli.Lint;

/// <summary>Names a place in a notebook the same way everywhere.</summary>
internal static class CellLocation
{
    /// <summary>The place as text.</summary>
    /// <param name="file">The notebook's file name.</param>
    /// <param name="cell">The cell's 1-based number among the code cells; 0 for none.</param>
    /// <param name="cellId">The cell's id.</param>
    /// <param name="line">The 1-based line; 0 if unknown.</param>
    /// <returns>For example "02-study.ipynb, code cell 3 (id train), line 4".</returns>
    public static string Describe(string file, int cell, string cellId, int line)
    {
        var place = cell == 0 ? file : $"{file}, code cell {cell} (id {cellId})";
        return line == 0 ? place : $"{place}, line {line}";
    }
}
