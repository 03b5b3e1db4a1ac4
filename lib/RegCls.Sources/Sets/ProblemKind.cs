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

    /// <summary>The same sample a second time, by its path, its name or its content; <see cref="Duplicates"/> says which one counts.</summary>
    Duplicate,

    /// <summary>A file that belongs to something else.</summary>
    OtherFile,

    /// <summary>The archive ends or breaks before its end; what came before is used.</summary>
    TornArchive,

    /// <summary>Depth and picture of a frame differ in size.</summary>
    SizeMismatch,

    /// <summary>A frame without one known depth.</summary>
    NoDepth,

    /// <summary>The picture is too small, too long, or lies on its side.</summary>
    Shape,

    /// <summary>The table spells the path in another way than the disk; the sample is <b>used</b>.</summary>
    Respelled,

    /// <summary>The picture is partly transparent; its colours are <b>used</b> as they are stored.</summary>
    Transparent,

    /// <summary>A line of a table without a letter.</summary>
    EmptyLine,

    /// <summary>Not asked for: one of k frames is taken.</summary>
    NotTaken,

    /// <summary>A sequence with frames in which the person was not seen whole.</summary>
    NoSkeleton,
}
