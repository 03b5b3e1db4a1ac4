using MathNet.Numerics.Distributions;
using RegCls.Data;

namespace RegCls.Evaluation;

/// <summary>
/// The bias-corrected and accelerated (BCa) bootstrap interval of a mean (Efron, 1987). For a symmetric sample it is the
/// percentile interval; for a skewed one its ends are shifted to make up for the skew.
/// </summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct BootstrapInterval(double Low, double High)
{
    /// <summary>The interval of the mean of independent units.</summary>
    /// <param name="values">One finite value a unit, [n], n ≥ 2. With few units (here 10 functions) the interval is somewhat too narrow, as every bootstrap is.</param>
    /// <param name="options">Resamples, confidence and the random stream; the defaults when null.</param>
    /// <returns>The interval; a point if all values are equal.</returns>
    /// <exception cref="ArgumentException">Fewer than two values, a value that is not finite, or a bad option.</exception>
    public static BootstrapInterval OfMean(ReadOnlySpan<double> values, BootstrapOptions? options = null)
    {
        options ??= new BootstrapOptions();
        options.Check();
        if (values.Length < 2)
        {
            throw new ArgumentException($"A bootstrap interval got {values.Length} value(s); expected at least 2 units to resample.", nameof(values));
        }

        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"A bootstrap interval got the value {value}; expected finite values.", nameof(values));
            }
        }

        var means = ResampledMeans(values, options);
        Array.Sort(means);
        var (bias, acceleration) = (BiasOf(means, MeanOf(values)), AccelerationOf(values));
        var tail = (1 - options.Confidence) / 2;
        return new BootstrapInterval(Quantile(means, Corrected(tail)), Quantile(means, Corrected(1 - tail)));

        double Corrected(double share)
        {
            var shifted = bias + Normal.InvCDF(0, 1, share);
            return Normal.CDF(0, 1, bias + (shifted / (1 - (acceleration * shifted))));
        }
    }

    internal static double MeanOf(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static double[] ResampledMeans(ReadOnlySpan<double> values, BootstrapOptions options)
    {
        var stream = RandomStream.Named("bootstrap interval", options.StreamName);
        var means = new double[options.Resamples];
        for (var b = 0; b < means.Length; b++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
            {
                sum += values[stream.NextInt32(values.Length)];
            }

            means[b] = sum / values.Length;
        }

        return means;
    }

    // The normal quantile of the share of resampled means below the mean; those equal to it, up to rounding, count half.
    private static double BiasOf(double[] means, double mean)
    {
        var tolerance = 1e-12 * Math.Max(Math.Abs(means[0]), Math.Abs(means[^1]));
        var below = 0.0;
        foreach (var value in means)
        {
            below += value < mean - tolerance ? 1 : value <= mean + tolerance ? 0.5 : 0;
        }

        return Normal.InvCDF(0, 1, Math.Clamp(below / means.Length, 0.5 / means.Length, 1 - (0.5 / means.Length)));
    }

    // For a mean the jackknife's acceleration is the skewness of the sample over 6 √n.
    private static double AccelerationOf(ReadOnlySpan<double> values)
    {
        var mean = MeanOf(values);
        var (squares, cubes) = (0.0, 0.0);
        foreach (var value in values)
        {
            var deviation = value - mean;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }

        return squares == 0 ? 0 : cubes / (6 * Math.Pow(squares, 1.5));
    }

    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var lower = (int)position;
        var upper = Math.Min(lower + 1, sorted.Length - 1);
        return sorted[lower] + ((position - lower) * (sorted[upper] - sorted[lower]));
    }
}
