namespace RegCls.Binning;

/// <summary>What a smoothing kernel meets beyond the first and the last bin.</summary>
public enum SmoothingEdge
{
    /// <summary>Zero: label distribution smoothing of ages (Yang et al.).</summary>
    Zero,

    /// <summary>The bins mirrored at the edge, the edge bin repeated (b a | a b c): label distribution smoothing of depths.</summary>
    Reflect,

    /// <summary>The bins mirrored at the edge bin, which is not repeated (c b | a b c): feature distribution smoothing.</summary>
    Mirror,
}
