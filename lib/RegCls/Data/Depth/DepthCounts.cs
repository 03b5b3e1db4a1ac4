using RegCls.Data.Labels;

namespace RegCls.Data.Depth;

/// <summary>How often each depth occurs, by the millimetre: all that class ranges, keep probabilities, weights and shots need to know of a training set, whatever its size.</summary>
public sealed class DepthCounts
{
    private readonly long[] counts;

    private DepthCounts(long[] counts)
    {
        this.counts = counts;
        Total = counts.Sum();
    }

    /// <summary>The shot rule of NYUD2-DIR over its 3,513,286,656 training pixels: many above 26 million in a bucket, few below 10 million.</summary>
    public static ShotRule NyudShots { get; } = new() { ManyAbove = 26e6, FewBelow = 10e6 };

    /// <summary>Training pixels of NYUD2-DIR.</summary>
    public const long NyudTotal = 3_513_286_656;

    /// <summary>All pixels with a known depth.</summary>
    public long Total { get; }

    /// <summary>Counts of 0…65,535 mm; that of 0, not known, is 0.</summary>
    public ReadOnlySpan<long> Millimetres => counts;

    /// <summary>Counts the known depths of frames.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="indices">Which of them.</param>
    /// <exception cref="ArgumentException">No depth is known.</exception>
    public static DepthCounts Of(IDepthFrames frames, ReadOnlySpan<int> indices)
    {
        ArgumentNullException.ThrowIfNull(frames);
        long[] counts = new long[ushort.MaxValue + 1];
        foreach (int frame in indices)
        {
            foreach (ushort depth in frames.Depth(frame))
            {
                counts[depth]++;
            }
        }

        counts[0] = 0;
        return counts.Any(count => count > 0)
            ? new DepthCounts(counts)
            : throw new ArgumentException($"None of the pixels of {indices.Length} frames has a known depth; check the unit of the depth images (16-bit millimetres).", nameof(frames));
    }

    /// <summary>Counts of the 100 buckets of 0.1 m; what is deeper than 10 m counts in the last one.</summary>
    public LabelCounts Buckets()
    {
        int[] buckets = new int[DepthDistribution.Buckets];
        long factor = Factor;
        for (int depth = 1; depth < counts.Length; depth++)
        {
            buckets[DepthDistribution.Bucket((ushort)depth)] += Thinned(counts[depth], factor);
        }

        return LabelCounts.FromCounts(0, buckets, DepthDistribution.Grid);
    }

    /// <summary>The shot rule for these counts: a bucket is many-, medium- or few-shot by its share of the pixels, with the shares of NYUD2-DIR.</summary>
    public ShotRule Shots()
    {
        double share = (double)Buckets().Total / NyudTotal;
        return NyudShots with { ManyAbove = NyudShots.ManyAbove * share, FewBelow = NyudShots.FewBelow * share };
    }

    /// <summary>Counts of each class of some labels.</summary>
    /// <param name="labels">Class of each millimetre, [65,536], -1 for none.</param>
    /// <param name="classes">Number of classes.</param>
    internal int[] Histogram(ReadOnlySpan<long> labels, int classes)
    {
        int[] histogram = new int[classes];
        long factor = Factor;
        for (int depth = 1; depth < counts.Length; depth++)
        {
            if (labels[depth] >= 0)
            {
                histogram[labels[depth]] += Thinned(counts[depth], factor);
            }
        }

        return histogram;
    }

    /// <summary>Depths that stand for all: as many quantiles as asked for, in rising order, in metres.</summary>
    /// <param name="count">How many, positive.</param>
    internal double[] Quantiles(int count)
    {
        double[] quantiles = new double[count];
        long below = 0;
        int depth = 0;
        for (int i = 0; i < count; i++)
        {
            double wanted = (i + 0.5) / count * Total;
            while (below + counts[depth] < wanted)
            {
                below += counts[depth++];
            }

            quantiles[i] = depth / 1000.0;
        }

        return quantiles;
    }

    /// <summary>The mean depth in metres.</summary>
    internal double Mean()
    {
        double sum = 0;
        for (int depth = 0; depth < counts.Length; depth++)
        {
            sum += (double)depth * counts[depth];
        }

        return sum / Total / 1000;
    }

    // Class counts are 32-bit: those of more than two billion pixels are divided by one number, and what occurs stays.
    private long Factor => 1 + Total / 2_000_000_000;

    private static int Thinned(long count, long factor) => count == 0 ? 0 : (int)Math.Max(1, count / factor);
}
