using System.Runtime.InteropServices;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>
/// The decoded frames of a source in one memory-mapped file: for each frame planar RGB, depth in millimetres and, where the source has them, the test mask; then names, groups
/// and splits. Training reads it without decoding anything, and its memory does not grow with the data set. It is found again by source and size.
/// </summary>
public sealed class DepthCache : IDepthFrames, IDisposable
{
    private readonly MappedCache<Stored> file;

    private DepthCache(MappedCache<Stored> file, int width, int height) => (this.file, Width, Height) = (file, width, height);

    /// <summary>The file.</summary>
    public string Path => file.Path;

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>How many frames.</summary>
    public int Count => file.Count;

    /// <summary>What the source says of itself.</summary>
    public string Description => file.Content.Description;

    /// <summary>Names, <c>[N]</c>.</summary>
    public IReadOnlyList<string> Names => file.Content.Names;

    /// <summary>Scene or recording of each frame, <c>[N]</c>; the frames of one are neighbours in the order of time.</summary>
    public IReadOnlyList<string> Groups => file.Content.Groups;

    /// <summary>The data set's own split, <c>[N]</c>; null where it has none.</summary>
    public IReadOnlyList<Subset>? Subsets => file.Content.Subsets;

    /// <summary>Whether <see cref="Mask"/> leaves out pixels.</summary>
    public bool HasMasks => file.Content.HasMasks;

    /// <summary>What became of everything that the source holds.</summary>
    public Accounting Accounting => file.Content.Accounting;

    /// <summary>What was skipped when the source was read.</summary>
    public IReadOnlyList<ProblemSummary> Problems => file.Content.Accounting.Problems;

    private int Area => Width * Height;

    /// <summary>Opens the cache of a source, decoding its frames first if that was not done before.</summary>
    /// <param name="source">The frames.</param>
    /// <param name="width">Pixels a row to scale to.</param>
    /// <param name="height">Rows to scale to.</param>
    /// <param name="folder">Where caches are kept; null for <see cref="CacheFiles.DefaultFolder"/>.</param>
    /// <param name="progress">Told now and then how many frames were decoded.</param>
    /// <param name="cancellation">Stops the decoding and leaves no file.</param>
    /// <exception cref="InvalidDataException">No frame is usable.</exception>
    /// <exception cref="IOException">The source cannot be read or the folder not be written.</exception>
    public static DepthCache Open(IDepthSource source, int width, int height, string? folder = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        int area = width * height;
        return new DepthCache(
            MappedCache<Stored>.Open(
                MappedCache<Stored>.PathOf(folder, $"{width}|{height}|{source.Identity}", $"-{width}x{height}.depth"), (content, count, length) => content.IsOf(count) && length == Length(area, content.HasMasks), Length(area, source.HasMasks),
                blocks => Fill(blocks, source, width, height, progress, cancellation)),
            width,
            height);
    }

    /// <summary>The colours of a frame, planar RGB, <c>[3, height, width]</c>. Valid until the cache is disposed; may be read from any thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public ReadOnlySpan<byte> Colour(int index) => file[index][..(3 * Area)];

    /// <summary>The depths of a frame in millimetres, <c>[height, width]</c>, 0 where not known. Valid until the cache is disposed; may be read from any thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public ReadOnlySpan<ushort> Depth(int index) => MemoryMarshal.Cast<byte, ushort>(file[index].Slice(DepthAt(Area), 2 * Area));

    /// <summary>1 for pixels that a test counts, 0 for others, <c>[height, width]</c>; empty where <see cref="HasMasks"/> is false.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public ReadOnlySpan<byte> Mask(int index)
    {
        ReadOnlySpan<byte> frame = file[index];
        return HasMasks ? frame.Slice(DepthAt(Area) + 2 * Area, Area) : [];
    }

