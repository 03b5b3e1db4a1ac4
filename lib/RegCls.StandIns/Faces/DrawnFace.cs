using RegCls.Data.Images;
using SkiaSharp;

namespace RegCls.Data.Faces;

/// <summary>A face drawn by code at a given age.</summary>
public static class DrawnFace
{
    /// <summary>Draws a face. The same age, stream and size give the same pixels on one machine.</summary>
    /// <param name="age">In years, from 0 to 120.</param>
    /// <param name="stream">Source of identity and nuisance, used by nobody else.</param>
    /// <param name="size">Width and height in pixels.</param>
    /// <returns>Planar RGB, <c>[3, size, size]</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Age or size is out of range.</exception>
    public static byte[] Pixels(double age, RandomStream stream, int size)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 16);
        if (age is not (>= 0 and <= 120))
        {
            throw new ArgumentOutOfRangeException(nameof(age), age, "A face is drawn at an age from 0 to 120 years.");
        }

        FaceLook look = FaceLook.Draw(age, stream);
        using SKBitmap sharp = new(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (SKCanvas canvas = new(sharp))
        {
            Background(look, canvas, stream, size);
            canvas.Translate((float)(size * (0.5 + look.Offset.X)), (float)(size * (0.52 + look.Offset.Y)));
            canvas.RotateDegrees((float)look.Tilt);
            float unit = (float)(0.37 * size * look.Scale);
            canvas.Scale(unit, unit);
            using FacePainter painter = new(look, canvas, stream);
            painter.Paint();
        }

        using SKBitmap blurred = Blurred(sharp, look, size);
        byte[] planes = ImageDecoder.Planar(blurred);
        Photograph(planes, look, stream, size);
        return planes;
    }

    private static void Background(FaceLook look, SKCanvas canvas, RandomStream stream, int size)
    {
        canvas.Clear(FaceColours.OfHue(look.Hues[0], 0.35, stream.NextUniform(0.25, 0.95)));
        using SKPaint paint = new() { IsAntialias = true };
        for (int i = 0; i < 4; i++)
        {
            paint.Color = FaceColours.Clear(FaceColours.OfHue(stream.NextDouble(), 0.4, stream.NextUniform(0.2, 1)), 0.6);
            float x = (float)stream.NextUniform(-0.2, 1.0) * size, y = (float)stream.NextUniform(-0.2, 1.0) * size;
            canvas.DrawRect(x, y, (float)stream.NextUniform(0.1, 0.6) * size, (float)stream.NextUniform(0.1, 0.8) * size, paint);
        }
    }

    private static SKBitmap Blurred(SKBitmap sharp, FaceLook look, int size)
    {
        SKBitmap blurred = new(sharp.Info);
        using SKCanvas canvas = new(blurred);
        float sigma = (float)(look.Blur * size / 64);
        using SKImageFilter? filter = sigma > 0.05 ? SKImageFilter.CreateBlur(sigma, sigma, SKShaderTileMode.Clamp) : null;
        using SKPaint paint = new() { ImageFilter = filter };
        canvas.DrawBitmap(sharp, 0, 0, paint);
        return blurred;
    }

    // Light from a side, exposure, loss of colour, and noise of each pixel and colour.
    private static void Photograph(byte[] planes, FaceLook look, RandomStream stream, int size)
    {
        int area = size * size;
        double cos = Math.Cos(look.LightAngle), sin = Math.Sin(look.LightAngle);
        Span<double> colour = stackalloc double[3];
        for (int i = 0; i < area; i++)
        {
            double across = ((i % size + 0.5) / size - 0.5) * cos + ((i / size + 0.5) / size - 0.5) * sin;
            double light = look.Exposure.Brightness * (1 + 2 * look.Light * across);
            double grey = 0.299 * planes[i] + 0.587 * planes[area + i] + 0.114 * planes[2 * area + i];
            for (int c = 0; c < 3; c++)
            {
                double value = grey + (planes[c * area + i] - grey) * look.Colour;
                colour[c] = 127 + (value * light - 127) * look.Exposure.Contrast;
            }

            double common = stream.NextGaussian();
            for (int c = 0; c < 3; c++)
            {
                double noise = look.Colour == 0 ? common : 0.6 * common + 0.8 * stream.NextGaussian();
                planes[c * area + i] = (byte)Math.Clamp(Math.Round(colour[c] + look.Noise * noise), 0, 255);
            }
        }
    }
}
