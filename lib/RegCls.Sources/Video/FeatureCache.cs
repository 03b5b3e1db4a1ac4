using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RegCls.Data.Sets;

namespace RegCls.Data.Video;

/// <summary>
/// A binary copy of a folder of feature files, made once and mapped into memory afterwards. Little-endian: magic, length of the description, the description (JSON: what it was made from, the width and the
/// videos), zeros up to a multiple of 4,096, then the rows as 32-bit numbers.
/// </summary>
internal static class FeatureCache
{
    private const int Page = 4096;

    private static ReadOnlySpan<byte> Magic => "RegClsV2"u8;

    /// <summary>Where a folder's cache is kept unless told otherwise.</summary>
    public static string DefaultPath(string kind, string folder) => Path.Combine(
        CacheFiles.DefaultFolder,
        $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..16]}.features");

    /// <summary>Writes a cache.</summary>
    public static void Write(string path, string signature, int width, IReadOnlyList<VideoFrames> videos, IReadOnlyList<string> notes, Accounting accounting) => CacheFiles.Write(path, temporary =>
    {
        byte[] description = JsonSerializer.SerializeToUtf8Bytes(
            new Description(signature, width, [.. videos.Select(video => new Entry(video.Task, video.Person, video.Camera, video.Values.Length / width))], notes, accounting));
        using FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(Magic);
        stream.Write(BitConverter.GetBytes(description.Length));
        stream.Write(description);
        stream.SetLength(RowsAt(description.Length));
        stream.Seek(0, SeekOrigin.End);
        foreach (VideoFrames video in videos)
        {
            stream.Write(MemoryMarshal.AsBytes(video.Values.AsSpan()));
        }
    });

    /// <summary>Opens a cache that was made from files of this signature; null where there is none, it is of other files, or not whole.</summary>
    public static VideoSet? TryOpen(string path, string signature)
    {
        if (!File.Exists(path) || ReadDescription(path) is not ({ } description, long offset) || description.Signature != signature)
        {
            return null;
        }

        List<VideoClip> clips = [];
        int rows = 0;
        foreach (Entry video in description.Videos)
        {
            clips.Add(new VideoClip(video.Task, video.Person, video.Camera, rows, video.Frames));
            rows += video.Frames;
        }

        return new VideoSet(new Mapped(path, offset, rows, description.Width), clips, description.Notes) { Accounting = description.Accounting };
    }

    private static long RowsAt(int description) => (8L + sizeof(int) + description + Page - 1) / Page * Page;

    private static (Description? Description, long Offset) ReadDescription(string path)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] head = new byte[8 + sizeof(int)];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.AsSpan().StartsWith(Magic))
        {
            return default;
        }

        int length = BitConverter.ToInt32(head, 8);
        if (length <= 0 || length > stream.Length)
        {
            return default;
        }

        byte[] text = new byte[length];
        stream.ReadExactly(text);
        try
        {
            Description? description = JsonSerializer.Deserialize<Description>(text);
            return description is { Width: > 0, Videos: not null, Notes: not null, Accounting.Problems: not null } && description.Videos.All(video => video is { Frames: > 0, Task: not null, Camera: not null }) && stream.Length == RowsAt(length) + description.Videos.Sum(video => (long)video.Frames) * description.Width * sizeof(float) ? (description, RowsAt(length)) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private sealed record Description(string Signature, int Width, IReadOnlyList<Entry> Videos, IReadOnlyList<string> Notes, Accounting Accounting);

    private sealed record Entry(string Task, int Person, string Camera, int Frames);

    private sealed unsafe class Mapped : FeatureTable
    {
        private readonly MemoryMappedFile file;
        private readonly MemoryMappedViewAccessor view;
        private readonly float* values;

        public Mapped(string path, long offset, int rows, int width)
            : base(rows, width)
        {
            file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            byte* start = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            values = (float*)(start + view.PointerOffset + offset);
        }

        public override ReadOnlySpan<float> Row(int row)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows, nameof(row));
            return new ReadOnlySpan<float>(values + (long)row * Width, Width);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !view.SafeMemoryMappedViewHandle.IsClosed)
            {
                view.SafeMemoryMappedViewHandle.ReleasePointer();
                view.Dispose();
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
