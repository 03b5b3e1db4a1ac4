using System.Globalization;
using System.Net;
using System.Text;
using SkiaSharp;

namespace RegCls.Data.Images;

/// <summary>Small pictures in rows, each row with a caption: as one PNG, or as HTML that holds it.</summary>
public static class ContactSheet
{
    private const int Gap = 2;

    /// <summary>A sheet as PNG.</summary>
    /// <param name="rows">Rows of planar RGB pictures, <c>[3, size, size]</c> each; rows may differ in length.</param>
    /// <param name="size">Width and height of a picture in pixels.</param>
    /// <param name="zoom">Each pixel becomes this many, squared.</param>
    /// <exception cref="ArgumentException">There is no picture, or one has another size.</exception>
    public static byte[] Png(IReadOnlyList<IReadOnlyList<byte[]>> rows, int size, int zoom = 1)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(zoom, 1);
        if (rows.Count == 0 || rows.All(row => row.Count == 0))
        {
            throw new ArgumentException("A contact sheet needs at least one picture, but got none.", nameof(rows));
        }

        NativeLibraries.EnsureImagesLoaded();
        int step = size * zoom + Gap;
        using SKBitmap sheet = new(new SKImageInfo(rows.Max(row => row.Count) * step - Gap, rows.Count * step - Gap, SKColorType.Rgba8888, SKAlphaType.Premul));
        using (SKCanvas canvas = new(sheet))
        {
            canvas.Clear(SKColors.White);
            for (int row = 0; row < rows.Count; row++)
            {
                for (int column = 0; column < rows[row].Count; column++)
                {
                    using SKBitmap picture = ImageDecoder.ToBitmap(rows[row][column], size);
                    canvas.DrawBitmap(picture, SKRect.Create(column * step, row * step, size * zoom, size * zoom));
                }
            }
        }

        using SKData data = sheet.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>A sheet as a fragment of HTML with the pictures inside, captions at the left; needs no other file.</summary>
    /// <param name="title">A sentence above the sheet, such as what the faces are.</param>
    /// <param name="rows">Caption and pictures of each row.</param>
    /// <param name="size">Width and height of a picture in pixels.</param>
    /// <param name="shown">Width and height of a picture on the page, in CSS pixels.</param>
    public static string Html(string title, IReadOnlyList<(string Caption, IReadOnlyList<byte[]> Pictures)> rows, int size, int shown = 64)
    {
        ArgumentNullException.ThrowIfNull(rows);
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<figure style=\"margin:0\"><figcaption style=\"margin-bottom:6px\">{WebUtility.HtmlEncode(title)}</figcaption><table style=\"border-collapse:collapse\">");
        foreach ((string caption, IReadOnlyList<byte[]> pictures) in rows.Where(row => row.Pictures.Count > 0))
        {
            string png = Convert.ToBase64String(Png([pictures], size));
            html.Append(CultureInfo.InvariantCulture, $"<tr><td style=\"padding:0 10px 0 0;text-align:right;white-space:nowrap\">{WebUtility.HtmlEncode(caption)}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td style=\"padding:1px\"><img alt=\"{WebUtility.HtmlEncode(caption)}\" style=\"display:block;height:{shown}px\" src=\"data:image/png;base64,{png}\"></td></tr>");
        }

        return html.Append("</table></figure>").ToString();
    }
}
