namespace RegCls.Data.Depth;

/// <summary>The part of a picture that is scaled to another size.</summary>
/// <param name="SourceWidth">Pixels a row of the picture.</param>
/// <param name="SourceHeight">Rows of the picture.</param>
/// <param name="Left">Left edge of the part.</param>
/// <param name="Top">Upper edge of the part.</param>
/// <param name="Width">Its width, in pixels of the picture; may be a fraction.</param>
/// <param name="Height">Its height.</param>
internal readonly record struct PictureWindow(int SourceWidth, int SourceHeight, double Left, double Top, double Width, double Height)
{
    /// <summary>The largest part about the centre that has the shape of a target size.</summary>
    public static PictureWindow Centred(int sourceWidth, int sourceHeight, int width, int height)
    {
        double scale = Math.Min((double)sourceWidth / width, (double)sourceHeight / height);
        (double w, double h) = (scale * width, scale * height);
        return new PictureWindow(sourceWidth, sourceHeight, (sourceWidth - w) / 2, (sourceHeight - h) / 2, w, h);
    }

    /// <summary>The mean over the area of each new pixel, plane by plane.</summary>
    /// <param name="planes"><c>[P, sourceHeight, sourceWidth]</c>.</param>
    /// <param name="width">New pixels a row.</param>
    /// <param name="height">New rows.</param>
    /// <returns><c>[P, height, width]</c>, rounded.</returns>
    public byte[] Averaged(ReadOnlySpan<byte> planes, int width, int height)
    {
        int area = SourceWidth * SourceHeight, count = planes.Length / area;
        (int First, float[] Weights)[] across = Weights(Left, Width, SourceWidth, width), down = Weights(Top, Height, SourceHeight, height);
        byte[] scaled = new byte[count * width * height];
        float[] sums = new float[width];
        int to = 0;
        for (int plane = 0; plane < count; plane++)
        {
            for (int y = 0; y < height; y++)
            {
                Array.Clear(sums);
                (int firstRow, float[] rows) = down[y];
                for (int r = 0; r < rows.Length; r++)
                {
                    ReadOnlySpan<byte> row = planes.Slice(plane * area + (firstRow + r) * SourceWidth, SourceWidth);
                    for (int x = 0; x < width; x++)
                    {
                        (int first, float[] weights) = across[x];
                        float sum = 0;
                        for (int k = 0; k < weights.Length; k++)
                        {
                            sum += weights[k] * row[first + k];
                        }

                        sums[x] += rows[r] * sum;
                    }
                }

                foreach (float sum in sums)
                {
                    scaled[to++] = (byte)Math.Clamp(MathF.Round(sum), 0, 255);
                }
            }
        }

        return scaled;
    }

    /// <summary>The value of the pixel that the centre of each new pixel falls in.</summary>
    public T[] Nearest<T>(ReadOnlySpan<T> values, int width, int height)
    {
        T[] scaled = new T[width * height];
        for (int y = 0; y < height; y++)
        {
            int row = Math.Min((int)(Top + (y + 0.5) * Height / height), SourceHeight - 1) * SourceWidth;
            for (int x = 0; x < width; x++)
            {
                scaled[y * width + x] = values[row + Math.Min((int)(Left + (x + 0.5) * Width / width), SourceWidth - 1)];
            }
        }

        return scaled;
    }

    // For each new pixel the first old one it touches, and the share of each one it touches in its own length; the shares sum to 1.
    private static (int First, float[] Weights)[] Weights(double start, double length, int source, int target)
    {
        (int, float[])[] weights = new (int, float[])[target];
        for (int i = 0; i < target; i++)
        {
            double low = start + i * length / target, high = start + (i + 1) * length / target;
            int first = Math.Clamp((int)(low + 1e-9), 0, source - 1), last = Math.Clamp((int)Math.Ceiling(high - 1e-9) - 1, first, source - 1);
            float[] shares = new float[last - first + 1];
            double total = 0;
            for (int k = 0; k < shares.Length; k++)
            {
                double share = Math.Max(0, Math.Min(high, first + k + 1) - Math.Max(low, first + k));
                shares[k] = (float)share;
                total += share;
            }

            for (int k = 0; k < shares.Length; k++)
            {
                shares[k] = (float)(shares[k] / total);
            }

            weights[i] = (first, shares);
        }

        return weights;
    }
}
