namespace RegCls.Data;

/// <summary>
/// How the study samples: the two readings of it, which differ, and two variants of the released one that change a single thing each, to see what that thing does.
/// </summary>
public enum SamplingVariant
{
    /// <summary>
    /// As the authors' released code does: about 90.6 % of an imbalanced set comes from the peak, and training and test
    /// draw, with replacement, from one shared pool of inputs, so some test points are also training points.
    /// Out-of-distribution right ends are extended by |N(0, (1/18)²)|.
    /// </summary>
    AsReleased,

    /// <summary>
    /// As the paper's text says: exactly 75 % comes from the peak and the rest uniformly from the other targets; each of
    /// training, validation and test draws from a pool of its own; out-of-distribution intervals overlap by exactly 1/4
    /// of their width.
    /// </summary>
    AsWritten,

    /// <summary>
    /// As released, but exactly 75 % of what is drawn for an imbalanced set comes from the peak: 15 background draws from each
    /// non-empty bin instead of 6, and three times as many peak draws. Not for the out-of-distribution scenario.
    /// </summary>
    ReleasedPeak75,

    /// <summary>
    /// As released, but training, validation and test inputs come from three pools of 100,000: no test input is also a training input.
    /// Training sets are those of <see cref="AsReleased"/>. Not for the out-of-distribution scenario.
    /// </summary>
    ReleasedSeparatePools,
}
