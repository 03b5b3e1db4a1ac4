using RegCls.Data.Images;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>Decodes the frames of a source on all cores, some at a time, in the source's order.</summary>
internal static class DepthReading
{
    // A decoded frame of 640×480 takes 1.5 MB until it is scaled.
    private const int Chunk = 32;

    /// <summary>Every frame that can be decoded, scaled to a size; null as size for as it is.</summary>
    public static IEnumerable<(DepthEntry Entry, DepthPicture Picture)> Decoded(IDepthSource source, (int Width, int Height) size, ProblemLog problems, CancellationToken cancellation)
        => ImageReading.Decoded(source.Read(problems), Chunk, entry => entry.Name, entry => entry.Decode(size.Width, size.Height).Resized(size.Width, size.Height).Checked(), problems, cancellation);
}
