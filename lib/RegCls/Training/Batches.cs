namespace RegCls.Training;

/// <summary>How the visits of an epoch are cut into batches.</summary>
internal static class Batches
{
    /// <summary>Throws where a network would normalise over a single number: one picture whose smallest maps are one place has no variance.</summary>
    /// <param name="count">Training pictures.</param>
    /// <param name="size">Pictures a batch.</param>
    /// <param name="pixels">The longer side of a picture.</param>
    /// <param name="stride">Pixels that one place of the smallest maps stands for.</param>
    /// <exception cref="ArgumentException">It would.</exception>
    public static void Require(int count, int size, int pixels, int stride)
    {
        if (pixels <= stride && Math.Min(count, size) == 1)
        {
            throw new ArgumentException(
                $"Pictures of {pixels} pixels become maps of one place in this network, and batch normalisation needs at least two numbers: use batches of at least 2 of at least 2 training pictures (got batches of {size}, {count} training pictures), or pictures of more than {stride} pixels.");
        }
    }

    /// <summary>The most samples a batch can have.</summary>
    public static int Capacity(int count, int size) => Math.Min(count, size + 1);

    /// <summary>
    /// Batches of a size; the last has what remains. A single sample that remains joins the batch before it: batch normalisation has no variance of one picture whose maps are one place, and Balanced MSE
    /// (BMC) nothing to compare it with.
    /// </summary>
    /// <param name="count">Samples, at least 1.</param>
    /// <param name="size">Samples a batch, at least 1; of a size of 1 every batch has one.</param>
    public static IEnumerable<(int Start, int Length)> Of(int count, int size)
    {
        for (int start = 0; start < count;)
        {
            int left = count - start, length = size > 1 && left == size + 1 ? left : Math.Min(size, left);
            yield return (start, length);
            start += length;
        }
    }
}
