using System.Globalization;
using System.Net;
using System.Text;
using RegCls.Data.Images;
using RegCls.Studies.Depth;
using SkiaSharp;

namespace RegCls.Figures;

/// <summary>Pictures with their depth, what models predict, and where they are wrong, side by side.</summary>
public static class DepthGallery
{
    // Dark blue is near, yellow is far.
    private static readonly (double At, double R, double G, double B)[] Depths = [(0, 68, 1, 84), (0.25, 59, 82, 139), (0.5, 33, 145, 140), (0.75, 94, 201, 98), (1, 253, 231, 37)];

    /// <summary>A depth map in colours, planar RGB; grey where nothing is known.</summary>
    /// <param name="depth">In millimetres, 0 where not known.</param>
    /// <param name="furthest">The depth in metres that is shown brightest.</param>
    internal static byte[] Map(ushort[] depth, double furthest) => Coloured(depth.Length, i => depth[i] == 0 ? null : depth[i] / 1000.0 / furthest, Depths);

    private static readonly (double At, double R, double G, double B)[] Errors = [(0, 33, 80, 160), (0.5, 247, 247, 247), (1, 178, 34, 52)];

    /// <summary>A fragment of HTML with the pictures inside: a row a frame; picture, truth, then for each arm its prediction and below it prediction − truth.</summary>
    /// <param name="title">A sentence above.</param>
    /// <param name="examples">The frames.</param>
    /// <param name="furthest">The depth in metres that is shown brightest.</param>
    /// <param name="largest">The error in metres that is shown in full colour.</param>
    /// <param name="width">Width of a picture on the page, in CSS pixels.</param>
    /// <exception cref="ArgumentException">There is no frame.</exception>
    public static string Predictions(string title, IReadOnlyList<DepthExample> examples, double furthest, double largest, int width = 150)
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Count == 0)
        {
            throw new ArgumentException("A gallery needs at least one frame, got none.", nameof(examples));
        }

        StringBuilder html = Begin(title + string.Create(CultureInfo.InvariantCulture, $" Depth: blue is near, yellow is {furthest:0.#} m or farther, grey is not known. Error: blue is too near, red is too far, full colour at {largest:0.#} m."));
        html.Append("<tr>");
        foreach (string name in (IEnumerable<string>)["picture", "truth", .. examples[0].Predictions.Select(prediction => prediction.Arm)])
        {
            html.Append(CultureInfo.InvariantCulture, $"<th style=\"padding:2px 4px;font-weight:600;text-align:left\">{WebUtility.HtmlEncode(name)}</th>");
        }

        html.Append("</tr>");
        foreach (DepthExample example in examples)
        {
            (int w, int h) = (example.Width / 2, example.Height / 2);
            html.Append("<tr>");
            Cell(html, width, (Png(example.Colour, example.Width, example.Height), $"{example.Name}, picture"));
            Cell(html, width, (Png(Coloured(example.Truth.Length, i => example.Truth[i] == 0 ? null : example.Truth[i] / 1000.0 / furthest, Depths), w, h), $"{example.Name}, true depth"));
            foreach ((string arm, float[] depth) in example.Predictions)
            {
                double Error(int i) => (depth[i] - example.Truth[i] / 1000.0) / (2 * largest) + 0.5;
                double rmse = Rmse(example, depth);
                Cell(
                    html, width, (Png(Coloured(depth.Length, i => depth[i] / furthest, Depths), w, h), $"{example.Name}, depth predicted by {arm}"),
                    (Png(Coloured(depth.Length, i => example.Truth[i] == 0 ? null : Error(i), Errors), w, h), $"{example.Name}, error of {arm}"), string.Create(CultureInfo.InvariantCulture, $"RMSE {rmse:0.00} m"));
            }

            html.Append("</tr>");
        }

        return html.Append("</table></figure>").ToString();
    }

    private static double Rmse(DepthExample example, float[] depth)
    {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < depth.Length; i++)
        {
            if (example.Truth[i] > 0)
            {
                double error = depth[i] - example.Truth[i] / 1000.0;
                sum += error * error;
                known++;
            }
        }

        return known == 0 ? double.NaN : Math.Sqrt(sum / known);
    }

    private static StringBuilder Begin(string title) => new StringBuilder().Append(
        CultureInfo.InvariantCulture, $"<figure style=\"margin:0;overflow-x:auto\"><figcaption style=\"margin-bottom:6px\">{WebUtility.HtmlEncode(title)}</figcaption><table style=\"border-collapse:collapse;font-size:12px\">");

    private static void Cell(StringBuilder html, int width, (byte[] Png, string Text) upper, (byte[] Png, string Text)? lower = null, string? note = null)
    {
        html.Append("<td style=\"padding:2px 4px;vertical-align:top;text-align:left\">");
        foreach ((byte[] png, string text) in lower is { } second ? [upper, second] : new[] { upper })
        {
            html.Append(CultureInfo.InvariantCulture, $"<img alt=\"{WebUtility.HtmlEncode(text)}\" style=\"display:block;width:{width}px;margin-bottom:2px;image-rendering:pixelated\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\">");
        }

        html.Append(note is null ? "</td>" : $"{WebUtility.HtmlEncode(note)}</td>");
    }

    // Planar RGB of values between 0 and 1; grey where there is none.
    private static byte[] Coloured(int count, Func<int, double?> value, (double At, double R, double G, double B)[] map)
    {
        byte[] planes = new byte[3 * count];
        for (int i = 0; i < count; i++)
        {
            (double r, double g, double b) = value(i) is { } at ? Between(Math.Clamp(at, 0, 1), map) : (205, 205, 205);
            (planes[i], planes[count + i], planes[2 * count + i]) = ((byte)r, (byte)g, (byte)b);
        }

        return planes;
    }

    private static (double R, double G, double B) Between(double at, (double At, double R, double G, double B)[] map)
    {
        int k = 1;
        while (k < map.Length - 1 && at > map[k].At)
        {
            k++;
        }

        ((double from, double r0, double g0, double b0), (double to, double r1, double g1, double b1)) = (map[k - 1], map[k]);
        double share = (at - from) / (to - from);
        return (r0 + share * (r1 - r0), g0 + share * (g1 - g0), b0 + share * (b1 - b0));
    }

    private static byte[] Png(byte[] planes, int width, int height)
    {
        NativeLibraries.EnsureImagesLoaded();
        using SKBitmap bitmap = ImageDecoder.ToBitmap(planes, width, height);
        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
