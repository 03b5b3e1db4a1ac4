namespace RegCls.Data.Sets;

/// <summary>What a reader of a data set met and went on after.</summary>
public enum ProblemKind
{
    /// <summary>A table names a file that is not there.</summary>
    MissingFile,

    /// <summary>A file name does not say what it has to, such as the age.</summary>
    UnparsableName,

    /// <summary>A file name lacks or misspells a field that is not needed; the sample is <b>used</b>.</summary>
    IncompleteName,

    /// <summary>The label is outside the range that is possible.</summary>
    ImpossibleLabel,

    /// <summary>A row of a table cannot be read.</summary>
    UnreadableRow,

    /// <summary>The file ends before its content does.</summary>
    Truncated,

    /// <summary>The file is not of the expected format.</summary>
    Undecodable,

    /// <summary>The same sample a second time; the first one counts.</summary>
    Duplicate,

    /// <summary>A file that belongs to something else.</summary>
    OtherFile,

    /// <summary>The archive ends or breaks before its end; what came before is used.</summary>
    TornArchive,

    /// <summary>Depth and picture of a frame differ in size.</summary>
    SizeMismatch,

    /// <summary>A frame without one known depth.</summary>
    NoDepth,

    /// <summary>A sequence with frames in which the person was not seen whole.</summary>
    NoSkeleton,
}

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
        ProblemKind.NoSkeleton => "person not seen whole",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a kind of problem."),
    };

    /// <summary>Whether a sample that might have been used is not.</summary>
    public static bool LosesSamples(this ProblemKind kind) => kind is not (ProblemKind.IncompleteName or ProblemKind.OtherFile);
}
