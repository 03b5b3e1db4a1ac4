using RegCls.Data.Labels;

namespace RegCls.Binning;

/// <summary>
/// Weights of the regression loss by label: the inverse of how often a label occurs in training, as it is or after label distribution smoothing (LDS, Yang et al. 2021).
/// They are scaled so that their mean over the training samples is 1.
/// </summary>
public sealed class LabelWeights
{
    /// <summary>Counts of plain inverse weights are clipped to this range first.</summary>
    public const double FewestCounted = 5, MostCounted = 1000;

    private readonly double[] weights;

    private LabelWeights(LabelCounts training, double[] density, double[] weights)
    {
        Training = training;
        Density = density;
        this.weights = weights;
    }

    /// <summary>The counts the weights were made from.</summary>
    public LabelCounts Training { get; }

    /// <summary>What is inverted, bin by bin: counts, their square roots, or either smoothed.</summary>
    public IReadOnlyList<double> Density { get; }

    /// <summary>Weights of the bins of <see cref="Training"/>; of an empty bin 0.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>Makes weights.</summary>
    /// <param name="training">Counts of the training labels.</param>
    /// <param name="reweighting">What is inverted; <see cref="Reweighting.None"/> gives 1 for every label.</param>
    /// <param name="smoothing">The kernel of LDS, over bins; null for none. It smooths the square roots, or the clipped counts.</param>
    /// <param name="edge">What the kernel meets beyond the first and the last bin.</param>
    /// <exception cref="ArgumentException">There is no training sample.</exception>
    public static LabelWeights Of(LabelCounts training, Reweighting reweighting, SmoothingKernel? smoothing = null, SmoothingEdge edge = SmoothingEdge.Zero)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (training.Total == 0)
        {
            throw new ArgumentException("Label weights need training samples, but every bin is empty.", nameof(training));
        }

        double[] density = [.. training.Counts.ToArray().Select(count => Effective(count, reweighting))];
        double[] smoothed = smoothing is null || reweighting == Reweighting.None ? density : smoothing.Convolve(density, edge);
        int[] counts = training.Counts.ToArray();
        double[] inverse = [.. counts.Select((count, bin) => count == 0 ? 0 : 1 / smoothed[bin])];
        double sum = 0;
        for (int bin = 0; bin < counts.Length; bin++)
        {
            sum += counts[bin] * inverse[bin];
        }

        return new LabelWeights(training, smoothed, [.. inverse.Select(value => value * training.Total / sum)]);
    }

    /// <summary>The weight of a training sample with a label.</summary>
    /// <exception cref="ArgumentException">No training sample has a label in that bin.</exception>
    public double At(double label)
        => Training.At(label) > 0
            ? weights[Training.Bins.Of(label) - Training.First]
            : throw new ArgumentException($"No training sample has a label in the bin of {label}, so it has no weight; weights are for training labels only.", nameof(label));

    // An empty bin counts as 0 also where counts are clipped: the clipping is for labels that are there.
    private static double Effective(int count, Reweighting reweighting) => reweighting switch
    {
        Reweighting.None => 1,
        Reweighting.Inverse => count == 0 ? 0 : Math.Clamp(count, FewestCounted, MostCounted),
        Reweighting.SquareRootInverse => Math.Sqrt(count),
        _ => throw new ArgumentOutOfRangeException(nameof(reweighting), reweighting, "Expected None, Inverse or SquareRootInverse."),
    };
}
