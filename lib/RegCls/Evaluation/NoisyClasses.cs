using MathNet.Numerics.Distributions;
using RegCls.Binning;

namespace RegCls.Evaluation;

/// <summary>What noise on the targets leaves of their classes.</summary>
public static class NoisyClasses
{
    /// <summary>
    /// The accuracy of the best possible classifier when the target is <c>f(x) + N(0, σ²)</c>: it knows f(x) and predicts the class that the noisy target is most
    /// likely to fall into, <c>mean over x of max_c P(y ∈ class c | x)</c>. No trained model can be expected to reach more.
    /// </summary>
    /// <param name="ranges">The classes. What lies above the last belongs to it, what lies below the first as the ranges say.</param>
    /// <param name="means">f(x) of each input, [N], finite, in units of the target.</param>
    /// <param name="standardDeviation">σ > 0, in units of the target.</param>
    /// <returns>A share, 0…1.</returns>
    /// <exception cref="ArgumentException">There are no means, or σ is not positive and finite.</exception>
    public static double BestAccuracy(ClassRanges ranges, ReadOnlySpan<double> means, double standardDeviation)
    {
        if (means.IsEmpty)
        {
            throw new ArgumentException("The best accuracy needs the noiseless targets of at least one input, got none.", nameof(means));
        }

        if (!(standardDeviation > 0) || double.IsInfinity(standardDeviation))
        {
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The noise must be a positive, finite standard deviation.");
        }

        double sum = 0;
        foreach (double mean in means)
        {
            sum += LargestProbability(ranges, mean, standardDeviation);
        }

        return sum / means.Length;
    }

    private static double LargestProbability(ClassRanges ranges, double mean, double standardDeviation)
    {
        ReadOnlySpan<double> edges = ranges.Edges;
        double below = ranges.Below == BelowRange.FirstClass ? 0 : Below(edges[0]), largest = 0;
        for (int c = 1; c < edges.Length; c++)
        {
            double upTo = c == edges.Length - 1 ? 1 : Below(edges[c]);
            largest = Math.Max(largest, upTo - below);
            below = upTo;
        }

        return largest;

        double Below(double edge) => Normal.CDF(mean, standardDeviation, edge);
    }
}
