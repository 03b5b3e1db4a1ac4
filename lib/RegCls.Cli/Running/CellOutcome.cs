using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Running;

/// <summary>How a cell ended.</summary>
/// <param name="Value">The last expression's value; null if there is none or the cell failed.</param>
/// <param name="Error">Why it failed, or null.</param>
/// <param name="Line">The 1-based line of the error in the cell; 0 if unknown.</param>
internal sealed record CellOutcome(object? Value, ErrorOutput? Error, int Line);
