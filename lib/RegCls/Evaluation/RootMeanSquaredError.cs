using RegCls.Data;

namespace RegCls.Evaluation;

/// <summary>The error of the video study (Tab. 5), over all samples and as the mean over batches.</summary>
public static class RootMeanSquaredError
{
    /// <summary><c>√(mean (f(x) - y)²)</c> over all samples, in target units.</summary>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static double Of(ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets) => Math.Sqrt(MeanSquaredError.Of(predictions, targets));

    /// <summary>
    /// The mean over batches of each batch's error, as the authors compute it. The root is concave, so with batches of one size this is at most the error over all samples, and less where batches differ; the order of the samples matters, and they
    /// are shuffled here.
    /// </summary>
    /// <param name="predictions">f(x), [N].</param>
    /// <param name="targets">y, [N].</param>
    /// <param name="batchSize">Samples a batch; the last one may be smaller.</param>
    /// <param name="stream">Draws the order.</param>
    /// <exception cref="ArgumentException">The lengths differ or are 0.</exception>
    public static double MeanOverBatches(ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, int batchSize, RandomStream stream)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        if (predictions.Length != targets.Length || targets.IsEmpty)
        {
            throw new ArgumentException($"Predictions and targets must have one length above 0, got {predictions.Length} and {targets.Length}.", nameof(targets));
        }

        int[] order = [.. Enumerable.Range(0, targets.Length)];
        stream.Shuffle(order.AsSpan());
        double sum = 0;
        int batches = 0;
        for (int first = 0; first < order.Length; first += batchSize, batches++)
        {
            double squares = 0;
            ReadOnlySpan<int> batch = order.AsSpan(first, Math.Min(batchSize, order.Length - first));
            foreach (int i in batch)
            {
                squares += (predictions[i] - targets[i]) * (predictions[i] - targets[i]);
            }

            sum += Math.Sqrt(squares / batch.Length);
        }

        return sum / batches;
    }
}
