using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RegCls.Data.Sets;

/// <summary>
/// Blocks of one length and a description in a memory-mapped file: what decoded pictures, depths and features are kept in. Little-endian: magic, length of a block, number of blocks, length of the description, zeros up
/// to 64 bytes; the blocks; the description as JSON. It is written beside its name and renamed when whole; one that is damaged or of something else is made anew.
/// </summary>
/// <typeparam name="TContent">The description.</typeparam>
internal sealed class MappedCache<TContent> : IDisposable
    where TContent : class
{
    private const int HeaderLength = 64;
    private static readonly byte[] Magic = "RegClsC3"u8.ToArray();
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly unsafe byte* blocks;
    private readonly int length;

    private unsafe MappedCache(string path, int length, int count, TContent content)
    {
        (Path, Count, Content, this.length) = (path, count, content, length);
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        blocks = start + view.PointerOffset + HeaderLength;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Number of blocks.</summary>
    public int Count { get; }

    /// <summary>The description.</summary>
    public TContent Content { get; }

    /// <summary>One block. Valid until the cache is disposed; may be read from any thread.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such block.</exception>
    public unsafe ReadOnlySpan<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return new ReadOnlySpan<byte>(blocks + (long)index * length, length);
        }
    }

    /// <summary>The file of a cache: its name is a digest of what it is made from.</summary>
    /// <param name="folder">Where caches are kept; null for <see cref="CacheFiles.DefaultFolder"/>.</param>
    /// <param name="made">What it is made from, and how.</param>
    /// <param name="ending">The end of the file's name.</param>
    public static string PathOf(string? folder, string made, string ending)
        => System.IO.Path.Combine(folder ?? CacheFiles.DefaultFolder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"3|{made}")))[..24] + ending);

    /// <summary>Opens a cache, or makes it first.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fits">Whether description, number and length of blocks are of what is asked for. Parts of the description may be null.</param>
    /// <param name="length">Bytes of a block, where it is made.</param>
    /// <param name="fill">Adds the blocks and returns the description.</param>
    /// <exception cref="IOException">The file cannot be written, or not be read again.</exception>
    public static MappedCache<TContent> Open(string path, Func<TContent, int, int, bool> fits, int length, Func<BlockWriter, TContent> fill)
    {
        if (TryOpen(path, fits) is { } cached)
        {
            return cached;
        }

        CacheFiles.Write(path, temporary => Write(temporary, length, fill));
        return TryOpen(path, fits) ?? throw new IOException($"{path} was written but cannot be read back: is another process writing it, or the disk full?");
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        if (!view.SafeMemoryMappedViewHandle.IsClosed)
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            file.Dispose();
        }
    }

    private static void Write(string path, int length, Func<BlockWriter, TContent> fill)
    {
        using FileStream stream = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20);
        stream.Write(new byte[HeaderLength]);
        TContent content = fill(new BlockWriter(stream, length));
        int count = checked((int)((stream.Position - HeaderLength) / length));
        byte[] tail = JsonSerializer.SerializeToUtf8Bytes(content, Json);
        stream.Write(tail);
        Span<byte> header = stackalloc byte[HeaderLength];
        header.Clear();
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], length);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], count);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], tail.Length);
        stream.Position = 0;
        stream.Write(header);
        stream.Flush(flushToDisk: true);
    }

    // Null where there is no such file, it is not whole, or is of something else.
    private static MappedCache<TContent>? TryOpen(string path, Func<TContent, int, int, bool> fits)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] header = new byte[HeaderLength];
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.AsSpan().StartsWith(Magic))
        {
            return null;
        }

        int length = Int32(8), count = Int32(12), tail = Int32(16);
        long end = HeaderLength + (long)length * count;
        if (length <= 0 || count < 0 || tail <= 0 || stream.Length != end + tail)
        {
            return null;
        }

        stream.Position = end;
        return Described(stream) is { } content && fits(content, count, length) ? new MappedCache<TContent>(path, length, count, content) : null;

        int Int32(int offset) => BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(offset));
    }

    private static TContent? Described(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<TContent>(stream, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
