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

    // The release's buckets: ages above the last count to it, depths start at the first (0.7 m).
    private const int LastReleasedAge = 120, FirstReleasedBucket = 7;

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
        return Inverted(training, smoothed);
    }

    /// <summary>
    /// LDS of ages as the code of Yang et al. computes it: over the bins 0 to 120, what is older in the last. With inverse weights every bin, an empty one too, counts at least 5 before it is smoothed, and
    /// smoothed counts lose their fractions, because SciPy's <c>convolve1d</c> keeps the type of the counts.
    /// </summary>
    /// <param name="training">Counts of the training ages, in bins of a year from 0.</param>
    /// <param name="reweighting">What is inverted; not <see cref="Reweighting.None"/>.</param>
    /// <param name="smoothing">The kernel.</param>
    public static LabelWeights OfAgesAsReleased(LabelCounts training, Reweighting reweighting, SmoothingKernel smoothing)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(smoothing);
        double[] counts = new double[LastReleasedAge + 1];
        for (int age = training.First; age <= training.Last; age++)
        {
            counts[Math.Min(age, LastReleasedAge)] += training.InBin(age);
        }

        double[] values = Array.ConvertAll(counts, count => reweighting == Reweighting.Inverse ? Math.Clamp(count, FewestCounted, MostCounted) : Math.Sqrt(count));
        double[] smoothed = Whole(smoothing.Convolve(values, SmoothingEdge.Zero), reweighting);
        return Inverted(training, [.. Enumerable.Range(training.First, training.Counts.Length).Select(age => smoothed[Math.Min(age, LastReleasedAge)])]);
    }

    /// <summary>LDS of depths as the code of Yang et al. computes it: over the buckets from 0.7 m on, reflected there; nearer ones share the first weight, and pixel counts are not clipped.</summary>
    /// <param name="training">Counts of the training pixels in buckets of 0.1 m from 0.</param>
    /// <param name="reweighting">What is inverted; not <see cref="Reweighting.None"/>.</param>
    /// <param name="smoothing">The kernel.</param>
    /// <exception cref="ArgumentException">No training pixel lies between 0.7 and 1 m, so that nearer ones have no weight.</exception>
    public static LabelWeights OfDepthsAsReleased(LabelCounts training, Reweighting reweighting, SmoothingKernel smoothing)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(smoothing);
        double[] values = [.. Enumerable.Range(FirstReleasedBucket, training.Last + 1 - FirstReleasedBucket).Select(bucket => training.InBin(bucket)).Select(count => reweighting == Reweighting.Inverse ? count : Math.Sqrt(count))];
        double[] smoothed = Whole(smoothing.Convolve(values, SmoothingEdge.Reflect), reweighting);
        return smoothed[0] > 0
            ? Inverted(training, [.. Enumerable.Range(training.First, training.Counts.Length).Select(bucket => smoothed[Math.Max(bucket - FirstReleasedBucket, 0)])])
            : throw new ArgumentException("The released LDS of depth starts at 0.7 m, but no training pixel lies between 0.7 and 1 m; use the default.", nameof(training));
    }

    /// <summary>The weight of a training sample with a label.</summary>
    /// <exception cref="ArgumentException">No training sample has a label in that bin.</exception>
    public double At(double label)
        => Training.At(label) > 0
            ? weights[Training.Bins.Of(label) - Training.First]
            : throw new ArgumentException($"No training sample has a label in the bin of {label}, so it has no weight; weights are for training labels only.", nameof(label));

    private static LabelWeights Inverted(LabelCounts training, double[] smoothed)
    {
        int[] counts = training.Counts.ToArray();
        double[] inverse = [.. counts.Select((count, bin) => count == 0 ? 0 : 1 / smoothed[bin])];
        double sum = 0;
        for (int bin = 0; bin < counts.Length; bin++)
        {
            sum += counts[bin] * inverse[bin];
        }

        return new LabelWeights(training, smoothed, [.. inverse.Select(value => value * training.Total / sum)]);
    }

    private static double[] Whole(double[] smoothed, Reweighting reweighting) => reweighting == Reweighting.Inverse ? Array.ConvertAll(smoothed, Math.Truncate) : smoothed;

    // An empty bin counts as 0 also where counts are clipped: the clipping is for labels that are there.
    private static double Effective(int count, Reweighting reweighting) => reweighting switch
    {
        Reweighting.None => 1,
        Reweighting.Inverse => count == 0 ? 0 : Math.Clamp(count, FewestCounted, MostCounted),
        Reweighting.SquareRootInverse => Math.Sqrt(count),
        _ => throw new ArgumentOutOfRangeException(nameof(reweighting), reweighting, "Expected None, Inverse or SquareRootInverse."),
    };
}
