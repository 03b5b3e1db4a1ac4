using System.Runtime.InteropServices;
using RegCls.Data.Sets;

namespace RegCls.Data.Video;

/// <summary>A binary copy of a folder of feature files, made once and mapped into memory afterwards: a row of 32-bit numbers a frame, and what it was made from.</summary>
internal static class FeatureCache
{
    /// <summary>The videos of a folder; they are read only if there is no copy of just these files.</summary>
    /// <param name="path">The file of the copy; null for one that is named after the folder.</param>
    /// <param name="kind">The name of the data set.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="signature">Names, sizes and times of its files.</param>
    /// <param name="width">Numbers a frame.</param>
    /// <param name="read">Reads the files.</param>
    /// <exception cref="IOException">The copy cannot be written.</exception>
    public static VideoSet Open(string? path, string kind, string folder, string signature, int width, Func<(IReadOnlyList<VideoFrames> Videos, string[] Notes, Accounting Accounting)> read)
    {
        MappedCache<Stored> file = MappedCache<Stored>.Open(
            path ?? MappedCache<Stored>.PathOf(null, $"{kind}|{Path.GetFullPath(folder)}", $"-{kind}.features"), (content, rows, length) => content.IsOf(rows) && content.Signature == signature && length == width * sizeof(float),
            width * sizeof(float),
            blocks =>
            {
                (IReadOnlyList<VideoFrames> videos, string[] notes, Accounting accounting) = read();
                foreach (VideoFrames video in videos)
                {
                    blocks.Add(MemoryMarshal.AsBytes(video.Values.AsSpan()));
                }

                return new Stored(signature, [.. videos.Select(video => new Entry(video.Task, video.Person, video.Camera, video.Values.Length / width))], notes, accounting);
            });
        List<VideoClip> clips = [];
        foreach (Entry video in file.Content.Videos)
        {
            clips.Add(new VideoClip(video.Task, video.Person, video.Camera, clips.Count == 0 ? 0 : clips[^1].FirstRow + clips[^1].Rows, video.Frames));
        }

        return new VideoSet(new Mapped(file, width), clips, file.Content.Notes) { Accounting = file.Content.Accounting };
    }

    private sealed record Stored(string Signature, Entry[] Videos, string[] Notes, Accounting Accounting)
    {
        // What was read from a file may miss any part.
        public bool IsOf(int rows) => this is { Videos: not null, Notes: not null, Accounting.Problems: not null }
            && Videos.All(video => video is { Frames: > 0, Task: not null, Camera: not null }) && Videos.Sum(video => (long)video.Frames) == rows;
    }

    private sealed record Entry(string Task, int Person, string Camera, int Frames);

    private sealed class Mapped(MappedCache<Stored> file, int width) : FeatureTable(file.Count, width)
    {
        public override ReadOnlySpan<float> Row(int row) => MemoryMarshal.Cast<byte, float>(file[row]);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
