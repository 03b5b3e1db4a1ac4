using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>Decodes the images of a source on all cores, a few hundred at a time, in the source's order.</summary>
internal static class ImageReading
{
    private const int Chunk = 256;

    /// <summary>Every image that can be decoded, with its pixels.</summary>
    public static IEnumerable<(ImageEntry Entry, byte[] Pixels)> Decoded(IImageSource source, int size, ProblemLog problems, CancellationToken cancellation)
    {
        NativeLibraries.EnsureImagesLoaded();
        foreach (ImageEntry[] chunk in source.Read(problems).Chunk(Chunk))
        {
            byte[]?[] pixels = new byte[chunk.Length][];
            ParallelOptions options = new() { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
            (ProblemKind Kind, string Example)?[] failures = new (ProblemKind, string)?[chunk.Length];
            Parallel.For(0, chunk.Length, options, i =>
            {
                try
                {
                    pixels[i] = chunk[i].Pixels(size);
                }
                catch (ImageDecodingException exception)
                {
                    failures[i] = (exception.Kind, $"{chunk[i].Name}: {exception.Message}");
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    failures[i] = (ProblemKind.MissingFile, $"{chunk[i].Name}: {exception.Message.TrimEnd('.')}");
                }
            });
            for (int i = 0; i < chunk.Length; i++)
            {
                if (failures[i] is { } failure)
                {
                    problems.Add(failure.Kind, failure.Example);
                }
                else
                {
                    yield return (chunk[i], pixels[i]!);
                }
            }
        }
    }
}
