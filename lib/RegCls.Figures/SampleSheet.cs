using System.Globalization;
using System.Net;
using System.Text;
using RegCls.Data.Images;
using RegCls.Data.Sets;
using SkiaSharp;

namespace RegCls.Figures;

/// <summary>A contact sheet: a few samples of a data set with their labels and, where they have it, their depth, to see at a glance whether they are what they are said to be.</summary>
public static class SampleSheet
{
    private const int Columns = 6, Gap = 4, Zoom = 2, Shown = 112;

    /// <summary>The sheet as PNG: each sample with its depth below it, and below both its label.</summary>
    /// <param name="samples">At least one; all of one size.</param>
    /// <exception cref="ArgumentException">There is no sample, or one has another size.</exception>
    public static byte[] Png(IReadOnlyList<SampleView> samples)
    {
        (int width, int height) = Size(samples);
        bool depth = samples[0].Depth is not null;
        (double wide, double high) = (Shown, Shown * (double)height / width);
        int stepX = Shown + Gap, stepY = (int)Math.Ceiling(high * (depth ? 2 : 1)) + Zoom * SmallDigits.Height + 3 * Gap;
        NativeLibraries.EnsureImagesLoaded();
        using SKBitmap sheet = new(new SKImageInfo(Math.Min(samples.Count, Columns) * stepX - Gap, (samples.Count + Columns - 1) / Columns * stepY, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (SKCanvas canvas = new(sheet))
        using (SKPaint ink = new() { Color = SKColors.Black })
        using (SKPaint smooth = new() { FilterQuality = SKFilterQuality.Medium })
        {
            canvas.Clear(SKColors.White);
            double furthest = Furthest(samples);
            for (int i = 0; i < samples.Count; i++)
            {
                (float x, float y) = (i % Columns * stepX, i / Columns * stepY);
                using SKBitmap picture = ImageDecoder.ToBitmap(samples[i].Colour, width, height);
                canvas.DrawBitmap(picture, SKRect.Create(x, y, (float)wide, (float)high), smooth);
                if (samples[i].Depth is { } known)
                {
                    using SKBitmap map = ImageDecoder.ToBitmap(DepthGallery.Map(known, furthest), width, height);
                    canvas.DrawBitmap(map, SKRect.Create(x, y + (float)high, (float)wide, (float)high));
                }

                foreach ((int dotX, int dotY) in SmallDigits.Dots(samples[i].Label))
                {
                    canvas.DrawRect(x + Zoom * dotX, y + (float)high * (depth ? 2 : 1) + Gap + Zoom * dotY, Zoom, Zoom, ink);
                }
            }
        }

        using SKData data = sheet.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The sheet as a fragment of HTML with the pictures inside; names and labels are text.</summary>
    /// <param name="title">A sentence above.</param>
    /// <param name="samples">At least one; all of one size.</param>
    /// <exception cref="ArgumentException">There is no sample, or one has another size.</exception>
    public static string Html(string title, IReadOnlyList<SampleView> samples)
    {
        _ = Size(samples);
        string unit = samples[0].Depth is null ? "" : " m";
        double furthest = Furthest(samples);
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<figure style=\"margin:0;overflow-x:auto\"><figcaption style=\"margin-bottom:6px\">{WebUtility.HtmlEncode(title)}");
        if (samples[0].Depth is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $" Below each its depth, blue is near, yellow is {furthest:0.#} m or farther, grey is not known; the number is the median.");
        }

        html.Append("</figcaption><table style=\"border-collapse:collapse;font-size:12px\">");
        foreach (SampleView[] row in samples.Chunk(Columns))
        {
            html.Append("<tr>");
            foreach (SampleView sample in row)
            {
                html.Append("<td style=\"padding:2px 4px;vertical-align:top;text-align:left\">");
                Picture(html, sample.Colour, sample, $"{sample.Name}, label {sample.Label}{unit}");
                if (sample.Depth is { } depth)
                {
                    Picture(html, DepthGallery.Map(depth, furthest), sample, $"{sample.Name}, depth");
                }

                html.Append(CultureInfo.InvariantCulture, $"{WebUtility.HtmlEncode(sample.Label)}{unit}</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</table></figure>").ToString();
    }

    private static void Picture(StringBuilder html, byte[] planes, SampleView sample, string text)
    {
        NativeLibraries.EnsureImagesLoaded();
        using SKBitmap bitmap = ImageDecoder.ToBitmap(planes, sample.Width, sample.Height);
        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        html.Append(CultureInfo.InvariantCulture, $"<img alt=\"{WebUtility.HtmlEncode(text)}\" style=\"display:block;width:{Shown}px;margin-bottom:2px\" src=\"data:image/png;base64,{Convert.ToBase64String(data.ToArray())}\">");
    }

    private static (int Width, int Height) Size(IReadOnlyList<SampleView> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        return samples.Count > 0 && samples.All(sample => (sample.Width, sample.Height, sample.Depth is null) == (samples[0].Width, samples[0].Height, samples[0].Depth is null))
            ? (samples[0].Width, samples[0].Height)
            : throw new ArgumentException($"A sheet needs at least one sample, and all of one size and kind; got {samples.Count} samples.", nameof(samples));
    }

    // Half a metre above the farthest of nearly all pixels.
    private static double Furthest(IReadOnlyList<SampleView> samples)
    {
        ushort[] known = [.. samples.SelectMany(sample => sample.Depth ?? []).Where(depth => depth > 0).Order()];
        return known.Length == 0 ? 1 : Math.Ceiling(known[(int)(0.98 * (known.Length - 1))] / 500.0) / 2;
    }
}
