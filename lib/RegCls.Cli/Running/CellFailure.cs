using RegCls.Cli.Lint;

namespace RegCls.Cli.Running;

/// <summary>Why a notebook stopped.</summary>
/// <param name="File">The notebook's file name.</param>
/// <param name="Cell">The cell's 1-based number among the code cells.</param>
/// <param name="CellId">The cell's id.</param>
/// <param name="Line">The 1-based line; 0 if unknown.</param>
/// <param name="Message">What happened, on one line.</param>
internal sealed record CellFailure(string File, int Cell, string CellId, int Line, string Message)
{
    /// <summary>The sentence for the user.</summary>
    /// <returns>Where and what.</returns>
    public override string ToString() => $"{CellLocation.Describe(File, Cell, CellId, Line)}: {Message}";
}
