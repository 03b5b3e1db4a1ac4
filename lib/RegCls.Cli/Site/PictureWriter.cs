using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using static RegCls.Cli.Site.ChartFigure;

namespace RegCls.Cli.Site;

/// <summary>Draws a chart small, as a static SVG for the index: panels and traces, no text.</summary>
internal static partial class PictureWriter
{
    private const double Width = 240, Height = 150, Margin = 6;

    // More points than pixels show nothing more.
    private const int MostPoints = 160;

    /// <summary>The picture of a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>An SVG document, or null if the figure has nothing that can be drawn small.</returns>
    public static string? ToSvg(ChartFigure figure)
    {
        var layout = Member(figure.Figure, "layout");
        if (Member(figure.Figure, "data") is not { ValueKind: JsonValueKind.Array } data)
        {
            return null;
        }

        var svg = new StringBuilder();
        foreach (var panel in data.EnumerateArray().Where(trace => Kind(trace) is "scatter" or "bar").GroupBy(trace => (X: Axis(trace, "x"), Y: Axis(trace, "y"))))
        {
            AppendPanel(svg, [.. panel], Member(layout, "xaxis" + panel.Key.X), Member(layout, "yaxis" + panel.Key.Y));
        }

        return svg.Length == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" height=\"{Height}\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>{svg}</svg>\n");
    }

    private static void AppendPanel(StringBuilder svg, JsonElement[] traces, JsonElement? xAxis, JsonElement? yAxis)
    {
        (double X, double Y)[][] points = [.. traces.Select(trace => Points(trace, IsLogarithmic(xAxis), IsLogarithmic(yAxis)))];
        (double X, double Y)[] all = [.. points.SelectMany(trace => trace)];
        if (all.Length == 0)
        {
            return;
        }

        var (left, right) = Domain(xAxis);
        var (bottom, top) = Domain(yAxis);
        var (x0, x1) = (Margin + left * (Width - 2 * Margin), Margin + right * (Width - 2 * Margin));
        var (y0, y1) = (Margin + (1 - bottom) * (Height - 2 * Margin), Margin + (1 - top) * (Height - 2 * Margin));
        var (xLow, xHigh) = Range(all.Select(point => point.X), xAxis);
        var hasBars = traces.Any(trace => Kind(trace) == "bar");
        var (yLow, yHigh) = Range(all.Select(point => point.Y).Concat(hasBars ? [0.0] : []), yAxis);
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x0:0.#}\" y=\"{y1:0.#}\" width=\"{x1 - x0:0.#}\" height=\"{y0 - y1:0.#}\" fill=\"#f4f6f9\"/>");
        for (var i = 0; i < traces.Length; i++)
        {
            AppendTrace(svg, traces[i], [.. points[i].Select(point => (Place(point.X, xLow, xHigh, x0, x1), Place(point.Y, yLow, yHigh, y0, y1)))], Place(0, yLow, yHigh, y0, y1));
        }
    }

    private static void AppendTrace(StringBuilder svg, JsonElement trace, (double X, double Y)[] places, double zero)
    {
        var mode = Member(trace, "mode")?.GetString() ?? "lines";
        var color = Color(Member(Member(trace, "marker"), "color")) ?? Color(Member(Member(trace, "line"), "color")) ?? "#3d7ea6";
        if (Kind(trace) == "bar")
        {
            var width = Math.Max(0.6, places.Length < 2 ? 4 : 0.9 * (places[^1].X - places[0].X) / (places.Length - 1));
            foreach (var (x, y) in places)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x - width / 2:0.#}\" y=\"{Math.Min(y, zero):0.#}\" width=\"{width:0.#}\" height=\"{Math.Abs(zero - y):0.#}\" fill=\"{color}\"/>");
            }

            return;
        }

        if (Member(trace, "fill")?.GetString() is { } fill && fill != "none" && places.Length > 2)
        {
            var area = Color(Member(trace, "fillcolor")) ?? color;
            svg.Append("<path fill=\"").Append(area).Append("\" stroke=\"none\" d=\"").Append(Path(places)).Append("Z\"/>");
            return;
        }

        if (mode.Contains("lines", StringComparison.Ordinal))
        {
            svg.Append("<path fill=\"none\" stroke=\"").Append(color).Append("\" stroke-width=\"1.3\" d=\"").Append(Path(places)).Append("\"/>");
        }

        if (mode.Contains("markers", StringComparison.Ordinal))
        {
            // A line of no length with round ends is a dot; one element draws all of them.
            svg.Append("<path fill=\"none\" stroke=\"").Append(color).Append("\" stroke-width=\"").Append(places.Length > 40 ? "1.4" : "3.2").Append("\" stroke-linecap=\"round\" d=\"");
            foreach (var (x, y) in places)
            {
                svg.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}h0");
            }

            svg.Append("\"/>");
        }
    }

    private static string Path((double X, double Y)[] places) => string.Concat(places.Select((place, i) => string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{place.X:0.#} {place.Y:0.#}")));

    private static (double X, double Y)[] Points(JsonElement trace, bool logarithmicX, bool logarithmicY)
    {
        var x = Numbers(Member(trace, "x"));
        var y = Numbers(Member(trace, "y"));
        var isText = x.Length > 0 && x.All(double.IsNaN);
        (double X, double Y)[] points = [.. y.Select((value, i) => (Scale(isText || x.Length == 0 ? i : i < x.Length ? x[i] : double.NaN, logarithmicX), Scale(value, logarithmicY))).Where(point => double.IsFinite(point.Item1) && double.IsFinite(point.Item2))];
        var step = Math.Max(1, (points.Length + MostPoints - 1) / MostPoints);
        return Kind(trace) == "bar" ? points : [.. points.Where((_, i) => i % step == 0)];
    }

    private static double Scale(double value, bool logarithmic) => logarithmic ? Math.Log10(value) : value;

    private static (double Low, double High) Range(IEnumerable<double> values, JsonElement? axis)
    {
        if (Numbers(Member(axis, "range")) is [var from, var to] && double.IsFinite(from) && double.IsFinite(to) && from != to)
        {
            return (from, to);
        }

        double[] all = [.. values];
        var (low, high) = (all.Min(), all.Max());
        var room = high > low ? 0.05 * (high - low) : 0.5;
        return (low - room, high + room);
    }

    private static double Place(double value, double low, double high, double from, double to) =>
        from + Math.Clamp((value - low) / (high - low), 0, 1) * (to - from);

    private static (double From, double To) Domain(JsonElement? axis) => Numbers(Member(axis, "domain")) is [var from, var to] ? (from, to) : (0, 1);

    private static bool IsLogarithmic(JsonElement? axis) => Member(axis, "type")?.GetString() == "log";

    private static string Kind(JsonElement trace) => Member(trace, "type")?.GetString() ?? "scatter";

    private static string Axis(JsonElement trace, string letter) => Member(trace, letter + "axis")?.GetString()?[1..] ?? string.Empty;

    // The colour goes into markup: nothing but the forms a colour has.
    private static string? Color(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } color && ColorForm().IsMatch(color.GetString()!) ? color.GetString() : null;

    [GeneratedRegex(@"^(#[0-9a-fA-F]{3,8}|rgba?\([0-9., ]+\)|[a-zA-Z]+)$")]
    private static partial Regex ColorForm();
}
