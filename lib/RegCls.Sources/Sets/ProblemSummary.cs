namespace RegCls.Data.Sets;

/// <summary>How often one kind of problem was met, with the first few examples.</summary>
/// <param name="Kind">What was met.</param>
/// <param name="Count">How often.</param>
/// <param name="Examples">At most <see cref="ProblemLog.MostExamples"/>, each naming file or line and what is wrong.</param>
public sealed record ProblemSummary(ProblemKind Kind, int Count, IReadOnlyList<string> Examples)
{
    /// <summary>One line: kind, count and examples.</summary>
    public override string ToString() => $"{Kind.DisplayName()}: {Count}, such as {string.Join("; ", Examples)}";
}
