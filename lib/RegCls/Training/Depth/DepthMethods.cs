using RegCls.Binning;
using RegCls.Losses;
using RegCls.Training.Images;

namespace RegCls.Training.Depth;

/// <summary>The methods of Tab. 2 and of the depth half of Tab. 4, with the squared error as regression loss.</summary>
public static class DepthMethods
{
    /// <summary>The paper's baseline: the mean squared error over pixels of known depth.</summary>
    public static ImageMethod Reg { get; } = new() { Loss = RegressionLoss.Squared };

    /// <summary>LDS on square-root-inverse weights of the 0.1 m buckets, reflected at the edges.</summary>
    public static ImageMethod Lds { get; } = Reg with { Reweighting = Reweighting.SquareRootInverse, LabelSmoothing = SmoothingKernel.ReflectedGaussian() };

    /// <summary>LDS as the release of Yang et al. runs it on NYUD2-DIR: inverse weights, of counts that are not clipped, smoothed from 0.7 m on.</summary>
    public static ImageMethod LdsAsReleased { get; } = Lds with { Reweighting = Reweighting.Inverse, Variant = PublishedVariant.AsReleased };

    /// <summary>FDS alone, on the features before the last convolution of the regression head; variance ratios are clipped to 0.2…5.</summary>
    public static ImageMethod Fds { get; } = Reg with { FeatureSmoothing = new FeatureSmoothingOptions { SmallestRatio = 0.2, LargestRatio = 5 } };

    /// <summary>LDS and FDS: the row "Kernel".</summary>
    public static ImageMethod Kernel { get; } = Lds with { FeatureSmoothing = Fds.FeatureSmoothing };

    /// <summary>Balanced MSE, GAI: the prior is a mixture of eight Gaussians fitted to quantiles of the training depths.</summary>
    public static ImageMethod Gai { get; } = ImageMethod.Of(RegressionLoss.Gai);

    /// <summary>Balanced MSE, BMC: among at most 1,024 pixels of a batch (<see cref="BalancedMseCriterion"/>).</summary>
    public static ImageMethod Bmc { get; } = ImageMethod.Of(RegressionLoss.Bmc);

    /// <summary>Balanced MSE with σ = 1 m from the first step to the last, as the commands of the release of Ren et al. have it on NYUD2-DIR.</summary>
    /// <param name="loss">Gai or Bmc.</param>
    public static ImageMethod FixedNoise(RegressionLoss loss) => ImageMethod.Of(loss) with { Variant = PublishedVariant.AsReleased };

    /// <summary>The control: <c>max(λ, 1) · MSE</c>.</summary>
    public static ImageMethod ScaledReg(double lambda) => Reg with { Objective = ImageObjective.ScaledRegression, Lambda = lambda };

    /// <summary>reg+cls.</summary>
    public static ImageMethod RegCls(int classes, double lambda, ClassDefinition definition = ClassDefinition.Uniform)
        => Reg with { Objective = ImageObjective.RegressionAndClasses, Classes = classes, Lambda = lambda, ClassDefinition = definition };
}
