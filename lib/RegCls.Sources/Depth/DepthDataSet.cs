using System.Globalization;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>A data set of pictures with depth on disk.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="title">What it is, in a line.</param>
/// <param name="layout">What is expected on disk.</param>
/// <param name="open">Makes its source from a path and the number of stored units a metre, null for that of the format.</param>
public sealed class DepthDataSet(string name, string title, string layout, Func<string, double?, IDepthSource> open) : IDataSet
{
    private const int Width = 76, Height = 56;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Title => title;

    /// <inheritdoc/>
    public string Layout => layout;

    /// <summary>Its frames at a path.</summary>
    /// <param name="path">File or folder.</param>
    /// <param name="depthScale">How many stored units of depth are a metre; null for what <see cref="DepthScale.Variable"/> says, else the format.</param>
    /// <exception cref="InvalidDataException">The path does not hold this data set.</exception>
    /// <exception cref="IOException">There is nothing at the path.</exception>
    public IDepthSource Open(string path, double? depthScale = null) => open(path, DepthScale.Said(depthScale));

    /// <inheritdoc/>
    public DataReport Check(string path, double? depthScale = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        IDepthSource source = Open(path, depthScale);
        ProblemLog problems = new();
        DepthIntake intake = new();
        SampleViews views = new(DataReport.MostSamples);
        foreach ((DepthEntry entry, DepthPicture picture) in DepthReading.Decoded(source, (Width, Height), problems, cancellation))
        {
            views.Offer(intake.Count, () => View(entry.Name, picture));
            intake.Add(entry, picture);
            if (intake.Count % 100 == 0)
            {
                progress?.Report(intake.Count);
            }
        }

        if (intake.Count == 0)
        {
            throw new InvalidDataException($"{source.Description}: no usable frame{string.Concat(problems.Summaries().Select(problem => "; " + problem))}.");
        }

        bool[] kept = intake.Kept(problems);
        IReadOnlyList<DepthEntry> frames = intake.Frames(kept);
        (string rule, Subset?[]? subsets) = Split(frames);
        long[] buckets = new long[DepthDistribution.Buckets];
        intake.All.AddTo(buckets);
        return new DataReport
        {
            Source = source.Description,
            Accounting = problems.Account(frames.Count),
            Facts =
            [
                .. intake.All.Facts(),
                .. intake.All.Quantile(1) < 10 ? [] : new[] { ("10 m and farther", "counts in the last bucket") },
                ("scenes or recordings", frames.Select(frame => frame.Group).Distinct(StringComparer.Ordinal).Count().ToString(CultureInfo.InvariantCulture)),
                ("read at", string.Create(CultureInfo.InvariantCulture, $"{Width}×{Height} pixels, {5L * Width * Height * frames.Count / 1e6:0} MB as a cache")),
                .. source.HasMasks ? new[] { ("balanced test mask", "of the test part only what it leaves counts") } : [],
            ],
            SplitRule = rule,
            Parts = subsets is null ? [] : [.. Parts(subsets, frames[0].Subset is null ? _ => [] : intake.Facts)],
            Histogram = Histogram(buckets),
            Refusals = [.. intake.Refusals(source), .. TrainingParts.Missing(subsets) is { } missing ? new[] { subsets is null ? rule : missing } : []],
            Samples = views.Chosen(kept),
        };
    }

    /// <summary>A frame to look at.</summary>
    internal static SampleView View(string name, DepthPicture picture)
    {
        ushort[] known = [.. picture.Depth.Where(depth => depth > 0).Order()];
        return new SampleView(name, (known[known.Length / 2] / 1000.0).ToString("0.00", CultureInfo.InvariantCulture), picture.Width, picture.Height, picture.Colour, picture.Depth);
    }

    // The parts of the data set, or those of a rule; the rule's reason where there are none.
    private static (string Rule, Subset?[]? Subsets) Split(IReadOnlyList<DepthEntry> frames)
    {
        if (frames.All(frame => frame.Subset is not null))
        {
            return ("by the data set's own tables or by rooms", [.. frames.Select(frame => frame.Subset)]);
        }

        try
        {
            return ("stretches of time of each recording, with gaps between", new TimeSplit().Split([.. frames.Select(frame => frame.Group)]));
        }
        catch (ArgumentException exception)
        {
            return (exception.Message, null);
        }
    }

    private static IEnumerable<PartReport> Parts(Subset?[] subsets, Func<Subset, IReadOnlyList<(string, string)>> facts)
    {
        foreach (Subset part in Enum.GetValues<Subset>())
        {
            yield return new PartReport(part.ToString().ToLowerInvariant(), subsets.Count(value => value == part), facts(part));
        }

        if (subsets.Contains(null))
        {
            yield return new PartReport("left out", subsets.Count(value => value is null), []);
        }
    }

    // From the first to the last bucket that holds a pixel.
    private static (string, long)[] Histogram(long[] counts)
    {
        int first = Array.FindIndex(counts, count => count > 0), last = Array.FindLastIndex(counts, count => count > 0);
        return [.. Enumerable.Range(first, last - first + 1).Select(bucket => (string.Create(CultureInfo.InvariantCulture, $"[{bucket / 10.0:0.0}, {(bucket + 1) / 10.0:0.0}) m"), counts[bucket]))];
    }
}
