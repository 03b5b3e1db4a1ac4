using System.Globalization;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>
/// The decoded images of a source in one memory-mapped file: N · 3 · size² bytes of planar RGB, then names, labels, splits and what was skipped. Training reads it
/// without decoding anything; the file is 12 KB an image at 64 px, 151 KB at 224 px. It is found again by source and size.
/// </summary>
public sealed class ImageCache : IImages, IDisposable
{
    private readonly MappedCache<Stored> file;

    private ImageCache(MappedCache<Stored> file, int size) => (this.file, Size) = (file, size);

    /// <summary>The file.</summary>
    public string Path => file.Path;

    /// <summary>Width and height of each image in pixels.</summary>
    public int Size { get; }

    /// <summary>How many images.</summary>
    public int Count => file.Count;

    /// <summary>What the source says of itself.</summary>
    public string Description => file.Content.Description;

    /// <summary>Targets, <c>[N]</c>.</summary>
    public ReadOnlySpan<double> Labels => file.Content.Labels;

    /// <summary>Names, <c>[N]</c>.</summary>
    public IReadOnlyList<string> Names => file.Content.Names;

    /// <summary>The data set's own split, <c>[N]</c>; null where it has none.</summary>
    public IReadOnlyList<Subset>? Subsets => file.Content.Subsets;

    /// <summary>What became of everything that the source holds.</summary>
    public Accounting Accounting => file.Content.Accounting;

    /// <summary>What was skipped when the source was read.</summary>
    public IReadOnlyList<ProblemSummary> Problems => file.Content.Accounting.Problems;

    /// <summary>Opens the cache of a source, decoding its images first if that was not done before.</summary>
    /// <param name="source">The images.</param>
    /// <param name="size">Width and height in pixels to decode to.</param>
    /// <param name="folder">Where caches are kept; null for <see cref="CacheFiles.DefaultFolder"/>.</param>
    /// <param name="progress">Told now and then how many images were decoded.</param>
    /// <param name="cancellation">Stops the decoding and leaves no file.</param>
    /// <exception cref="InvalidDataException">No image is usable.</exception>
    /// <exception cref="IOException">The source cannot be read or the folder not be written.</exception>
    public static ImageCache Open(IImageSource source, int size, string? folder = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        int length = 3 * size * size;
        return new ImageCache(
            MappedCache<Stored>.Open(
                MappedCache<Stored>.PathOf(folder, $"{size}|{source.Identity}", $"-{size}.images"), (content, count, block) => block == length && content.IsOf(count), length,
                blocks => Fill(blocks, source, size, progress, cancellation)),
            size);
    }

    /// <summary>The pixels of one image, planar RGB, <c>[3, size, size]</c>. Valid until the cache is disposed; may be read from any thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public ReadOnlySpan<byte> Pixels(int index) => file[index];

    /// <summary>One image to look at, with its label.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public SampleView View(int index) => new(file.Content.Names[index], file.Content.Labels[index].ToString(CultureInfo.InvariantCulture), Size, Size, Pixels(index).ToArray());

    /// <summary>The data set's own split, or a DIR split where it has none; that one depends on names and labels only, so folder and archive of one data set agree.</summary>
    /// <param name="rule">The rule of the DIR split; null for the default.</param>
    /// <param name="seed">Names its random streams.</param>
    /// <returns><c>[N]</c>, with at least one image in each part.</returns>
    /// <exception cref="InvalidDataException">A part would be empty, so that nothing can be trained.</exception>
    public Subset[] Split(DirSplit? rule = null, int seed = 0)
    {
        Subset[]? subsets = file.Content.Subsets is { } own ? [.. own] : (rule ?? new DirSplit()).SplitByName(file.Content.Names, file.Content.Labels, seed);
        return [.. TrainingParts.Required(subsets?.Select(subset => (Subset?)subset).ToArray(), Description).Select(subset => subset!.Value)];
    }

    /// <summary>Sixteen hexadecimal digits that name these images: name, label, own part and pixels of each, in the order of their names, so that folder and archive of one data set agree.</summary>
    public string Fingerprint()
    {
        using Fingerprint print = new();
        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort((string[])file.Content.Names.Clone(), order, StringComparer.Ordinal);
        foreach (int i in order)
        {
            print.Add($"{file.Content.Names[i]}|{file.Content.Labels[i]:R}|{file.Content.Subsets?[i]}|{Size}").Add(Pixels(i));
        }

        return print.ToString();
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => file.Dispose();

    private static Stored Fill(BlockWriter blocks, IImageSource source, int size, IProgress<int>? progress, CancellationToken cancellation)
    {
        ProblemLog problems = new();
        List<ImageEntry> entries = [];
        List<SampleIdentity> identities = [];
        foreach ((ImageEntry entry, byte[] image, UInt128 hash) in ImageReading.Decoded(source, size, problems, cancellation))
        {
            blocks.Add(image);
            entries.Add(entry with { Pixels = null! });
            identities.Add(entry.Identity(hash));
            if (entries.Count % 500 == 0)
            {
                progress?.Report(entries.Count);
            }
        }

        if (entries.Count == 0)
        {
            throw new InvalidDataException($"{source.Description}: no usable image{string.Concat(problems.Summaries().Select(problem => "; " + problem))}.");
        }

        bool[] kept = Duplicates.Kept(identities, problems);
        blocks.Keep(kept);
        entries = [.. entries.Where((_, i) => kept[i])];
        progress?.Report(entries.Count);
        return new Stored(
            source.Description, [.. entries.Select(entry => entry.Name)], [.. entries.Select(entry => entry.Label)],
            entries.All(entry => entry.Subset is not null) ? [.. entries.Select(entry => entry.Subset!.Value)] : null, problems.Account(entries.Count));
    }

    private sealed record Stored(string Description, string[] Names, double[] Labels, Subset[]? Subsets, Accounting Accounting)
    {
        // What was read from a file may miss any part.
        public bool IsOf(int count) => this is { Names: not null, Labels: not null, Accounting.Problems: not null, Description: not null }
            && Names.Length == count && Labels.Length == count && (Subsets is null || Subsets.Length == count);
    }
}
