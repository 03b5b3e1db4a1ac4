namespace RegCls.Data;

/// <summary>The two readings of how the study samples, which differ; both can be generated.</summary>
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
}
