namespace RegCls.Data.Sets;

/// <summary>Properties of <see cref="ProblemKind"/>.</summary>
public static class ProblemKindExtensions
{
    /// <summary>In words, as in a report.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="ProblemKind"/>.</exception>
    public static string DisplayName(this ProblemKind kind) => kind switch
    {
        ProblemKind.MissingFile => "missing file",
        ProblemKind.UnparsableName => "name that does not parse",
        ProblemKind.IncompleteName => "incomplete name (used)",
        ProblemKind.ImpossibleLabel => "impossible label",
        ProblemKind.UnreadableRow => "unreadable row",
        ProblemKind.Truncated => "truncated file",
        ProblemKind.Undecodable => "undecodable file",
        ProblemKind.Duplicate => "duplicate",
        ProblemKind.OtherFile => "file of another kind",
        ProblemKind.TornArchive => "torn archive",
        ProblemKind.SizeMismatch => "depth of another size",
        ProblemKind.NoDepth => "no known depth",
        ProblemKind.Shape => "picture of an unusable shape",
        ProblemKind.Respelled => "path spelled in another way (used)",
        ProblemKind.Transparent => "partly transparent (used)",
        ProblemKind.EmptyLine => "empty line",
        ProblemKind.NotTaken => "not asked for",
        ProblemKind.NoSkeleton => "person not seen whole",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a kind of problem."),
    };

    /// <summary>What becomes of what it was met in.</summary>
    public static ProblemEffect Effect(this ProblemKind kind) => kind switch
    {
        ProblemKind.IncompleteName or ProblemKind.Respelled or ProblemKind.Transparent => ProblemEffect.Used,
        ProblemKind.OtherFile or ProblemKind.EmptyLine or ProblemKind.NotTaken => ProblemEffect.NoSample,
        _ => ProblemEffect.LeftOut,
    };
}
