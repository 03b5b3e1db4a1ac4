using MathNet.Numerics.Distributions;
using RegCls.Evaluation;

namespace RegCls.Tables.Answers;

/// <summary>
/// Splits of one table share most of their training rows, so their differences are not independent and the interval over them is too narrow. Nadeau and Bengio (<i>Inference for the generalization error</i>, Machine
/// Learning 52, 2003) widen it: the variance of the mean is <c>(1/n + test rows / training rows) · s²</c> instead of <c>s²/n</c>.
/// </summary>
internal static class OverlappingSplits
{
    /// <summary>The effect with its interval, p-value and deviation widened.</summary>
    /// <param name="effect">An effect over splits as if they were independent.</param>
    /// <param name="ratio">Test rows over training rows of a split.</param>
    public static Effect Widened(Effect effect, double ratio)
    {
        MeanInterval narrow = effect.Interval;
        double factor = Math.Sqrt(1 + narrow.Units * ratio);
        MeanInterval wide = narrow with
        {
            Low = narrow.Mean - factor * (narrow.Mean - narrow.Low),
            High = narrow.Mean + factor * (narrow.High - narrow.Mean),
            Deviation = factor * narrow.Deviation,
        };
        return effect with { Interval = wide with { PValue = PValue(wide) } };
    }

    // Below 5 % exactly where the interval excludes 0, as for independent units: 0 stands this many times the half-width away from the mean.
    private static double PValue(MeanInterval interval)
    {
        double half = interval.Mean > 0 ? interval.Mean - interval.Low : interval.High - interval.Mean;
        if (half == 0)
        {
            return interval.Mean == 0 ? 1 : 0;
        }

        int freedom = interval.Units - 1;
        return 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(interval.Mean) / half * StudentT.InvCDF(0, 1, freedom, 0.975));
    }
}
