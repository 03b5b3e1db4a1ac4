using System.Globalization;

namespace RegCls.Data.Depth;

/// <summary>How often each depth occurs in a part of a data set, by the millimetre.</summary>
internal sealed class DepthStatistics
{
    private readonly long[] counts = new long[ushort.MaxValue + 1];
    private readonly SortedSet<int> bits = [];

    /// <summary>Number of frames.</summary>
    public int Frames { get; private set; }

    /// <summary>Number of pixels.</summary>
    public long Pixels { get; private set; }

    /// <summary>Number of pixels with a known depth.</summary>
    public long Known { get; private set; }

    /// <summary>Number of pixels with a known depth that a test counts.</summary>
    public long Counted { get; private set; }

    /// <summary>Adds a frame.</summary>
    public void Add(DepthPicture picture)
    {
        Frames++;
        Pixels += picture.Depth.Length;
        if (picture.Bits > 0)
        {
            bits.Add(picture.Bits);
        }

        for (int i = 0; i < picture.Depth.Length; i++)
        {
            ushort depth = picture.Depth[i];
            if (depth > 0)
            {
                counts[depth]++;
                Known++;
                Counted += picture.Mask?[i] ?? 1;
            }
        }
    }

    /// <summary>The depth in metres below which a share of the known pixels is; 0 where none is known.</summary>
    public double Quantile(double share)
    {
        long below = 0, wanted = (long)Math.Ceiling(share * Known);
        int depth = 0;
        while (depth < counts.Length - 1 && below < Math.Max(wanted, 1))
        {
            below += counts[++depth];
        }

        return Known == 0 ? 0 : depth / 1000.0;
    }

    /// <summary>Adds the counts by bucket of <see cref="DepthDistribution"/> to others.</summary>
    public void AddTo(long[] buckets)
    {
        for (int depth = 1; depth < counts.Length; depth++)
        {
            buckets[DepthDistribution.Bucket((ushort)depth)] += counts[depth];
        }
    }

    /// <summary>Range, quantiles and how it is stored, for a report.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts() =>
    [
        ("depth", Known == 0 ? "none is known" : string.Create(CultureInfo.InvariantCulture, $"{Quantile(0):0.00} to {Quantile(1):0.00} m")),
        ("5, 50, 95 %", string.Create(CultureInfo.InvariantCulture, $"{Quantile(0.05):0.00}, {Quantile(0.5):0.00}, {Quantile(0.95):0.00} m")),
        ("known pixels", string.Create(CultureInfo.InvariantCulture, $"{100.0 * Known / Math.Max(Pixels, 1):0.0} %")),
        ("stored with", bits.Count == 0 ? "–" : $"{string.Join(" and ", bits)} bits"),
    ];
}
