namespace RegCls.Evaluation;

/// <summary>The errors of the samples whose targets lie in one bin.</summary>
/// <param name="Mae">Mean absolute error; null for an empty bin.</param>
/// <param name="Bias">Mean of prediction − target: positive where predictions are too large; null for an empty bin.</param>
public sealed record BinnedError(double? Mae, double? Bias)
{
    /// <summary>Errors by bins <c>[0, width)</c>, <c>[width, 2 · width)</c>, …; a target below 0 counts into the first bin, one beyond the last into the last.</summary>
    /// <param name="predictions">f(x), [N].</param>
    /// <param name="targets">y, [N].</param>
    /// <param name="width">Width of a bin, positive.</param>
    /// <param name="bins">How many bins.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static IReadOnlyList<BinnedError> Of(ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, double width, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (predictions.Length != targets.Length)
        {
            throw new ArgumentException($"There are {predictions.Length} predictions for {targets.Length} targets; expected one a target.", nameof(predictions));
        }

        int[] counts = new int[bins];
        double[] absolute = new double[bins], signed = new double[bins];
        for (int i = 0; i < targets.Length; i++)
        {
            int bin = (int)Math.Clamp(Math.Floor(targets[i] / width), 0, bins - 1);
            double error = predictions[i] - targets[i];
            counts[bin]++;
            absolute[bin] += Math.Abs(error);
            signed[bin] += error;
        }

        return [.. counts.Select((count, bin) => count == 0 ? new BinnedError(null, null) : new BinnedError(absolute[bin] / count, signed[bin] / count))];
    }
}
