using System.Globalization;
using System.Reflection;
using RegCls.Data.Labels;

namespace RegCls.Data.Depth;

/// <summary>The 100 buckets of 0.1 m from 0 to 10 m in which NYUD2-DIR counts depth, and its own counts, which are part of this assembly.</summary>
public static class DepthDistribution
{
    /// <summary>Number of buckets.</summary>
    public const int Buckets = 100;

    /// <summary>Width of a bucket in millimetres.</summary>
    public const int BucketMillimetres = 100;

    /// <summary>Buckets [0.1 k, 0.1 (k + 1)) m.</summary>
    public static LabelGrid Grid { get; } = new(0.1);

    /// <summary>How many training pixels of each bucket NYUD2-DIR has, from its release: none below 0.7 m, 3.6 · 10⁹ in all.</summary>
    public static LabelCounts Nyud2()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("labels/nyud2_depth_counts.csv")!;
        using StreamReader reader = new(stream);
        _ = reader.ReadLine();
        List<int> counts = [];
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            counts.Add(int.Parse(line.Split(',')[3], CultureInfo.InvariantCulture));
        }

        return LabelCounts.FromCounts(0, [.. counts], Grid);
    }

    /// <summary>The bucket of a known depth; what is deeper than 10 m counts in the last one.</summary>
    /// <param name="millimetres">Above 0.</param>
    public static int Bucket(ushort millimetres) => Math.Min(millimetres / BucketMillimetres, Buckets - 1);

    /// <summary>A depth in metres as the bins of <see cref="Grid"/> take it: what is 10 m away or farther counts to the last bucket, as in <see cref="Bucket"/>.</summary>
    public static double Within(double metres) => Math.Min(metres, (Buckets - 0.5) * Grid.Width);

    /// <summary>Which buckets NYUD2-DIR calls many-, medium- and few-shot (Yang et al. 2021).</summary>
    /// <param name="bucket">0 to 99.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such bucket.</exception>
    public static Shot Nyud2Shot(int bucket)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bucket);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(bucket, Buckets);
        return bucket switch
        {
            (>= 9 and <= 45) or 47 or 49 => Shot.Many,
            7 or 8 or 46 or 48 or (>= 50 and <= 56) or 58 or 60 or 61 or 63 => Shot.Medium,
            _ => Shot.Few,
        };
    }

    /// <summary>Counts the known depths of frames by bucket.</summary>
    /// <param name="cache">The frames.</param>
    /// <param name="frames">Which of them; null for all.</param>
    /// <exception cref="ArgumentException">None of the frames has a known depth.</exception>
    public static LabelCounts Of(IDepthFrames cache, IEnumerable<int>? frames = null)
    {
        ArgumentNullException.ThrowIfNull(cache);
        int[] counts = new int[Buckets];
        foreach (int frame in frames ?? Enumerable.Range(0, cache.Count))
        {
            Add(counts, cache.Depth(frame));
        }

        return counts.Any(count => count > 0) ? LabelCounts.FromCounts(0, counts, Grid) : throw new ArgumentException("None of the frames has a known depth; there is nothing to count.", nameof(frames));
    }

    /// <summary>Adds the known depths of a frame to counts by bucket.</summary>
    internal static void Add(Span<int> counts, ReadOnlySpan<ushort> depths)
    {
        foreach (ushort depth in depths)
        {
            if (depth > 0)
            {
                counts[Bucket(depth)]++;
            }
        }
    }
}
