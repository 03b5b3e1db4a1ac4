using System.Globalization;
using System.Net;
using System.Text;
using RegCls.Data.Images;

namespace RegCls.Figures;

/// <summary>The images that a model is most wrong about.</summary>
public static class WorstPredictions
{
    /// <summary>Pictures in rows, the largest absolute error first, each with its label and the prediction below: a fragment of HTML that needs no other file.</summary>
    /// <param name="title">A sentence above, such as which model it is.</param>
    /// <param name="images">The images.</param>
    /// <param name="indices">Which of them were predicted, [N].</param>
    /// <param name="predictions">f(x), [N].</param>
    /// <param name="count">How many are shown.</param>
    /// <exception cref="ArgumentException">There is not one prediction an index.</exception>
    public static string Html(string title, ImageCache images, IReadOnlyList<int> indices, IReadOnlyList<double> predictions, int count = 10)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(predictions);
        if (indices.Count != predictions.Count)
        {
            throw new ArgumentException($"There are {predictions.Count} predictions for {indices.Count} images; expected one an image.", nameof(predictions));
        }

        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<figure style=\"margin:0\"><figcaption style=\"margin-bottom:6px\">{WebUtility.HtmlEncode(title)}</figcaption><div style=\"display:flex;flex-wrap:wrap;gap:8px\">");
        foreach (int i in Enumerable.Range(0, indices.Count).OrderByDescending(i => Math.Abs(predictions[i] - images.Labels[indices[i]])).ThenBy(i => indices[i]).Take(count))
        {
            string caption = string.Create(CultureInfo.InvariantCulture, $"{images.Labels[indices[i]]:0.#} → {predictions[i]:0.#}");
            string png = Convert.ToBase64String(ContactSheet.Png([[images.Pixels(indices[i]).ToArray()]], images.Size));
            html.Append(CultureInfo.InvariantCulture, $"<div style=\"text-align:center;font-size:12px\"><img alt=\"{caption}\" width=\"80\" height=\"80\" style=\"display:block\" src=\"data:image/png;base64,{png}\">{caption}</div>");
        }

        return html.Append("</div></figure>").ToString();
    }
}
