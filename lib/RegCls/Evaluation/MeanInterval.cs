using MathNet.Numerics.Distributions;

namespace RegCls.Evaluation;

/// <summary>
/// The mean over units with its 95 % interval and the p-value of the hypothesis that it is 0: the wider end, on each side, of Student's t and of Hall's transformed t (1992), which takes the skew of the units
/// into account. <c>data/interval-coverage.csv</c> has how often it, and five other kinds, contain the true mean.
/// </summary>
/// <param name="Mean">The mean over units.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="PValue">The two-sided p-value, the larger of the two tests: the interval contains 0 exactly where it is above 0.05.</param>
/// <param name="Deviation">The standard deviation of the units, with n − 1.</param>
/// <param name="Units">How many units.</param>
public sealed record MeanInterval(double Mean, double Low, double High, double PValue, double Deviation, int Units)
{
    private const double Confidence = 0.95;

    /// <summary>Whether the whole interval lies on one side of 0.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;

    /// <summary>The interval of independent units. Their order does not matter, and nothing is drawn.</summary>
    /// <param name="units">One finite value a unit, [n], n ≥ 2.</param>
    /// <exception cref="ArgumentException">Fewer than two values, or one that is not finite.</exception>
    public static MeanInterval Of(ReadOnlySpan<double> units)
    {
        int n = units.Length;
        if (n < 2)
        {
            throw new ArgumentException($"An interval over units got {n} unit(s); expected at least 2.", nameof(units));
        }

        double mean = 0, squares = 0, cubes = 0;
        foreach (double value in units)
        {
            mean += double.IsFinite(value) ? value / n : throw new ArgumentException($"An interval over units got the value {value}; expected finite values: find out why that model diverged before comparing.", nameof(units));
        }

        foreach (double value in units)
        {
            double deviation = value - mean;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }

        if (squares == 0)
        {
            return new MeanInterval(mean, mean, mean, mean == 0 ? 1 : 0, 0, n);
        }

        // Everything in standard deviations of the units.
        double deviationOfUnits = Math.Sqrt(squares / n), skew = cubes / n / Math.Pow(deviationOfUnits, 3);
        double half = StudentT.InvCDF(0, 1, n - 1, (1 + Confidence) / 2) / Math.Sqrt(n - 1);
        double from0 = mean / deviationOfUnits;
        return new MeanInterval(
            mean,
            mean - deviationOfUnits * Math.Max(half, Undone(half)),
            mean - deviationOfUnits * Math.Min(-half, Undone(-half)),
            Math.Max(PValueOf(from0), PValueOf(Transformed(from0))),
            deviationOfUnits * Math.Sqrt(n / (n - 1.0)),
            n);

        // Hall's monotone cubic: of skewed units it makes a statistic that is nearly symmetric.
        double Transformed(double x) => x + skew * x * x / 3 + skew * skew * x * x * x / 27 + skew / (6 * n);

        double Undone(double x) => Math.Abs(skew) < 1e-9 ? x : 3 / skew * (Math.Cbrt(1 + skew * (x - skew / (6 * n))) - 1);

        double PValueOf(double x) => 2 * StudentT.CDF(0, 1, n - 1, -Math.Abs(x) * Math.Sqrt(n - 1));
    }

    /// <summary>The interval over units of the mean of each one's runs, say over functions of the mean over seeds.</summary>
    /// <param name="runs">The runs, in any order, of at least two units.</param>
    /// <param name="unit">The unit of a run.</param>
    /// <param name="value">What is averaged.</param>
    /// <exception cref="ArgumentException">As <see cref="Of"/>.</exception>
    public static MeanInterval Over<TRun>(IEnumerable<TRun> runs, Func<TRun, int> unit, Func<TRun, double> value) => Of([.. runs.GroupBy(unit).Select(group => group.Average(value))]);
}
