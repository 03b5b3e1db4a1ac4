using System.Buffers.Binary;
using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>
/// The decoded images of a source in one memory-mapped file: a header, N · 3 · size² bytes of planar RGB, then names, labels, splits and what was skipped. Training reads it
/// without decoding anything; the file is 12 KB an image at 64 px, 151 KB at 224 px. It is written beside its name and renamed when whole, and found again by source and size.
/// </summary>
public sealed class ImageCache : IDisposable
{
    private const int HeaderLength = 64, Version = 3;
    private static readonly byte[] Magic = "RegClsIm"u8.ToArray();
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly unsafe byte* pixels;
    private readonly Content content;

    private unsafe ImageCache(string path, MemoryMappedFile file, MemoryMappedViewAccessor view, int size, Content content)
    {
        this.file = file;
        this.view = view;
        this.content = content;
        Path = path;
        Size = size;
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        pixels = start + view.PointerOffset + HeaderLength;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Width and height of each image in pixels.</summary>
    public int Size { get; }

    /// <summary>How many images.</summary>
    public int Count => content.Labels.Length;

    /// <summary>What the source says of itself.</summary>
    public string Description => content.Description;

    /// <summary>Targets, <c>[N]</c>.</summary>
    public ReadOnlySpan<double> Labels => content.Labels;

    /// <summary>Names, <c>[N]</c>.</summary>
    public IReadOnlyList<string> Names => content.Names;

    /// <summary>The data set's own split, <c>[N]</c>; null where it has none.</summary>
    public IReadOnlyList<Subset>? Subsets => content.Subsets;

    /// <summary>What became of everything that the source holds.</summary>
    public Accounting Accounting => content.Accounting;

    /// <summary>What was skipped when the source was read.</summary>
    public IReadOnlyList<ProblemSummary> Problems => content.Accounting.Problems;

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
        folder ??= CacheFiles.DefaultFolder;
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Version}|{size}|{source.Identity}")))[..24];
        string path = System.IO.Path.Combine(folder, $"{key}-{size}.images");
        if (TryMap(path, size) is { } cached)
        {
            return cached;
        }

        CacheFiles.Write(path, temporary => Write(temporary, source, size, progress, cancellation));
        return TryMap(path, size) ?? throw new IOException($"{path} was written but cannot be read back; is the disk full?");
    }

    /// <summary>The pixels of one image, planar RGB, <c>[3, size, size]</c>. Valid until the cache is disposed; may be read from any thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public unsafe ReadOnlySpan<byte> Pixels(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        int length = 3 * Size * Size;
        return new ReadOnlySpan<byte>(pixels + (long)index * length, length);
    }

    /// <summary>One image to look at, with its label.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public SampleView View(int index) => new(content.Names[index], content.Labels[index].ToString(CultureInfo.InvariantCulture), Size, Size, Pixels(index).ToArray());

    /// <summary>The data set's own split, or a DIR split where it has none; that one depends on names and labels only, so folder and archive of one data set agree.</summary>
    /// <param name="rule">The rule of the DIR split; null for the default.</param>
    /// <param name="seed">Names its random streams.</param>
    /// <returns><c>[N]</c>, with at least one image in each part.</returns>
    /// <exception cref="InvalidDataException">A part would be empty, so that nothing can be trained.</exception>
    public Subset[] Split(DirSplit? rule = null, int seed = 0)
    {
        Subset[]? subsets = content.Subsets is { } own ? [.. own] : (rule ?? new DirSplit()).SplitByName(content.Names, content.Labels, seed);
        return [.. TrainingParts.Required(subsets?.Select(subset => (Subset?)subset).ToArray(), Description).Select(subset => subset!.Value)];
    }

    /// <summary>Sixteen hexadecimal digits that name these images: name, label, own part and pixels of each, in the order of their names, so that folder and archive of one data set agree.</summary>
    public string Fingerprint()
    {
        using Fingerprint print = new();
        int[] order = [.. Enumerable.Range(0, Count)];
        Array.Sort((string[])content.Names.Clone(), order, StringComparer.Ordinal);
        foreach (int i in order)
        {
            print.Add($"{content.Names[i]}|{content.Labels[i]:R}|{content.Subsets?[i]}|{Size}").Add(Pixels(i));
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

    private static void Write(string path, IImageSource source, int size, IProgress<int>? progress, CancellationToken cancellation)
    {
        ProblemLog problems = new();
        List<ImageEntry> entries = [];
        using FileStream stream = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20);
        stream.Write(new byte[HeaderLength]);
        List<SampleIdentity> identities = [];
        foreach ((ImageEntry entry, byte[] image, UInt128 hash) in ImageReading.Decoded(source, size, problems, cancellation))
        {
            stream.Write(image);
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
        BlockFile.Keep(stream, HeaderLength, 3 * size * size, kept);
        entries = [.. entries.Where((_, i) => kept[i])];
        Content content = new(
            source.Description, [.. entries.Select(entry => entry.Name)], [.. entries.Select(entry => entry.Label)],
            entries.All(entry => entry.Subset is not null) ? [.. entries.Select(entry => entry.Subset!.Value)] : null, problems.Account(entries.Count));
        byte[] tail = JsonSerializer.SerializeToUtf8Bytes(content, Json);
        stream.Write(tail);
        Span<byte> header = stackalloc byte[HeaderLength];
        header.Clear();
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], size);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], entries.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header[20..], tail.Length);
        stream.Position = 0;
        stream.Write(header);
        stream.Flush(flushToDisk: true);
        progress?.Report(entries.Count);
    }

    // Null where there is no such file or it is not whole.
    private static ImageCache? TryMap(string path, int size)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] header = new byte[HeaderLength];
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.AsSpan(0, 8).SequenceEqual(Magic) || Int32(8) != Version || Int32(12) != size)
        {
            return null;
        }

        long end = HeaderLength + (long)Int32(16) * 3 * size * size;
        if (end < HeaderLength || stream.Length != end + Int32(20))
        {
            return null;
        }

        stream.Position = end;
        if (ReadContent(stream) is not { } content || content.Names.Length != Int32(16))
        {
            return null;
        }

        MemoryMappedFile file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        return new ImageCache(path, file, file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read), size, content);

        int Int32(int offset) => BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(offset));
    }

    // Null where it is not what Write put there: the file is made anew.
    private static Content? ReadContent(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(stream, Json) is { Names: not null, Labels: not null, Accounting.Problems: not null, Description: not null } content
                && content.Labels.Length == content.Names.Length && (content.Subsets is null || content.Subsets.Length == content.Names.Length)
                ? content
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Content(string Description, string[] Names, double[] Labels, Subset[]? Subsets, Accounting Accounting);
}
