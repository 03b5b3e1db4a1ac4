using RegCls.Binning;
using RegCls.Data.Labels;
using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training;

/// <summary>
/// Feature distribution smoothing (FDS, Yang et al. 2021): neighbouring labels should have features of similar mean and variance. The statistics of the features of each label bin
/// are kept from epoch to epoch, smoothed over bins, and each training feature is moved from its bin's raw to its smoothed statistics,
/// <c>z ← (z - μ_b) · √(clip(ṽ_b / v_b)) + μ̃_b</c>.
/// </summary>
/// <remarks>
/// After epoch e, <see cref="EndEpoch"/> first fixes the statistics known so far for the next epoch and then takes in those of epoch e, as the released code does: nothing
/// happens in the first two epochs, the third is calibrated with the statistics of the first. A bin without samples takes the mean of its nearest neighbours with samples. Where
/// a bin's variance is 0 (as of one sample) its features stay as they are.
/// <para>
/// <see cref="PublishedVariant.AsReleased"/> is what the code of Yang et al. computes for ages, with the buckets of its AgeDB command: 3 to 99, younger and older samples in the first and last where a batch has a
/// sample of exactly that age, else left alone. Buckets never seen have mean 0 and variance 1 and are smoothed into their neighbours. The features collected are calibrated ones, because they are calibrated in place; and
/// the raw statistics of a calibration are not those that were smoothed but the running ones of one epoch later, because both are the same storage.
/// </para>
/// </remarks>
public sealed class FeatureSmoothing : IDisposable
{
    private const int FirstReleased = 3, LastReleased = 99;

    private readonly FeatureSmoothingOptions options;
    private readonly LabelCounts training;
    private readonly LabelGrid grid;
    private readonly int first, bins, features;
    private readonly double[] sums, squares;
    private readonly long[] counts;
    private readonly bool released;
    private Tensor? scale, shift;
    private Statistics? running;

    /// <summary>Starts without statistics.</summary>
    /// <param name="training">Counts of the training labels: their bins are the bins of the statistics.</param>
    /// <param name="features">Width of the features F.</param>
    /// <param name="options">Kernel, momentum and clipping; null for those of Yang et al.</param>
    /// <param name="variant"><see cref="PublishedVariant.AsReleased"/> for the released code's, on ages only.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public FeatureSmoothing(LabelCounts training, int features, FeatureSmoothingOptions? options = null, PublishedVariant variant = PublishedVariant.Default)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        this.options = options ?? new FeatureSmoothingOptions();
        if (this.options.Momentum is not (>= 0 and < 1) || !(this.options.SmallestRatio > 0) || !(this.options.LargestRatio >= this.options.SmallestRatio))
        {
            throw new ArgumentException(
                $"Feature smoothing got momentum {this.options.Momentum} and variance ratios {this.options.SmallestRatio} to {this.options.LargestRatio}; expected a momentum in [0, 1) and 0 < smallest ≤ largest.", nameof(options));
        }

