using System.Globalization;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>A data set of pictures with depth on disk.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="title">What it is, in a line.</param>
/// <param name="layout">What is expected on disk.</param>
/// <param name="open">Makes its source from a path.</param>
public sealed class DepthDataSet(string name, string title, string layout, Func<string, IDepthSource> open) : IDataSet
{
    private const int Width = 76, Height = 56;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Title => title;

    /// <inheritdoc/>
    public string Layout => layout;

    /// <summary>Its frames at a path.</summary>
    /// <exception cref="InvalidDataException">The path does not hold this data set.</exception>
    /// <exception cref="IOException">There is nothing at the path.</exception>
    public IDepthSource Open(string path) => open(path);

    /// <inheritdoc/>
    public DataReport Check(string path, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        IDepthSource source = open(path);
        ProblemLog problems = new();
        List<(string Group, Subset? Subset)> frames = [];
        long[] counts = new long[DepthDistribution.Buckets];
        long pixels = 0, known = 0, masked = 0, far = 0;
        ushort least = ushort.MaxValue, most = 0;
        foreach ((DepthEntry entry, DepthPicture picture) in DepthReading.Decoded(source, (Width, Height), problems, cancellation))
        {
            frames.Add((entry.Group, entry.Subset));
            pixels += picture.Depth.Length;
            for (int i = 0; i < picture.Depth.Length; i++)
            {
                ushort depth = picture.Depth[i];
                if (depth > 0)
                {
                    known++;
                    far += depth >= DepthDistribution.Buckets * DepthDistribution.BucketMillimetres ? 1 : 0;
                    masked += picture.Mask?[i] ?? 0;
                    counts[DepthDistribution.Bucket(depth)]++;
                    (least, most) = (Math.Min(least, depth), Math.Max(most, depth));
                }
            }

            if (frames.Count % 100 == 0)
            {
                progress?.Report(frames.Count);
            }
        }

        if (frames.Count == 0)
        {
            throw new InvalidDataException($"{source.Description}: no usable frame{string.Concat(problems.Summaries().Select(problem => "; " + problem))}.");
        }

        (string rule, IReadOnlyList<(string, int)> splits) = Split(frames);
        return new DataReport
        {
            Source = source.Description,
            Usable = frames.Count,
            Facts =
            [
                ("depth", string.Create(CultureInfo.InvariantCulture, $"{least / 1000.0:0.00} to {most / 1000.0:0.00} m{(far > 0 ? $", {far} pixels at 10 m or farther count in the last bucket" : "")}")),
                ("valid pixels", string.Create(CultureInfo.InvariantCulture, $"{100.0 * known / pixels:0.0} % of {pixels}; the others are left out of losses, classes and errors")),
                ("scenes or recordings", frames.Select(frame => frame.Group).Distinct(StringComparer.Ordinal).Count().ToString(CultureInfo.InvariantCulture)),
                ("read at", string.Create(CultureInfo.InvariantCulture, $"{Width}×{Height} pixels, {5L * Width * Height * frames.Count / 1e6:0} MB as a cache")),
                .. source.HasMasks ? new[] { ("balanced test mask", string.Create(CultureInfo.InvariantCulture, $"{masked} known pixels")) } : [],
            ],
            SplitRule = rule,
            Splits = splits,
            Histogram = Histogram(counts),
            Problems = problems.Summaries(),
        };
    }

    private static (string, IReadOnlyList<(string, int)>) Split(List<(string Group, Subset? Subset)> frames)
    {
        if (frames.TrueForAll(frame => frame.Subset is not null))
        {
            return ("by the data set's own tables or by scenes", Parts([.. frames.Select(frame => frame.Subset)]));
        }

        try
        {
            return ("stretches of time of each recording, with gaps between", Parts(new TimeSplit().Split([.. frames.Select(frame => frame.Group)])));
        }
        catch (ArgumentException)
        {
            return ("recordings too short for stretches of time", []);
        }

        static IReadOnlyList<(string, int)> Parts(Subset?[] subsets)
            => [.. Enum.GetValues<Subset>().Select(subset => (subset.ToString().ToLowerInvariant(), subsets.Count(value => value == subset))), .. subsets.Contains(null) ? new[] { ("left out", subsets.Count(value => value is null)) } : []];
    }

    // From the first to the last bucket that holds a pixel.
    private static (string, long)[] Histogram(long[] counts)
    {
        int first = Array.FindIndex(counts, count => count > 0), last = Array.FindLastIndex(counts, count => count > 0);
        return [.. Enumerable.Range(first, last - first + 1).Select(bucket => (string.Create(CultureInfo.InvariantCulture, $"[{bucket / 10.0:0.0}, {(bucket + 1) / 10.0:0.0}) m"), counts[bucket]))];
    }
}
