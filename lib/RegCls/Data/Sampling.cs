namespace RegCls.Data;

/// <summary>How the training targets are distributed (Fig. 2).</summary>
public enum Sampling
{
    /// <summary>Every bin of the target range holds equally many samples.</summary>
    Uniform,

    /// <summary>Most samples lie in a peak with range ratio 0.3.</summary>
    Mild,

    /// <summary>Most samples lie in a peak with range ratio 0.1.</summary>
    Moderate,

    /// <summary>Most samples lie in a peak with range ratio 0.03.</summary>
    Severe,
}