        (this.features, this.training, released) = (features, training, variant == PublishedVariant.AsReleased);
        (grid, first, bins) = (training.Bins, released ? FirstReleased : training.First, released ? LastReleased - FirstReleased + 1 : training.Counts.Length);
        (sums, squares, counts) = (new double[bins * features], new double[bins * features], new long[bins]);
    }

    /// <summary>Whether <see cref="Calibrate"/> changes anything yet.</summary>
    public bool Acts => scale is not null;

    /// <summary>Means of the features of each bin as kept now, [bins · F] row by row; null before the first epoch ended.</summary>
    public IReadOnlyList<double>? RunningMeans => running?.Means;

    /// <summary>Unbiased variances of the features of each bin as kept now, [bins · F]; null before the first epoch ended.</summary>
    public IReadOnlyList<double>? RunningVariances => running?.Variances;

    /// <summary>Takes in features of training samples, as they are before calibration (as released: after it); once each an epoch.</summary>
    /// <param name="batch"><c>[N, F]</c>.</param>
    /// <param name="labels">[N] training labels.</param>
    /// <exception cref="ArgumentException">The shapes do not belong together, or a label is outside the training labels.</exception>
    public void Collect(Tensor batch, ReadOnlySpan<double> labels)
    {
        RequireShape(batch, labels.Length);
        using DisposeScope scope = NewDisposeScope();
        Tensor wide = (released ? Calibrate(batch, labels) : batch).detach().to(ScalarType.Float64).contiguous();
        ReadOnlySpan<double> values = wide.data<double>().ToArray();
        for (int i = 0; i < labels.Length; i++)
        {
            int bin = Bin(labels[i], training.InBin(FirstReleased) > 0, training.InBin(LastReleased) > 0);
            if (bin == bins)
            {
                continue;
            }

            counts[bin]++;
            for (int f = 0; f < features; f++)
            {
                double value = values[i * features + f];
                sums[bin * features + f] += value;
                squares[bin * features + f] += value * value;
            }
        }
    }

    /// <summary>Ends an epoch: fixes the calibration of the next one from the statistics of the epochs before, then takes in what was collected.</summary>
    /// <exception cref="InvalidOperationException">Nothing was collected.</exception>
    public void EndEpoch()
    {
        if (counts.All(count => count == 0))
        {
            throw new InvalidOperationException("Feature smoothing ends an epoch, but no features were collected in it; call Collect for every training batch first.");
        }

        Statistics fresh = Collected();
        if (running is null)
        {
            running = fresh;
        }
        else
        {
            Statistics smoothed = running;
            running = running.Mixed(fresh, options.Momentum, features);
            Fix(released ? running : smoothed, smoothed);
        }

        Array.Clear(sums);
        Array.Clear(squares);
        Array.Clear(counts);
    }

    /// <summary>Calibrates features of training samples; gradients flow through. Not for validation or test.</summary>
    /// <param name="batch"><c>[N, F]</c>.</param>
    /// <param name="labels">[N] training labels.</param>
    /// <returns><c>[N, F]</c>; the same tensor while there are no statistics yet.</returns>
    /// <exception cref="ArgumentException">As <see cref="Collect"/>.</exception>
    public Tensor Calibrate(Tensor batch, ReadOnlySpan<double> labels)
    {
        RequireShape(batch, labels.Length);
        if (scale is null || shift is null)
        {
            return batch;
        }

        long[] indices = new long[labels.Length];
        bool hasFirst = labels.Contains(FirstReleased), hasLast = labels.Contains(LastReleased);
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = Bin(labels[i], hasFirst, hasLast);
        }

        using DisposeScope scope = NewDisposeScope();
        Tensor index = tensor(indices);
        return (batch * scale.index_select(0, index)).add(shift.index_select(0, index), alpha: Models.Numbers.One).MoveToOuterDisposeScope();
    }

    /// <summary>The statistics and the calibration at the end of an epoch, to keep or to take up again.</summary>
    internal void Pieces(CheckpointState state)
    {
        if (state.Has("smoothing.means", running is not null))
        {
            running ??= new Statistics(new double[sums.Length], new double[sums.Length], new bool[bins]);
            state.Numbers("smoothing.means", running.Means);
            state.Numbers("smoothing.variances", running.Variances);
            state.Text("smoothing.seen", string.Concat(running.Seen.Select(seen => seen ? '1' : '0'))).Select(digit => digit == '1').ToArray().CopyTo(running.Seen, 0);
        }

        if (state.Has("smoothing.scale", scale is not null))
        {
            state.Piece("smoothing.scale", scale ??= zeros(bins + 1, features).DetachFromDisposeScope());
            state.Piece("smoothing.shift", shift ??= zeros(bins + 1, features).DetachFromDisposeScope());
        }
    }

    /// <summary>Frees the calibration.</summary>
    public void Dispose()
    {
        scale?.Dispose();
        shift?.Dispose();
    }

    // The place of a label; as released, that after the last bin for a label that is left alone.
    private int Bin(double label, bool hasFirst, bool hasLast)
    {
        int bin = grid.Of(label) - first;
        if (released)
        {
            return bin < 0 ? hasFirst ? 0 : bins : bin >= bins ? hasLast ? bins - 1 : bins : bin;
        }

        return bin >= 0 && bin < bins ? bin : throw new ArgumentException($"The label {label} is outside the training labels, {grid.Lower(first)} to below {grid.Lower(first + bins)}.", nameof(label));
    }

    private void RequireShape(Tensor batch, int samples)
    {
        long[] shape = batch.shape;
        if (shape.Length != 2 || shape[0] != samples || shape[1] != features)
        {
            throw new ArgumentException($"Features must be [N, F] = [{samples}, {features}], got [{string.Join(", ", shape)}].", nameof(batch));
        }
    }

    private Statistics Collected()
    {
        double[] means = new double[sums.Length], variances = new double[sums.Length];
        for (int i = 0; i < sums.Length; i++)
        {
            long count = counts[i / features];
            means[i] = count == 0 ? 0 : sums[i] / count;
            variances[i] = count < 2 ? released && count == 0 ? 1 : 0 : Math.Max(0, squares[i] - count * means[i] * means[i]) / (count - 1);
        }

        return new Statistics(means, variances, [.. counts.Select(count => count > 0)]);
    }

    // From raw statistics to others after smoothing. The row after the last bin changes nothing.
    private void Fix(Statistics raw, Statistics smoothed)
    {
        float[] scales = new float[sums.Length + features], shifts = new float[sums.Length + features];
        scales.AsSpan(sums.Length).Fill(1);
        SmoothingKernel kernel = options.Kernel.Normalised();
        for (int f = 0; f < features; f++)
        {
            double[] mean = Column(raw.Means, f, raw.Seen), variance = Column(raw.Variances, f, raw.Seen);
            double[] smoothMean = kernel.Convolve(Column(smoothed.Means, f, smoothed.Seen), SmoothingEdge.Mirror), smoothVariance = kernel.Convolve(Column(smoothed.Variances, f, smoothed.Seen), SmoothingEdge.Mirror);
            for (int bin = 0; bin < bins; bin++)
            {
                bool known = variance[bin] > 1e-12;
                double factor = known ? Math.Sqrt(Math.Clamp(smoothVariance[bin] / variance[bin], options.SmallestRatio, options.LargestRatio)) : 1;
                scales[bin * features + f] = (float)factor;
                shifts[bin * features + f] = known ? (float)(smoothMean[bin] - mean[bin] * factor) : 0;
            }
        }

        Dispose();
        scale = tensor(scales, [bins + 1, features]).DetachFromDisposeScope();
        shift = tensor(shifts, [bins + 1, features]).DetachFromDisposeScope();
    }

    // One feature over bins; a bin that was never seen takes the mean of the nearest seen ones on both sides (as released, what it started with).
    private double[] Column(double[] rows, int feature, bool[] seen)
    {
        if (released)
        {
            return [.. Enumerable.Range(0, bins).Select(bin => rows[bin * features + feature])];
        }

        double[] column = new double[bins];
        for (int bin = 0; bin < bins; bin++)
        {
            int below = bin, above = bin;
            while (below >= 0 && !seen[below])
            {
                below--;
            }

            while (above < bins && !seen[above])
            {
                above++;
            }

            double low = below >= 0 ? rows[below * features + feature] : double.NaN, high = above < bins ? rows[above * features + feature] : low;
            column[bin] = ((below >= 0 ? low : high) + high) / 2;
        }

        return column;
    }

    private sealed record Statistics(double[] Means, double[] Variances, bool[] Seen)
    {
        public Statistics Mixed(Statistics fresh, double momentum, int features)
        {
            double[] means = [.. Means], variances = [.. Variances];
            for (int i = 0; i < means.Length; i++)
            {
                int bin = i / features;
                if (fresh.Seen[bin])
                {
                    double kept = Seen[bin] ? momentum : 0;
                    means[i] = kept * means[i] + (1 - kept) * fresh.Means[i];
                    variances[i] = kept * variances[i] + (1 - kept) * fresh.Variances[i];
                }
            }

            return new Statistics(means, variances, [.. Seen.Zip(fresh.Seen, (before, now) => before || now)]);
        }
    }
}
