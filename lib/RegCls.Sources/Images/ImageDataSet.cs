using System.Globalization;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>A data set of labelled images on disk.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="title">What it is, in a line.</param>
/// <param name="layout">What is expected on disk.</param>
/// <param name="open">Makes its source from a path.</param>
/// <param name="size">Pixels to decode to, as its trainings do.</param>
public sealed class ImageDataSet(string name, string title, string layout, Func<string, IImageSource> open, int size) : IDataSet
{
    private static readonly double[] RoundSteps = [1, 2, 5, 10];

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Title => title;

    /// <inheritdoc/>
    public string Layout => layout;

    /// <summary>Its images at a path.</summary>
    /// <exception cref="InvalidDataException">The path does not hold this data set.</exception>
    /// <exception cref="FileNotFoundException">There is nothing at the path.</exception>
    public IImageSource Open(string path) => open(path);

    /// <inheritdoc/>
    public DataReport Check(string path, double? depthScale = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        if (depthScale is not null)
        {
            throw new ArgumentException($"{name} has no depth, so no scale of depth can be given for it.", nameof(depthScale));
        }

        IImageSource source = open(path);
        ProblemLog problems = new();
        List<SampleIdentity> identities = [];
        SampleViews views = new(DataReport.MostSamples);
        foreach ((ImageEntry entry, byte[] pixels, UInt128 content) in ImageReading.Decoded(source, size, problems, cancellation))
        {
            views.Offer(identities.Count, () => new SampleView(entry.Name, entry.Label.ToString(CultureInfo.InvariantCulture), size, size, pixels));
            identities.Add(entry.Identity(content));
            if (identities.Count % 500 == 0)
            {
                progress?.Report(identities.Count);
            }
        }

        if (identities.Count == 0)
        {
            throw new InvalidDataException($"{source.Description}: no usable image{string.Concat(problems.Summaries().Select(problem => "; " + problem))}.");
        }

        bool[] kept = Duplicates.Kept(identities, problems);
        SampleIdentity[] samples = [.. identities.Where((_, i) => kept[i])];
        double[] labels = [.. samples.Select(sample => sample.Label!.Value)];
        bool own = samples.All(sample => sample.Subset is not null);
        Subset[]? subsets = own ? [.. samples.Select(sample => sample.Subset!.Value)] : new DirSplit().SplitByName([.. samples.Select(sample => sample.Name)], labels, seed: 0);
        return new DataReport
        {
            Source = source.Description,
            Accounting = problems.Account(samples.Length),
            Facts =
            [
                ("labels", Range(labels)),
                ("decoded to", $"{size}×{size} pixels, {Megabytes(samples.Length)} MB as a cache"),
                .. Shots(labels, subsets),
                .. Persons(samples, subsets, own),
            ],
            SplitRule = own ? "the data set's own split" : subsets is null ? "too few samples of any label for a DIR split" : "DIR split, seed 0: validation and test balanced over whole labels",
            Parts = subsets is null ? [] : [.. Enum.GetValues<Subset>().Select(part => Part(part, [.. labels.Where((_, i) => subsets[i] == part)]))],
            Histogram = Histogram(labels),
            Refusals = TrainingParts.Missing(subsets?.Select(subset => (Subset?)subset).ToArray()) is { } missing ? [missing] : [],
            Samples = views.Chosen(kept),
        };
    }

    private static PartReport Part(Subset part, double[] labels) => new(part.ToString().ToLowerInvariant(), labels.Length, [("labels", labels.Length == 0 ? "none" : Range(labels))]);

    private static string Range(double[] labels) => string.Create(CultureInfo.InvariantCulture, $"{labels.Min()} to {labels.Max()}, median {labels.Order().ElementAt(labels.Length / 2)}");

    private string Megabytes(int count) => (3L * size * size * count / 1e6).ToString("0", CultureInfo.InvariantCulture);

    private static IEnumerable<(string, string)> Shots(double[] labels, Subset[]? subsets)
    {
        if (subsets is null || !subsets.Contains(Subset.Train))
        {
            yield break;
        }

        LabelCounts training = LabelCounts.Of([.. labels.Where((_, i) => subsets[i] == Subset.Train)]);
        Shot[] shots = new ShotRule().Of([.. labels.Distinct()], training);
        yield return ("many / medium / few", string.Join(" / ", Enum.GetValues<Shot>().Select(shot => shots.Count(value => value == shot))) + " different labels, by training images (more than 100, 20 to 100, fewer than 20)");
    }

    // A published split is kept as it is: what it mixes is said.
    private static IEnumerable<(string, string)> Persons(SampleIdentity[] samples, Subset[]? subsets, bool own)
    {
        var people = samples.Select((sample, i) => (Person: PersonName.Of(sample.Name), Part: subsets?[i])).Where(sample => sample.Person is not null).GroupBy(sample => sample.Person, StringComparer.Ordinal).ToList();
        if (people.Count > 0 && subsets is not null)
        {
            int shared = people.Count(person => person.Select(sample => sample.Part).Distinct().Count() > 1);
            yield return ("persons", string.Create(CultureInfo.InvariantCulture, $"{people.Count} told by the names, {shared} of them in more than one part{(shared > 0 && own ? ", as the data set's own split has it: its test errors are not those on strangers" : "")}"));
        }
    }

    // Ten ranges at most of a round width, so that any label range prints as a short table.
    private static (string, long)[] Histogram(double[] labels)
    {
        double span = labels.Max() - labels.Min(), largest = Math.Max(1, labels.Max(Math.Abs));

        // Labels that are all the same, or as good as, stand in one range.
        double power = Math.Pow(10, Math.Floor(Math.Log10(span / 10)));
        double width = span > 1e-6 * largest ? RoundSteps.Select(step => step * power).First(step => span / step <= 12) : largest;
        LabelCounts counts = LabelCounts.Of(labels, new LabelGrid(width));
        return [.. Enumerable.Range(counts.First, counts.Last - counts.First + 1).Select(bin => (Bounds(counts.Bins, bin), (long)counts.InBin(bin)))];
    }

    private static string Bounds(LabelGrid bins, int bin)
        => string.Create(CultureInfo.InvariantCulture, $"[{Math.Round(bins.Lower(bin), 9)}, {Math.Round(bins.Lower(bin + 1), 9)})");
}
