using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using RegCls.Data.Images;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>Makes the file of a <see cref="DepthCache"/>.</summary>
internal static class DepthCacheWriter
{
    /// <summary>Writes the frames that count, what the source is and what was left out.</summary>
    /// <exception cref="InvalidDataException">No frame is usable, or the depths as a whole cannot be right.</exception>
    public static void Write(string path, IDepthSource source, int width, int height, IProgress<int>? progress, CancellationToken cancellation)
    {
        ProblemLog problems = new();
        DepthIntake intake = new();
        int area = width * height;
        byte[] frame = new byte[DepthCache.StrideOf(area, source.HasMasks)];
        using FileStream stream = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 20);
        stream.Write(new byte[DepthCache.HeaderLength]);
        foreach ((DepthEntry entry, DepthPicture picture) in DepthReading.Decoded(source, (width, height), problems, cancellation))
        {
            picture.Colour.CopyTo(frame, 0);
            MemoryMarshal.AsBytes(picture.Depth.AsSpan()).CopyTo(frame.AsSpan(DepthCache.DepthOffset(area)));
            if (source.HasMasks)
            {
                Span<byte> mask = frame.AsSpan(DepthCache.DepthOffset(area) + 2 * area, area);
                mask.Fill(1);
                picture.Mask?.CopyTo(mask);
            }

            stream.Write(frame);
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
        BlockFile.Keep(stream, DepthCache.HeaderLength, frame.Length, kept);
        IReadOnlyList<DepthEntry> entries = intake.Frames(kept);
        DepthCache.Content content = new(
            source.Description, source.HasMasks, [.. entries.Select(entry => entry.Name)], [.. entries.Select(entry => entry.Group)],
            entries.All(entry => entry.Subset is not null) ? [.. entries.Select(entry => entry.Subset!.Value)] : null, problems.Account(entries.Count));
        byte[] tail = JsonSerializer.SerializeToUtf8Bytes(content);
        stream.Write(tail);
        Span<byte> header = stackalloc byte[DepthCache.HeaderLength];
        header.Clear();
        DepthCache.Magic.CopyTo(header);
        int[] numbers = [DepthCache.Version, width, height, entries.Count, frame.Length, tail.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(header[(8 + 4 * i)..], numbers[i]);
        }

        stream.Position = 0;
        stream.Write(header);
        stream.Flush(flushToDisk: true);
        progress?.Report(entries.Count);
    }
}
