namespace RegCls.Cli.Lint;

/// <summary>Takes one breach in the cell at hand.</summary>
/// <param name="line">The 1-based line; 0 for the cell as a whole.</param>
/// <param name="what">What is wrong.</param>
/// <param name="remedy">What to do.</param>
internal delegate void LintReport(int line, string what, string remedy);
