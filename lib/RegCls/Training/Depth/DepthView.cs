using RegCls.Data;

namespace RegCls.Training.Depth;

/// <summary>How a frame is looked at once: turned, mirrored, and with other colours.</summary>
/// <param name="Angle">Turned about its middle by this many degrees.</param>
/// <param name="Mirrored">Whether left and right are exchanged.</param>
/// <param name="Brightness">Factor on all colours.</param>
/// <param name="Contrast">Factor on the distance of a colour from the mean grey of the image.</param>
/// <param name="Saturation">Factor on the distance of a colour from its own grey.</param>
internal readonly record struct DepthView(double Angle, bool Mirrored, double Brightness, double Contrast, double Saturation)
{
    /// <summary>The frame as it is.</summary>
    public static DepthView Plain { get; } = new(0, false, 1, 1, 1);

    /// <summary>Draws a view; five numbers, whatever the options.</summary>
    public static DepthView Draw(RandomStream stream, DepthTrainingOptions options)
    {
        double angle = stream.NextUniform(-1, 1) * options.Rotation;
        bool mirrored = stream.NextInt32(2) == 1 && options.Flip;
        double brightness = 1 + stream.NextUniform(-1, 1) * options.Colour, contrast = 1 + stream.NextUniform(-1, 1) * options.Colour, saturation = 1 + stream.NextUniform(-1, 1) * options.Colour;
        return new DepthView(angle, mirrored, brightness, contrast, saturation);
    }

    /// <summary>
    /// Copies a frame as this view shows it. Image and depth are read at the same places: the image between its pixels (bilinear), the depth at the nearest one, so that no depth is made up. Places outside the
    /// frame are black and their depth is not known.
    /// </summary>
    /// <param name="colour"><c>[3 · height · width]</c>.</param>
    /// <param name="depth"><c>[height · width]</c>, in millimetres.</param>
    /// <param name="width">Pixels a row.</param>
    /// <param name="pixels"><c>[3 · height · width]</c>, from -1 to 1.</param>
    /// <param name="depths"><c>[height · width]</c>, in millimetres.</param>
    public void Copy(ReadOnlySpan<byte> colour, ReadOnlySpan<ushort> depth, int width, Span<float> pixels, Span<ushort> depths)
    {
        int area = depth.Length, height = area / width;
        double grey = Contrast == 1 ? 0 : MeanGrey(colour, area);
        (double sine, double cosine) = Math.SinCos(Angle * Math.PI / 180);
        double middleX = (width - 1) / 2.0, middleY = (height - 1) / 2.0;
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                int place = row * width + column;
                double right = (Mirrored ? width - 1 - column : column) - middleX, down = row - middleY;
                double x = middleX + cosine * right - sine * down, y = middleY + sine * right + cosine * down;
                int nearX = (int)Math.Round(x), nearY = (int)Math.Round(y);
                if (nearX < 0 || nearX >= width || nearY < 0 || nearY >= height)
                {
                    depths[place] = 0;
                    pixels[place] = pixels[area + place] = pixels[2 * area + place] = -1;
                    continue;
                }

                depths[place] = depth[nearY * width + nearX];
                int left = Math.Clamp((int)Math.Floor(x), 0, Math.Max(width - 2, 0)), top = Math.Clamp((int)Math.Floor(y), 0, Math.Max(height - 2, 0));
                float alongX = (float)Math.Clamp(x - left, 0, 1), alongY = (float)Math.Clamp(y - top, 0, 1);
                int corner = top * width + left;
                Paint(
                    Between(colour[..area], corner, width, alongX, alongY), Between(colour.Slice(area, area), corner, width, alongX, alongY),
                    Between(colour.Slice(2 * area, area), corner, width, alongX, alongY), (float)grey, pixels, place, area);
            }
        }
    }

    private void Paint(float red, float green, float blue, float mean, Span<float> pixels, int place, int area)
    {
        float own = Grey(red, green, blue);
        pixels[place] = Shade(red, own, mean);
        pixels[area + place] = Shade(green, own, mean);
        pixels[2 * area + place] = Shade(blue, own, mean);
    }

    private float Shade(float value, float own, float mean)
    {
        float saturated = own + (float)Saturation * (value - own), contrasted = mean + (float)Contrast * (saturated - mean);
        return Math.Clamp((float)Brightness * contrasted, 0, 255) * (2f / 255) - 1;
    }

    private static float Grey(float red, float green, float blue) => 0.299f * red + 0.587f * green + 0.114f * blue;

    private static double MeanGrey(ReadOnlySpan<byte> colour, int area)
    {
        double sum = 0;
        for (int i = 0; i < area; i++)
        {
            sum += Grey(colour[i], colour[area + i], colour[2 * area + i]);
        }

        return sum / area;
    }

    // A place on the last row or column has weight 0 on what would lie beyond it; the clamped corner keeps the reading inside.
    private static float Between(ReadOnlySpan<byte> plane, int corner, int width, float alongX, float alongY)
    {
        float above = plane[corner] + alongX * (plane[corner + 1] - plane[corner]), below = plane[corner + width] + alongX * (plane[corner + width + 1] - plane[corner + width]);
        return above + alongY * (below - above);
    }
}
