namespace RegCls.Binning;

/// <summary>How the regression loss of a sample is weighted by how often its label occurs in training.</summary>
public enum Reweighting
{
    /// <summary>Every sample has weight 1.</summary>
    None,

    /// <summary>The inverse of the count, clipped to 5…1000.</summary>
    Inverse,

    /// <summary>The inverse of the count's square root.</summary>
    SquareRootInverse,
}
