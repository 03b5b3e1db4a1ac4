using DynamicObj;
using Plotly.NET;

namespace RegCls.Tables.Answers;

/// <summary>A chart of one panel, as wide as its page: title, note, axes, one legend below.</summary>
internal sealed class OwnChart(string title, string note, string xTitle, string yTitle)
{
    private const string Ink = "#3b4148";

    private readonly List<Trace> traces = [];
    private readonly List<object> shapes = [];
    private readonly Dictionary<string, object> x = Axis(xTitle), y = Axis(yTitle);

    public OwnChart LogarithmicX()
    {
        x["type"] = "log";
        x["exponentformat"] = "power";
        return this;
    }

    public OwnChart YFromZero()
    {
        y["rangemode"] = "tozero";
        return this;
    }

    public OwnChart YRange(double low, double high)
    {
        y["range"] = new[] { low, high };
        return this;
    }

    public OwnChart Points(IEnumerable<double> xs, IEnumerable<double> ys, string name, string color, double size = 6, double opacity = 0.7, string symbol = "circle", IEnumerable<string>? texts = null)
    {
        Trace trace = Scatter(xs, ys, name, "markers");
        trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = color, ["size"] = size, ["opacity"] = opacity, ["symbol"] = symbol });
        if (texts is not null)
        {
            trace.SetProperty("text", texts.ToArray());
            trace.SetProperty("hoverinfo", "text+name");
        }

        return this;
    }

    public OwnChart Line(IEnumerable<double> xs, IEnumerable<double> ys, string name, string color, string dash = "solid", bool markers = true)
    {
        Trace trace = Scatter(xs, ys, name, markers ? "lines+markers" : "lines");
        trace.SetProperty("line", new Dictionary<string, object> { ["color"] = color, ["dash"] = dash, ["width"] = 2 });
        trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = color, ["size"] = 6 });
        return this;
    }

    public OwnChart Bars(IEnumerable<double> centres, IEnumerable<double> heights, double width, string name, string color)
    {
        Trace trace = new("bar");
        trace.SetProperty("x", centres.ToArray());
        trace.SetProperty("y", heights.ToArray());
        trace.SetProperty("width", width);
        trace.SetProperty("name", name);
        trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = color });
        traces.Add(trace);
        return this;
    }

    /// <summary>Means with intervals, one above the other, and a line at 0.</summary>
    public OwnChart Intervals(IReadOnlyList<string> names, IReadOnlyList<(double Mean, double Low, double High)> intervals, IReadOnlyList<string> colors, string legend)
    {
        Trace trace = Scatter(intervals.Select(interval => interval.Mean), Enumerable.Range(0, names.Count).Select(i => (double)-i), legend, "markers");
        trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = colors.ToArray(), ["size"] = 9 });
        trace.SetProperty("error_x", new Dictionary<string, object>
        {
            ["type"] = "data",
            ["symmetric"] = false,
            ["array"] = intervals.Select(interval => interval.High - interval.Mean).ToArray(),
            ["arrayminus"] = intervals.Select(interval => interval.Mean - interval.Low).ToArray(),
            ["color"] = Ink,
            ["thickness"] = 1.5,
        });
        y["tickmode"] = "array";
        y["tickvals"] = Enumerable.Range(0, names.Count).Select(i => -i).ToArray();
        y["ticktext"] = names.ToArray();
        y["range"] = new[] { 0.5 - names.Count, 0.5 };
        y["zeroline"] = false;
        return Vertical([0], "#7a7f87");
    }

    /// <summary>Thin vertical lines over the whole height.</summary>
    public OwnChart Vertical(IEnumerable<double> at, string color, string dash = "solid")
    {
        shapes.AddRange(at.Select(position => new Dictionary<string, object>
        {
            ["type"] = "line",
            ["layer"] = "below",
            ["x0"] = position,
            ["x1"] = position,
            ["y0"] = 0,
            ["y1"] = 1,
            ["yref"] = "paper",
            ["line"] = new Dictionary<string, object> { ["color"] = color, ["width"] = 1, ["dash"] = dash },
        }));
        return this;
    }

    public GenericChart Build(int height = 420)
    {
        Layout layout = new();
        layout.SetProperty("title", new Dictionary<string, object> { ["text"] = $"<b>{title}</b><br><span style='font-size:12px'>{note}</span>", ["x"] = 0, ["xref"] = "container", ["xanchor"] = "left", ["pad"] = new Dictionary<string, object> { ["l"] = 12 }, ["font"] = new Dictionary<string, object> { ["size"] = 16 } });
        layout.SetProperty("height", height);
        layout.SetProperty("margin", new Dictionary<string, object> { ["l"] = 64, ["r"] = 16, ["t"] = 84, ["b"] = 96 });
        layout.SetProperty("font", new Dictionary<string, object> { ["family"] = "system-ui, sans-serif", ["size"] = 12, ["color"] = Ink });
        layout.SetProperty("paper_bgcolor", "#ffffff");
        layout.SetProperty("plot_bgcolor", "#ffffff");
        layout.SetProperty("bargap", 0);
        layout.SetProperty("showlegend", traces.Count > 1);
        layout.SetProperty("legend", new Dictionary<string, object> { ["orientation"] = "h", ["x"] = 0, ["y"] = -0.22, ["yanchor"] = "top" });
        layout.SetProperty("xaxis", x);
        layout.SetProperty("yaxis", y);
        layout.SetProperty("shapes", shapes);
        return GenericChart.setLayout(layout, Plotly.NET.CSharp.Chart.Combine(traces.Select(trace => GenericChart.ofTraceObject(false, trace))));
    }

    private Trace Scatter(IEnumerable<double> xs, IEnumerable<double> ys, string name, string mode)
    {
        Trace trace = new("scatter");
        trace.SetProperty("x", xs.ToArray());
        trace.SetProperty("y", ys.ToArray());
        trace.SetProperty("mode", mode);
        trace.SetProperty("name", name);
        traces.Add(trace);
        return trace;
    }

    private static Dictionary<string, object> Axis(string title) => new()
    {
        ["title"] = new Dictionary<string, object> { ["text"] = title },
        ["gridcolor"] = "#e6e8eb",
        ["zerolinecolor"] = "#c4c8cd",
        ["automargin"] = true,
    };
}
