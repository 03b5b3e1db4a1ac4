using System.Globalization;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>
/// Takes the frames of a source as they are decoded, and judges them as a whole: which are there twice, whether the parts are in one unit, and whether rooms are as large as that. A check and a training
/// go through the same gate.
/// </summary>
internal sealed class DepthIntake
{
    // Training and test of one data set show rooms of a kind: their medians differ by less than this factor, half way to the nearest unit that people store depth in.
    private const double MostBetweenParts = 2;

    // Rooms are as deep as those of NYUD2-DIR (median 2.5 m) within this factor: 0.9 to 7 m.
    private const double MostFromRooms = 2.8;

    private readonly List<SampleIdentity> identities = [];
    private readonly List<DepthEntry> entries = [];
    private readonly Dictionary<Subset, DepthStatistics> parts = [];
    private readonly DepthStatistics all = new();
    private readonly DepthStatistics trained = new();

    /// <summary>How many frames were taken, also those that are there twice.</summary>
    public int Count => entries.Count;

    /// <summary>All frames together.</summary>
    public DepthStatistics All => all;

    /// <summary>Takes a frame.</summary>
    public void Add(DepthEntry entry, DepthPicture picture)
    {
        identities.Add(new SampleIdentity(entry.Name, entry.Key, Duplicates.ContentOf(picture.Colour), entry.Subset));
        entries.Add(entry with { Decode = null! });
        all.Add(picture);
        if (entry.Subset is not Subset.Test)
        {
            trained.Add(picture);
        }

        if (entry.Subset is { } part)
        {
            (parts.TryGetValue(part, out DepthStatistics? statistics) ? statistics : parts[part] = new DepthStatistics()).Add(picture);
        }
    }

    /// <summary>Which frames count; the others are noted.</summary>
    public bool[] Kept(ProblemLog problems) => Duplicates.Kept(identities, problems);

    /// <summary>The frames that count.</summary>
    public IReadOnlyList<DepthEntry> Frames(IReadOnlyList<bool> kept) => [.. entries.Where((_, i) => kept[i])];

    /// <summary>The facts of a part.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts(Subset part) => (parts.GetValueOrDefault(part) ?? (parts.Count == 0 ? all : new DepthStatistics())).Facts();

    /// <summary>What is wrong with the depths as a whole, a sentence each.</summary>
    /// <param name="source">The data set: where its unit was said, that is believed.</param>
    public IEnumerable<string> Refusals(IDepthSource source)
    {
        if (parts.GetValueOrDefault(Subset.Test) is { } test && test.Counted == 0)
        {
            yield return "no pixel of the test part counts: its masks leave out every pixel with a known depth";
        }

        if (source.UnitIsSaid)
        {
            yield break;
        }

        foreach ((string name, DepthStatistics statistics, double readAs, string against, double expected, double factor) in Compared(source))
        {
            if (statistics.Known > 0 && !IsNear(statistics.Quantile(0.5), expected, factor))
            {
                yield return Sentence(name, statistics.Quantile(0.5), against, expected, readAs);
            }
        }
    }

    // What is stored in one way is compared with rooms; where test is stored in another way, one of the two with rooms and the other with that one.
    private IEnumerable<(string, DepthStatistics, double, string, double, double)> Compared(IDepthSource source)
    {
        const string Training = "the part for training", Test = "the part for test", Rooms = "rooms";
        if (!source.TestIsStoredApart || trained.Known == 0 || !parts.TryGetValue(Subset.Test, out DepthStatistics? test) || test.Known == 0)
        {
            yield return ("the data set", all, source.PerMetre(null), Rooms, RoomMedian.Value, MostFromRooms);
        }
        else if (IsNear(trained.Quantile(0.5), RoomMedian.Value, MostFromRooms))
        {
            yield return (Test, test, source.PerMetre(Subset.Test), Training, trained.Quantile(0.5), MostBetweenParts);
        }
        else
        {
            yield return (Training, trained, source.PerMetre(Subset.Train), Rooms, RoomMedian.Value, MostFromRooms);
            yield return (Test, test, source.PerMetre(Subset.Test), Rooms, RoomMedian.Value, MostFromRooms);
        }
    }

    private static Lazy<double> RoomMedian { get; } = new(() =>
    {
        LabelCounts counts = DepthDistribution.Nyud2();
        long below = 0, half = counts.Counts.ToArray().Sum(count => (long)count) / 2;
        int bucket = counts.First;
        while (below + counts.InBin(bucket) < half)
        {
            below += counts.InBin(bucket++);
        }

        return (bucket + (double)(half - below) / counts.InBin(bucket)) * DepthDistribution.Grid.Width;
    });

    private static bool IsNear(double depth, double other, double factor) => depth > other / factor && depth < other * factor;

    private static string Sentence(string what, double median, string against, double expected, double readAs)
    {
        double ratio = median / expected;
        DepthUnit unit = DepthUnit.Nearest(readAs, ratio);
        string guess = unit.PerMetre == readAs
            ? string.Create(CultureInfo.InvariantCulture, $"no unit that is known fits; if {readAs} stored are a metre indeed, say --depth-scale {readAs}")
            : string.Create(CultureInfo.InvariantCulture, $"they may be stored in {unit}; if {readAs} stored are a metre indeed, say --depth-scale {readAs}");
        return string.Create(CultureInfo.InvariantCulture, $"{what} has depths with a median of {median:0.###} m, {against} {expected:0.##} m, {(ratio < 1 ? 1 / ratio : ratio):0.##} times {(ratio < 1 ? "more" : "less")}: {guess}");
    }
}
