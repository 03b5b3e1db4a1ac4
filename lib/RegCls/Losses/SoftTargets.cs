using MathNet.Numerics.Distributions;
using RegCls.Binning;

namespace RegCls.Losses;

/// <summary>What the class head should say of each sample where a target is spread over neighbouring classes: weights of a few classes in a row, with sum 1.</summary>
/// <remarks>Weights stop four classes from the sample's own, where less than 1e-4 of a Gaussian is left, and are divided by their sum; so they are at the ends of the range as well.</remarks>
public sealed class SoftTargets
{
    private const int Reach = 4;

    // Class widths: of soft labels, and the width that Farebrother et al. recommend for HL-Gauss.
    private const double LabelWidth = 1, GaussWidth = 0.75;

    private readonly float[] weights;
    private readonly int[] first;

    private SoftTargets(float[] weights, int[] first, int width) => (this.weights, this.first, Width) = (weights, first, width);

    /// <summary>Classes that a sample has weights of: 9, or C where that is fewer.</summary>
    public int Width { get; }

    /// <summary>The soft targets of some samples.</summary>
    /// <param name="loss"><see cref="ClassLoss.SoftLabels"/> or <see cref="ClassLoss.HlGauss"/>.</param>
    /// <param name="ranges">C classes of equal width.</param>
    /// <param name="targets">[N], in units of the target.</param>
    /// <exception cref="ArgumentException">The loss has no soft targets, or a target is NaN.</exception>
    public static SoftTargets Of(ClassLoss loss, ClassRanges ranges, ReadOnlySpan<double> targets)
    {
        if (!loss.IsSoft())
        {
            throw new ArgumentException($"The class loss {loss} has no soft targets, expected SoftLabels or HlGauss.", nameof(loss));
        }

        int width = Math.Min(2 * Reach + 1, ranges.Count);
        double classWidth = (ranges.Edges[^1] - ranges.Edges[0]) / ranges.Count;
        (float[] weights, int[] first) = (new float[targets.Length * width], new int[targets.Length]);
        double[] own = new double[width];
        for (int i = 0; i < targets.Length; i++)
        {
            int label = (int)ranges.Label(targets[i]);
            first[i] = Math.Clamp(label - Reach, 0, ranges.Count - width);

            // In class widths from the first edge.
            double place = (targets[i] - ranges.Edges[0]) / classWidth;
            for (int k = 0; k < width; k++)
            {
                int c = first[i] + k;
                own[k] = loss == ClassLoss.SoftLabels
                    ? Math.Exp(-0.5 * Math.Pow((c - label) / LabelWidth, 2))
                    : Normal.CDF(place, GaussWidth, c + 1) - Normal.CDF(place, GaussWidth, c);
            }

            double sum = own.Sum();
            for (int k = 0; k < width; k++)
            {
                weights[i * width + k] = (float)(own[k] / sum);
            }
        }

        return new SoftTargets(weights, first, width);
    }

    /// <summary>The first class that a sample has a weight of.</summary>
    public int First(int sample) => first[sample];

    /// <summary>The weights of the classes from there on, <see cref="Width"/> of them.</summary>
    public ReadOnlySpan<float> Weights(int sample) => weights.AsSpan(sample * Width, Width);
}
