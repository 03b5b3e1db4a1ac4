using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>
/// The decoded frames of a source in one memory-mapped file: a header, then for each frame planar RGB, depth in millimetres and, where the source has them, the test mask; then names, groups
/// and splits. Training reads it without decoding anything, and its memory does not grow with the data set. It is written beside its name and renamed when whole, and found again by source and size.
/// </summary>
public sealed class DepthCache : IDepthFrames, IDisposable
{
    internal const int HeaderLength = 64, Version = 2;
    internal static readonly byte[] Magic = "RegClsDp"u8.ToArray();

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly unsafe byte* frames;
    private readonly Content content;

    private unsafe DepthCache(string path, MemoryMappedFile file, MemoryMappedViewAccessor view, int width, int height, Content content)
    {
        this.file = file;
        this.view = view;
        this.content = content;
        Path = path;
        (Width, Height) = (width, height);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        frames = start + view.PointerOffset + HeaderLength;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>How many frames.</summary>
    public int Count => content.Names.Length;

    /// <summary>What the source says of itself.</summary>
    public string Description => content.Description;

    /// <summary>Names, <c>[N]</c>.</summary>
    public IReadOnlyList<string> Names => content.Names;

    /// <summary>Scene or recording of each frame, <c>[N]</c>; the frames of one are neighbours in the order of time.</summary>
    public IReadOnlyList<string> Groups => content.Groups;

    /// <summary>The data set's own split, <c>[N]</c>; null where it has none.</summary>
    public IReadOnlyList<Subset>? Subsets => content.Subsets;

    /// <summary>Whether <see cref="Mask"/> leaves out pixels.</summary>
    public bool HasMasks => content.HasMasks;

    /// <summary>What became of everything that the source holds.</summary>
    public Accounting Accounting => content.Accounting;

    /// <summary>What was skipped when the source was read.</summary>
    public IReadOnlyList<ProblemSummary> Problems => content.Accounting.Problems;

    private int Area => Width * Height;

    private int Stride => StrideOf(Area, HasMasks);

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
        folder ??= CacheFiles.DefaultFolder;
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Version}|{width}|{height}|{source.Identity}")))[..24];
        string path = System.IO.Path.Combine(folder, $"{key}-{width}x{height}.depth");
        if (TryMap(path, width, height) is { } cached)
        {
            return cached;
        }

        CacheFiles.Write(path, temporary => DepthCacheWriter.Write(temporary, source, width, height, progress, cancellation));
        return TryMap(path, width, height) ?? throw new IOException($"{path} was written but cannot be read back; is the disk full?");
    }

    /// <summary>The colours of a frame, planar RGB, <c>[3, height, width]</c>. Valid until the cache is disposed; may be read from any thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public unsafe ReadOnlySpan<byte> Colour(int index) => new(Frame(index), 3 * Area);

    /// <summary>The depths of a frame in millimetres, <c>[height, width]</c>, 0 where not known. Valid until the cache is disposed; may be read from any thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public unsafe ReadOnlySpan<ushort> Depth(int index) => new(Frame(index) + DepthOffset(Area), Area);

    /// <summary>1 for pixels that a test counts, 0 for others, <c>[height, width]</c>; empty where <see cref="HasMasks"/> is false.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such frame.</exception>
    public unsafe ReadOnlySpan<byte> Mask(int index)
    {
        byte* frame = Frame(index);
        return HasMasks ? new ReadOnlySpan<byte>(frame + DepthOffset(Area) + 2 * Area, Area) : [];
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
        List<string> groups = [.. content.Groups.Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> number = groups.ToDictionary(group => group, groups.IndexOf, StringComparer.Ordinal);
        for (int i = 0; i < Count; i++)
        {
            print.Add($"{content.Names[i]}|{number[content.Groups[i]]}|{content.Subsets?[i]}|{Width}|{Height}").Add(Colour(i)).Add(MemoryMarshal.AsBytes(Depth(i))).Add(Mask(i));
        }

        return print.ToString();
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }

    // Depths are 16-bit numbers and start at an even offset.
    internal static int DepthOffset(int area) => 3 * area + (area & 1);

    internal static int StrideOf(int area, bool masks) => (DepthOffset(area) + 2 * area + (masks ? area : 0) + 7) & ~7;

    private unsafe byte* Frame(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return frames + (long)index * Stride;
    }

    // Null where there is no such file or it is not whole.
    private static DepthCache? TryMap(string path, int width, int height)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] header = new byte[HeaderLength];
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.AsSpan(0, 8).SequenceEqual(Magic)
            || Int32(8) != Version || Int32(12) != width || Int32(16) != height)
        {
            return null;
        }

        long end = HeaderLength + (long)Int32(20) * Int32(24);
        if (end < HeaderLength || stream.Length != end + Int32(28))
        {
            return null;
        }

        stream.Position = end;
        if (ReadContent(stream) is not { } content || content.Names.Length != Int32(20) || StrideOf(width * height, content.HasMasks) != Int32(24))
        {
            return null;
        }

        MemoryMappedFile file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        return new DepthCache(path, file, file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read), width, height, content);

        int Int32(int offset) => BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(offset));
    }

    // Null where it is not what Write put there: the file is made anew.
    private static Content? ReadContent(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(stream) is { Names: not null, Groups: not null, Accounting.Problems: not null, Description: not null } content
                && content.Groups.Length == content.Names.Length && (content.Subsets is null || content.Subsets.Length == content.Names.Length)
                ? content
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Content(string Description, bool HasMasks, string[] Names, string[] Groups, Subset[]? Subsets, Accounting Accounting);
}
