namespace RegCls.Binning;

/// <summary>How the classes of a classification loss are made from C ranges of equal width (Sec. 2.3, Appendix B).</summary>
public enum ClassDefinition
{
    /// <summary>The C ranges as they are; every sample enters the classification loss.</summary>
    Uniform,

    /// <summary>Balanced: ranges merged by histogram equalisation (Eq. 12), then samples kept with the probabilities of Eq. 13.</summary>
    Balanced,

    /// <summary>Eq. 13 without equalising first: what Appendix B warns of.</summary>
    KeepOnly,
}
