using RegCls.Training;

namespace RegCls.Studies;

/// <summary>How far one curve over (coupled decay ÷ λ) explains the errors of all pairs without classes, in log₁₀ of the test MSE.</summary>
/// <param name="Explained">Share of the variance between pairs that one mean a ratio explains.</param>
/// <param name="Spread">Standard deviation of pairs around the mean of their ratio.</param>
/// <param name="SeedSpread">What seeds alone give to a pair: the root of the mean variance.</param>
/// <param name="Pairs">Number of pairs.</param>
/// <param name="Ratios">Number of ratios.</param>
public sealed record CollapseFit(double Explained, double Spread, double SeedSpread, int Pairs, int Ratios)
{
    /// <summary>Fits the pairs of a condition.</summary>
    /// <param name="points">Points of one condition; those with classes, with decoupled or no decay are left out.</param>
    public static CollapseFit Of(IEnumerable<CollapsePoint> points)
    {
        CollapsePoint[] own = [.. points.Where(point => point is { IsDecoupled: false, Decay: > 0 } && !point.Arm.HasClasses())];
        double mean = own.Average(Log), total = own.Sum(point => Square(Log(point) - mean));
        var ratios = own.GroupBy(point => Math.Round(Math.Log10(point.Ratio), 3)).ToArray();
        double within = ratios.Sum(ratio => ratio.Sum(point => Square(Log(point) - ratio.Average(Log))));
        return new CollapseFit(
            1 - within / total,
            Math.Sqrt(within / Math.Max(1, own.Length - ratios.Length)),
            Math.Sqrt(own.Average(point => Square(point.SeedDeviation / point.TestMse / Math.Log(10)))),
            own.Length,
            ratios.Length);
    }

    private static double Log(CollapsePoint point) => Math.Log10(point.TestMse);

    private static double Square(double value) => value * value;
}