    /// <summary>One frame to look at, with the median of its depths in metres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public SampleView View(int index) => DepthDataSet.View(Names[index], new DepthPicture { Width = Width, Height = Height, Colour = Colour(index).ToArray(), Depth = Depth(index).ToArray() });

    /// <summary>The part of each frame, <c>[N]</c>: the data set's own split where it has one, else stretches of time of each recording; null for frames in a gap.</summary>
    /// <param name="rule">How recordings are divided; null for the default.</param>
    /// <exception cref="InvalidDataException">A recording is too short for the rule, or a part would be empty, so that nothing can be trained.</exception>
    public Subset?[] Split(TimeSplit? rule = null)
    {
        try
        {
            return TrainingParts.Required(Subsets is { } own ? [.. own.Select(subset => (Subset?)subset)] : (rule ?? new TimeSplit()).Split(Groups), Description);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"{Description}: {exception.Message}", exception);
        }
    }

    /// <summary>Sixteen hexadecimal digits that name these frames: name, group, own part, colours, depths and mask of each, in their order. Groups count by their number, as a recording may be named by the folder it lies in.</summary>
    public string Fingerprint()
    {
        using Fingerprint print = new();
        List<string> groups = [.. file.Content.Groups.Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> number = groups.ToDictionary(group => group, groups.IndexOf, StringComparer.Ordinal);
        for (int i = 0; i < Count; i++)
        {
            print.Add($"{file.Content.Names[i]}|{number[file.Content.Groups[i]]}|{file.Content.Subsets?[i]}|{Width}|{Height}").Add(Colour(i)).Add(MemoryMarshal.AsBytes(Depth(i))).Add(Mask(i));
        }

        return print.ToString();
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => file.Dispose();

    // Depths are 16-bit numbers and start at an even place.
    private static int DepthAt(int area) => 3 * area + (area & 1);

    private static int Length(int area, bool masks) => (DepthAt(area) + 2 * area + (masks ? area : 0) + 7) & ~7;

    private static Stored Fill(BlockWriter blocks, IDepthSource source, int width, int height, IProgress<int>? progress, CancellationToken cancellation)
    {
        ProblemLog problems = new();
        DepthIntake intake = new();
        int area = width * height;
        byte[] frame = new byte[Length(area, source.HasMasks)];
        foreach ((DepthEntry entry, DepthPicture picture) in DepthReading.Decoded(source, (width, height), problems, cancellation))
        {
            picture.Colour.CopyTo(frame, 0);
            MemoryMarshal.AsBytes(picture.Depth.AsSpan()).CopyTo(frame.AsSpan(DepthAt(area)));
            if (source.HasMasks)
            {
                Span<byte> mask = frame.AsSpan(DepthAt(area) + 2 * area, area);
                mask.Fill(1);
                picture.Mask?.CopyTo(mask);
            }

            blocks.Add(frame);
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

        string[] refusals = [.. intake.Refusals(source)];
        if (refusals.Length > 0)
        {
            throw new InvalidDataException($"{source.Description}: {string.Join("; ", refusals)}.");
        }

        bool[] kept = intake.Kept(problems);
        blocks.Keep(kept);
        IReadOnlyList<DepthEntry> entries = intake.Frames(kept);
        progress?.Report(entries.Count);
        return new Stored(
            source.Description, source.HasMasks, [.. entries.Select(entry => entry.Name)], [.. entries.Select(entry => entry.Group)],
            entries.All(entry => entry.Subset is not null) ? [.. entries.Select(entry => entry.Subset!.Value)] : null, problems.Account(entries.Count));
    }

    private sealed record Stored(string Description, bool HasMasks, string[] Names, string[] Groups, Subset[]? Subsets, Accounting Accounting)
    {
        // What was read from a file may miss any part.
        public bool IsOf(int count) => this is { Names: not null, Groups: not null, Accounting.Problems: not null, Description: not null }
            && Names.Length == count && Groups.Length == count && (Subsets is null || Subsets.Length == count);
    }
}
