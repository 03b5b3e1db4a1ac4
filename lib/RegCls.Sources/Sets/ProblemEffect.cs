namespace RegCls.Data.Sets;

/// <summary>What becomes of a unit that a reader found, such as a file or a line of a table.</summary>
public enum ProblemEffect
{
    /// <summary>It might have been a sample and is left out.</summary>
    LeftOut,

    /// <summary>It is used; there is something to know about it.</summary>
    Used,

    /// <summary>It is no sample: an empty line, a file that belongs to something else.</summary>
    NoSample,
}
