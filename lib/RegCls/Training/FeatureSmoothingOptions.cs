using RegCls.Binning;

namespace RegCls.Training;

/// <summary>How features are calibrated by <see cref="FeatureSmoothing"/>; the defaults are those of Yang et al. for ages.</summary>
public sealed record FeatureSmoothingOptions
{
    /// <summary>The kernel over label bins; it is scaled to sum 1.</summary>
    public SmoothingKernel Kernel { get; init; } = SmoothingKernel.ReflectedGaussian();

    /// <summary>Share of the old statistics that an epoch keeps, in [0, 1).</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Ratios of smoothed to raw variance below this are set to it.</summary>
    public double SmallestRatio { get; init; } = 0.1;

    /// <summary>Ratios of smoothed to raw variance above this are set to it.</summary>
    public double LargestRatio { get; init; } = 10;
}
