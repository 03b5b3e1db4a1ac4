namespace RegCls.Notebooks.Tests.Support;

/// <summary>What the browser says about one drawn chart.</summary>
/// <param name="Traces">How many traces it has.</param>
/// <param name="Points">How many points or cells the traces hold together.</param>
/// <param name="HasAxes">True if it has axes at all; a table has none.</param>
/// <param name="XTitles">The titles of its x axes that are not empty.</param>
/// <param name="YTitles">The titles of its y axes that are not empty.</param>
/// <param name="IsDrawn">True if it takes room on the page.</param>
public sealed record ChartFacts(int Traces, int Points, bool HasAxes, string[] XTitles, string[] YTitles, bool IsDrawn);
