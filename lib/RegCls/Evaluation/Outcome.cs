namespace RegCls.Evaluation;

/// <summary>What a paired comparison says about a claim.</summary>
public enum Outcome
{
    /// <summary>The interval excludes 0 on the claimed side and the corrected test rejects equality.</summary>
    Holds,

    /// <summary>The interval excludes 0 on the claimed side, but the corrected test does not reject equality.</summary>
    Suggested,

    /// <summary>Neither side can be told; the interval says how large an effect is still possible.</summary>
    Undecided,

    /// <summary>The interval excludes 0 on the other side and the corrected test rejects equality.</summary>
    Opposite,
}
