namespace RegCls.Training.Images;

/// <summary>Pad-crop and flip of planar RGB bytes, into numbers from -1 to 1 (mean 0.5 and standard deviation 0.5 taken out).</summary>
internal static class Augmentation
{
    private const float Factor = 2f / 255;

    /// <summary>Copies an image, moved by (dx, dy) pixels and mirrored if asked; places outside the image are black.</summary>
    public static void Copy(ReadOnlySpan<byte> image, Span<float> target, int size, int dx, int dy, bool mirrored)
    {
        for (int plane = 0; plane < 3; plane++)
        {
            ReadOnlySpan<byte> source = image.Slice(plane * size * size, size * size);
            Span<float> into = target.Slice(plane * size * size, size * size);
            for (int y = 0; y < size; y++)
            {
                Span<float> line = into.Slice(y * size, size);
                int row = y + dy;
                if (row < 0 || row >= size)
                {
                    line.Fill(-1);
                    continue;
                }

                ReadOnlySpan<byte> from = source.Slice(row * size, size);
                int left = Math.Max(0, -dx), right = Math.Min(size, size - dx);
                line[..left].Fill(-1);
                line[right..].Fill(-1);
                for (int x = left; x < right; x++)
                {
                    line[x] = from[x + dx] * Factor - 1;
                }

                if (mirrored)
                {
                    line.Reverse();
                }
            }
        }
    }
}
