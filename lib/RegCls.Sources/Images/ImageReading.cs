using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>Decodes the images of a source on all cores, a few hundred at a time, in the source's order.</summary>
internal static class ImageReading
{
    private const int Chunk = 256;

    /// <summary>Every image that can be decoded, with its pixels and the hash of these; what is there twice is still among them.</summary>
    public static IEnumerable<(ImageEntry Entry, byte[] Pixels, UInt128 Content)> Decoded(IImageSource source, int size, ProblemLog problems, CancellationToken cancellation)
    {
        foreach ((ImageEntry entry, (DecodedImage image, UInt128 content)) in Decoded(source.Read(problems), Chunk, entry => entry.Name, Decode, problems, cancellation))
        {
            if (image.Transparent)
            {
                problems.Add(ProblemKind.Transparent, entry.Name);
            }

            yield return (entry, image.Planes, content);
        }

        (DecodedImage, UInt128) Decode(ImageEntry entry)
        {
            DecodedImage image = entry.Pixels(size);
            return (image, Duplicates.ContentOf(image.Planes));
        }
    }

    /// <summary>Every entry that can be decoded, with what it decodes to.</summary>
    /// <param name="entries">What is decoded, in this order.</param>
    /// <param name="chunk">How many are decoded before the first of them is handed out.</param>
    /// <param name="name">The name of an entry, for messages.</param>
    /// <param name="decode">Decodes an entry; called on any thread.</param>
    /// <param name="problems">Takes those that cannot be decoded.</param>
    /// <param name="cancellation">Stops between entries.</param>
    public static IEnumerable<(TEntry Entry, TResult Result)> Decoded<TEntry, TResult>(
        IEnumerable<TEntry> entries, int chunk, Func<TEntry, string> name, Func<TEntry, TResult> decode, ProblemLog problems, CancellationToken cancellation)
    {
        NativeLibraries.EnsureImagesLoaded();
        foreach (TEntry[] some in entries.Chunk(chunk))
        {
            TResult[] results = new TResult[some.Length];
            ParallelOptions options = new() { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
            (ProblemKind Kind, string Example)?[] failures = new (ProblemKind, string)?[some.Length];
            SideBySide.For(some.Length, options, i =>
            {
                try
                {
                    results[i] = decode(some[i]);
                }
                catch (ImageDecodingException exception)
                {
                    failures[i] = (exception.Kind, $"{name(some[i])}: {exception.Message}");
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    failures[i] = (ProblemKind.MissingFile, $"{name(some[i])}: {exception.Message.TrimEnd('.')}");
                }
            });
            for (int i = 0; i < some.Length; i++)
            {
                if (failures[i] is { } failure)
                {
                    problems.Add(failure.Kind, failure.Example);
                }
                else
                {
                    yield return (some[i], results[i]);
                }
            }
        }
    }
}
