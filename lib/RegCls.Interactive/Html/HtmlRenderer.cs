using Deedle;
using Plotly.NET;
using static TorchSharp.torch;

namespace RegCls.Interactive.Html;

/// <summary>Turns what notebooks show into HTML that needs nothing but plotly.js in the page.</summary>
public static class HtmlRenderer
{
    /// <summary>Renders a value.</summary>
    /// <param name="value">A chart, a frame, a tensor, a fragment, or a string that is HTML already.</param>
    /// <returns>The fragment; a chart's needs <see cref="PlotlyScript"/> somewhere in its page.</returns>
    /// <exception cref="ArgumentException">The value is of another type, or <see langword="null"/>.</exception>
    public static HtmlFragment Fragment(object value)
        => value switch
        {
            null => throw new ArgumentNullException(nameof(value), "Show and Push take a chart, a frame, a tensor or a string of HTML, but got null."),
            HtmlFragment fragment => fragment,
            string html => new HtmlFragment(html),
            _ => new HtmlFragment(Render(value)),
        };

    // Apart from Fragment: text is displayed without loading the chart, frame and tensor libraries.
    private static string Render(object value)
        => value switch
        {
            GenericChart chart => ChartHtml.Render(chart),
            IFrame frame => FrameHtml.Render(frame),
            Tensor tensor => TensorHtml.Render(tensor),
            _ => throw new ArgumentException($"Show and Push take a chart, a frame, a tensor or a string of HTML, but got a {value.GetType().Name}; turn it into one of these.", nameof(value)),
        };
}
