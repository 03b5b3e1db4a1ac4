namespace RegCls.Losses;

/// <summary>What the class head is trained with; q is what the head should say of a sample, z are its C outputs.</summary>
public enum ClassLoss
{
    /// <summary>Softmax cross-entropy with the class of the target (Eq. 4): the paper's.</summary>
    CrossEntropy,

    /// <summary>Softmax cross-entropy with soft labels: q falls off as a Gaussian of one class width around the class of the target.</summary>
    SoftLabels,

    /// <summary>HL-Gauss (Imani and White 2018; Farebrother et al. 2024): softmax cross-entropy where q is what a Gaussian around the target itself, of 0.75 class widths, puts into each class.</summary>
    HlGauss,

    /// <summary>Cumulative (ordinal) classification (Frank and Hall 2001; Niu et al. 2016): output k is the logit of "the class is above k", C − 1 of them, each with a binary cross-entropy; their sum. Output C − 1 is not used.</summary>
    Ordinal,
}

/// <summary>Properties of <see cref="ClassLoss"/>.</summary>
public static class ClassLossExtensions
{
    /// <summary>Whether a sample's q is spread over neighbouring classes (<see cref="SoftTargets"/>).</summary>
    public static bool IsSoft(this ClassLoss loss) => loss is ClassLoss.SoftLabels or ClassLoss.HlGauss;
}
