using RegCls.Binning;
using RegCls.Data.Depth;

namespace RegCls.Training.Depth;

/// <summary>Errors of predicted depths, summed over pixels in each bucket of 0.1 m of the true depth; all metrics of depth are made from them. Pixels of unknown depth are never counted.</summary>
public sealed class DepthErrorSums
{
    /// <summary>The least prediction that relative errors and logarithms see, in metres: a network may predict 0 or less.</summary>
    public const double LeastPrediction = 1e-3;

    private readonly long[] counts = new long[DepthDistribution.Buckets];
    private readonly double[] squares = new double[DepthDistribution.Buckets], relatives = new double[DepthDistribution.Buckets], logarithms = new double[DepthDistribution.Buckets];
    private readonly long[,] within = new long[3, DepthDistribution.Buckets];

    /// <summary>Pixels of each bucket.</summary>
    public IReadOnlyList<long> Counts => counts;

    /// <summary>Sums of (f - y)², in m².</summary>
    public IReadOnlyList<double> Squares => squares;

    /// <summary>Sums of |f - y| / y.</summary>
    public IReadOnlyList<double> Relatives => relatives;

    /// <summary>Sums of |log10 f - log10 y|.</summary>
    public IReadOnlyList<double> Logarithms => logarithms;

    /// <summary>Pixels with max(f / y, y / f) below 1.25^k.</summary>
    /// <param name="k">1, 2 or 3.</param>
    /// <param name="bucket">0…99.</param>
    public long Within(int k, int bucket) => within[k - 1, bucket];

    /// <summary>Adds the pixels of a frame.</summary>
    /// <param name="predictions">f(x), [P], in metres.</param>
    /// <param name="truth">y, [P], in millimetres; 0 for pixels that do not count.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <exception cref="InvalidOperationException">A prediction is not a finite number.</exception>
    public void Add(ReadOnlySpan<float> predictions, ReadOnlySpan<ushort> truth)
    {
        if (predictions.Length != truth.Length)
        {
            throw new ArgumentException($"There are {predictions.Length} predicted depths for {truth.Length} true ones; expected one a pixel.", nameof(predictions));
        }

        for (int i = 0; i < truth.Length; i++)
        {
            if (truth[i] == 0)
            {
                continue;
            }

            if (!float.IsFinite(predictions[i]))
            {
                throw new InvalidOperationException($"The predicted depth of pixel {i} is {predictions[i]}, so this model has diverged; use a smaller learning rate.");
            }

            int bucket = DepthDistribution.Bucket(truth[i]);
            double y = truth[i] / 1000.0, error = predictions[i] - y, f = Math.Max(predictions[i], LeastPrediction), ratio = Math.Max(f / y, y / f);
            counts[bucket]++;
            squares[bucket] += error * error;
            relatives[bucket] += Math.Abs(error) / y;
            logarithms[bucket] += Math.Abs(Math.Log10(f / y));
            for (int k = 0; k < 3; k++)
            {
                within[k, bucket] += ratio < Math.Pow(1.25, k + 1) ? 1 : 0;
            }
        }
    }

    /// <summary>Root mean squared error in metres: the root of the mean over all pixels, not the mean of each frame's root; null without pixels.</summary>
    public double? Rmse() => counts.Sum() is var pixels and > 0 ? Math.Sqrt(squares.Sum() / pixels) : null;

    /// <summary>
    /// Root mean squared error in metres over pixels balanced as the release balances its validation: the buckets are equalised over the pixels' own depths (Eq. 12) and each equalised class counts the same,
    /// as keep probabilities (Eq. 13) do on average; here without drawing. Null without pixels.
    /// </summary>
    public double? BalancedRmse()
    {
        long total = counts.Sum();
        if (total == 0)
        {
            return null;
        }

        // Counts are 32-bit in the equalisation; it depends on their proportions only.
        long factor = 1 + total / 2_000_000_000;
        int[] map = HistogramEqualisation.Map([.. counts.Select(count => (int)(count / factor))]);
        double[] errors = new double[map[^1] + 1];
        long[] pixels = new long[errors.Length];
        for (int bucket = 0; bucket < map.Length; bucket++)
        {
            errors[map[bucket]] += squares[bucket];
            pixels[map[bucket]] += counts[bucket];
        }

        return Math.Sqrt(errors.Zip(pixels, (error, count) => error / count).Average());
    }
}
