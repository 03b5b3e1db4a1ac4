namespace RegCls.Cli.Lint;

/// <summary>One breach of the portable subset.</summary>
/// <param name="File">The notebook's file name.</param>
/// <param name="Cell">The cell's 1-based number among the code cells; 0 for the notebook as a whole.</param>
/// <param name="CellId">The cell's id; empty for the notebook as a whole.</param>
/// <param name="Line">The 1-based line in the cell; 0 for the cell as a whole.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record LintIssue(string File, int Cell, string CellId, int Line, string What, string Remedy)
{
    /// <summary>The sentence for the user.</summary>
    /// <returns>Where, what is wrong, and what to do.</returns>
    public override string ToString() => $"{CellLocation.Describe(File, Cell, CellId, Line)}: {What}; {Remedy}.";
}
