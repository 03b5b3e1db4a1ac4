using RegCls.Binning;
using RegCls.Losses;
using RegCls.Training.Images;

namespace RegCls.Studies.Images;

/// <summary>The methods of Tab. 3 and 4, as they are named in records.</summary>
public enum AgeMethod
{
    /// <summary>L1 alone.</summary>
    Reg,

    /// <summary>The control: <c>max(λ, 1) · L1</c>.</summary>
    ScaledReg,

    /// <summary>reg+cls with C equal ranges of [0, 100].</summary>
    RegCls,

    /// <summary>reg+cls with balanced classes.</summary>
    RegClsBalanced,

    /// <summary>Classification alone, the expected value as prediction (Rothe et al.).</summary>
    ExpectedClass,

    /// <summary>Inverse-frequency weights.</summary>
    Inverse,

    /// <summary>Square-root-inverse weights.</summary>
    SquareRootInverse,

    /// <summary>LDS.</summary>
    Lds,

    /// <summary>FDS.</summary>
    Fds,

    /// <summary>LDS and FDS.</summary>
    Kernel,

    /// <summary>Focal-R.</summary>
    FocalR,

    /// <summary>Balanced MSE with the batch's ages as draws from the prior, from the first step on.</summary>
    Bmc,

    /// <summary>reg, then its last layer trained again with <see cref="Bmc"/>, as Ren et al. do for ages.</summary>
    BmcLastLayer,

    /// <summary>reg, then its last layer trained again with Balanced MSE with a Gaussian mixture as prior.</summary>
    GaiLastLayer,

    /// <summary>Tab. 4: reg on samples that are kept with the probabilities of 100 equalised classes.</summary>
    RegKept,

    /// <summary>Tab. 4: reg+cls with C equal ranges, both losses on the samples of <see cref="RegKept"/>.</summary>
    RegClsKept,

    /// <summary>LDS on inverse weights.</summary>
    LdsInverse,

    /// <summary>LDS on inverse weights, as the code of Yang et al. computes them.</summary>
    LdsInverseAsReleased,

    /// <summary>LDS with the Gaussian that the paper of Yang et al. names, not the flatter one of their code.</summary>
    LdsAsInPaper,

    /// <summary>FDS as the code of Yang et al. computes it.</summary>
    FdsAsReleased,

    /// <summary>Focal-R with the factor of the paper of Yang et al.</summary>
    FocalRAsInPaper,

    /// <summary>reg+cls with balanced classes, equalised as the image code of the authors rounds.</summary>
    RegClsBalancedAsReleased,
}

/// <summary>What the names of <see cref="AgeMethod"/> stand for.</summary>
public static class AgeMethodExtensions
{
    private static ImageMethod LdsInverse { get; } = ImageMethod.Lds with { Reweighting = Reweighting.Inverse };

    /// <summary>Whether the method has classes.</summary>
    public static bool HasClasses(this AgeMethod method) => method is AgeMethod.ExpectedClass or AgeMethod.RegCls or AgeMethod.RegClsBalanced or AgeMethod.RegClsKept or AgeMethod.RegClsBalancedAsReleased;

    /// <summary>Whether the method has a λ to be searched.</summary>
    public static bool HasLambda(this AgeMethod method) => method == AgeMethod.ScaledReg || (method.HasClasses() && method != AgeMethod.ExpectedClass);

    /// <summary>The method as the trainer takes it.</summary>
    /// <param name="method">The name.</param>
    /// <param name="classes">C; not used without classes.</param>
    /// <param name="lambda">λ; not used where there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The name is unknown.</exception>
    public static ImageMethod ToImageMethod(this AgeMethod method, int classes, double lambda) => method switch
    {
        AgeMethod.Reg => ImageMethod.Reg,
        AgeMethod.ScaledReg => ImageMethod.ScaledReg(lambda),
        AgeMethod.RegCls => ImageMethod.RegCls(classes, lambda),
        AgeMethod.RegClsBalanced => ImageMethod.RegCls(classes, lambda, ClassDefinition.Balanced),
        AgeMethod.ExpectedClass => ImageMethod.ExpectedClass(classes),
        AgeMethod.Inverse => ImageMethod.Weighted(Reweighting.Inverse),
        AgeMethod.SquareRootInverse => ImageMethod.Weighted(Reweighting.SquareRootInverse),
        AgeMethod.Lds => ImageMethod.Lds,
        AgeMethod.Fds => ImageMethod.Fds,
        AgeMethod.Kernel => ImageMethod.Kernel,
        AgeMethod.FocalR => ImageMethod.FocalR,
        AgeMethod.Bmc => ImageMethod.Of(RegressionLoss.Bmc),
        AgeMethod.BmcLastLayer => ImageMethod.Reg with { LastLayer = RegressionLoss.Bmc },
        AgeMethod.GaiLastLayer => ImageMethod.Reg with { LastLayer = RegressionLoss.Gai },
        AgeMethod.RegKept => ImageMethod.Reg with { BalancedSamples = true },
        AgeMethod.RegClsKept => ImageMethod.RegCls(classes, lambda) with { BalancedSamples = true },
        AgeMethod.LdsInverse => LdsInverse,
        AgeMethod.LdsInverseAsReleased => LdsInverse with { Variant = PublishedVariant.AsReleased },
        AgeMethod.LdsAsInPaper => ImageMethod.Lds with { LabelSmoothing = SmoothingKernel.Gaussian(), Variant = PublishedVariant.AsInPaper },
        AgeMethod.FdsAsReleased => ImageMethod.Fds with { Variant = PublishedVariant.AsReleased },
        AgeMethod.FocalRAsInPaper => ImageMethod.FocalR with { Variant = PublishedVariant.AsInPaper },
        AgeMethod.RegClsBalancedAsReleased => ImageMethod.RegCls(classes, lambda, ClassDefinition.Balanced) with { Variant = PublishedVariant.AsReleased },
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Expected a method of Tab. 3 or 4."),
    };
}
