using DynamicObj;
using Plotly.NET;
using RegCls.Data;

namespace RegCls.Figures;

/// <summary>
/// A figure of equal panels in rows and columns, each with its own axes: the layout of the paper's figures, with a title, a note
/// that says what was run, one legend, and titles on panels, rows and axes.
/// </summary>
internal sealed class PanelFigure
{
    private const int TitleHeight = 52, NoteLine = 16, LegendHeight = 36;

    private readonly int rows;
    private readonly int columns;
    private readonly int panelHeight;
    private readonly List<Trace> traces = [];
    private readonly List<object> annotations = [];
    private readonly List<object> shapes = [];
    private readonly HashSet<string> inLegend = [];
    private readonly Dictionary<int, Dictionary<string, object>> xAxes = [];
    private readonly Dictionary<int, Dictionary<string, object>> yAxes = [];
    private readonly double left;
    private int leftMargin = 56;

    /// <param name="rows">Rows of panels.</param>
    /// <param name="columns">Columns of panels.</param>
    /// <param name="panelHeight">Height of a row in pixels, gap included.</param>
    /// <param name="rowLabels">Names of the rows, written at the left; null for none.</param>
    public PanelFigure(int rows, int columns, int panelHeight = 230, IReadOnlyList<string>? rowLabels = null)
    {
        (this.rows, this.columns, this.panelHeight) = (rows, columns, panelHeight);
        left = rowLabels is null ? 0 : 0.03;
        for (int row = 0; row < (rowLabels?.Count ?? 0); row++)
        {
            (double low, double high) = RowDomain(row);
            annotations.Add(Text(rowLabels![row], 0, (low + high) / 2, "left", "middle", angle: -90, shift: -46, bold: true));
        }
    }

    public string Title { get; init; } = "";

    /// <summary>What was run: profile, sizes, seeds, source; one line, or two parted by a <c>br</c>.</summary>
    public string Note { get; init; } = "";

    /// <summary>A slider above the figure: what its positions say, and where it stands first, which is what paper shows. Null for none.</summary>
    public (string Name, IReadOnlyList<string> Positions, int Start)? Slider { get; init; }

    /// <summary>The slider's position that what is drawn next belongs to; null for all.</summary>
    public int? Position { get; set; }

    /// <summary>Names on a panel's y axis in place of numbers, from top to bottom at 0, 1, …</summary>
    public void NamesDown(int row, int column, IReadOnlyList<string> names)
    {
        Dictionary<string, object> y = yAxes[Index(row, column)];
        y["tickmode"] = "array";
        y["tickvals"] = Enumerable.Range(0, names.Count).ToArray();
        y["ticktext"] = names.ToArray();
        y["range"] = new[] { names.Count - 0.5, -0.5 };

        // About the width of a letter of the ticks; the axis title stands beside.
        leftMargin = Math.Max(leftMargin, 34 + 6 * names.Max(name => name.Length));
    }

    /// <summary>Means with their intervals from left to right, each at its height, and what to say of each under the pointer.</summary>
    public void EstimatesAcross(int row, int column, double[] y, (double Mean, double Low, double High)[] estimates, IReadOnlyList<string> texts, string name, string color)
    {
        double[] means = [.. estimates.Select(estimate => estimate.Mean)];
        Trace trace = Scatter(row, column, means, y, name, "markers");
        trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = color, ["size"] = 8 });
        trace.SetProperty("error_x", ErrorBars(means, [.. estimates.Select(estimate => estimate.Low)], [.. estimates.Select(estimate => estimate.High)], color));
        trace.SetProperty("text", texts.ToArray());
        trace.SetProperty("hoverinfo", "text");
        traces.Add(trace);
    }

    /// <summary>Describes a panel and its axes.</summary>
    public void Panel(int row, int column, string title, string xTitle, string yTitle, bool logarithmicX = false, IReadOnlyList<double>? ticks = null, (double Low, double High)? yRange = null, bool yFromZero = false, bool logarithmicY = false, IReadOnlyList<string>? tickTexts = null, bool powersX = false)
    {
        int panel = Index(row, column);
        (double x0, double x1) = ColumnDomain(column);
        (double y0, double y1) = RowDomain(row);
        Dictionary<string, object> x = Axis(xTitle, x0, x1, "y" + Suffix(panel)), y = Axis(yTitle, y0, y1, "x" + Suffix(panel));
        if (logarithmicX)
        {
            x["type"] = "log";
        }

        if (powersX)
        {
            x["exponentformat"] = "power";
            x["dtick"] = 3;
        }

        if (logarithmicY)
        {
            y["type"] = "log";
            y["dtick"] = 1;
            y["exponentformat"] = "power";
        }

        if (ticks is not null)
        {
            x["tickmode"] = "array";
            x["tickvals"] = ticks;
            x["ticktext"] = tickTexts?.ToArray() ?? ticks.Select(tick => FormattableString.Invariant($"{tick}")).ToArray();
        }

        if (tickTexts is not null)
        {
            // Categories: half a step of room on both sides, also where there is only one.
            x["range"] = new[] { -0.5, tickTexts.Count - 0.5 };
        }

        if (yRange is { } range)
        {
            y["range"] = new[] { range.Low, range.High };
        }

        if (yFromZero)
        {
            y["rangemode"] = "tozero";
        }

        (xAxes[panel], yAxes[panel]) = (x, y);
        annotations.Add(Text($"<b>{title}</b>", (x0 + x1) / 2, y1, "center", "bottom", shift: 0));
    }

    /// <summary>Writes a short remark into a panel's lower right corner.</summary>
    public void Remark(int row, int column, string text) =>
        annotations.Add(Text(text, ColumnDomain(column).High, RowDomain(row).Low, "right", "bottom", size: 10));

    /// <summary>A line, with markers if asked; the name enters the legend once.</summary>
    public void Line(int row, int column, IEnumerable<double> x, IEnumerable<double> y, string name, string color, string dash = "solid", double width = 2, string? marker = null, double[]? low = null, double[]? high = null)
    {
        double[] values = [.. y];
        Trace trace = Scatter(row, column, x, values, name, marker is null ? "lines" : "lines+markers");
        trace.SetProperty("line", new Dictionary<string, object> { ["color"] = color, ["dash"] = dash, ["width"] = width });
        if (marker is not null)
        {
            trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = color, ["symbol"] = marker, ["size"] = 7 });
        }

        if (low is not null && high is not null)
        {
            trace.SetProperty("error_y", ErrorBars(values, low, high, color));
        }

        traces.Add(trace);
    }

    /// <summary>Means with their intervals, without a line.</summary>
    public void Estimates(int row, int column, double[] x, (double Mean, double Low, double High)[] estimates, string name, string color)
    {
        double[] means = [.. estimates.Select(estimate => estimate.Mean)];
        Trace trace = Scatter(row, column, x, means, name, "markers");
        trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = color, ["size"] = 8 });
        trace.SetProperty("error_y", ErrorBars(means, [.. estimates.Select(estimate => estimate.Low)], [.. estimates.Select(estimate => estimate.High)], color));
        traces.Add(trace);
    }

    /// <summary>A panel whose rows have names, from the top down: each name stands above its row, inside the panel, so that it needs no room at the left.</summary>
    public void NamedRows(int row, int column, string title, string xTitle, IReadOnlyList<string> names)
    {
        Panel(row, column, title, xTitle, "question", yRange: (names.Count - 0.4, -0.75));
        Dictionary<string, object> axis = yAxes[Index(row, column)];
        axis["showticklabels"] = false;
        axis["showgrid"] = false;
        for (int i = 0; i < names.Count; i++)
        {
            Dictionary<string, object> name = Text(names[i], ColumnDomain(column).Low, i - 0.16, "left", "bottom", size: 11);
            name["yref"] = "y" + Suffix(Index(row, column));
            annotations.Add(name);
        }
    }

    /// <summary>Points without a line.</summary>
    public void Points(int row, int column, IEnumerable<double> x, IEnumerable<double> y, string name, string color, double size = 3, double opacity = 0.5)
    {
        Trace trace = Scatter(row, column, x, y, name, "markers");
        trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = color, ["size"] = size, ["opacity"] = opacity });
        traces.Add(trace);
    }

    /// <summary>Points with a symbol, each with what a reader who points at it is told.</summary>
    public void Marks(int row, int column, IEnumerable<double> x, IEnumerable<double> y, string name, string color, string symbol, double size, string[] hovers)
    {
        Trace trace = Scatter(row, column, x, y, name, "markers");
        trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = color, ["symbol"] = symbol, ["size"] = size, ["line"] = new Dictionary<string, object> { ["width"] = 1.5, ["color"] = color } });
        trace.SetProperty("text", hovers);
        trace.SetProperty("hovertemplate", "%{text}<extra></extra>");
        traces.Add(trace);
    }

    /// <summary>About <paramref name="count"/> samples of a set, evenly picked, as points named "training samples".</summary>
    public void TrainingSamples(int row, int column, SampleSet set, int count, string color, double opacity = 0.5)
    {
        int step = Math.Max(1, set.Count / count);
        int[] shown = [.. Enumerable.Range(0, set.Count).Where(i => i % step == 0)];
        Points(row, column, shown.Select(i => set.Inputs[i]), shown.Select(i => set.Targets[i]), "training samples", color, opacity: opacity);
    }

    /// <summary>Bars at their centres, side by side.</summary>
    /// <param name="row">Row of the panel.</param>
    /// <param name="column">Column of the panel.</param>
    /// <param name="centres">Centres on the x axis.</param>
    /// <param name="heights">Heights.</param>
    /// <param name="name">Name in the legend.</param>
    /// <param name="color">Fill.</param>
    /// <param name="widths">Width of each bar on the x axis; null for equal ones that touch.</param>
    public void Bars(int row, int column, IEnumerable<double> centres, IEnumerable<double> heights, string name, string color, IEnumerable<double>? widths = null)
    {
        Trace trace = On(new Trace("bar"), row, column, name);
        trace.SetProperty("x", centres.ToArray());
        trace.SetProperty("y", heights.ToArray());
        trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = color });
        if (widths is not null)
        {
            trace.SetProperty("width", widths.ToArray());
            trace.SetProperty("marker", new Dictionary<string, object> { ["color"] = color, ["line"] = new Dictionary<string, object> { ["color"] = "#ffffff", ["width"] = 0.4 } });
        }

        traces.Add(trace);
    }

    /// <summary>A filled band between two curves, without a legend entry.</summary>
    public void Band(int row, int column, IReadOnlyList<double> x, IReadOnlyList<double> low, IReadOnlyList<double> high, string color)
    {
        Trace trace = On(new Trace("scatter"), row, column, null);
        trace.SetProperty("x", x.Concat(x.Reverse()).ToArray());
        trace.SetProperty("y", high.Concat(low.Reverse()).ToArray());
        trace.SetProperty("fill", "toself");
        trace.SetProperty("fillcolor", Palette.Faint(color, 0.13));
        trace.SetProperty("line", new Dictionary<string, object> { ["width"] = 0 });
        trace.SetProperty("mode", "lines");
        trace.SetProperty("hoverinfo", "skip");
        traces.Add(trace);
    }

    /// <summary>A shaded vertical strip behind everything.</summary>
    public void Strip(int row, int column, double from, double to, string color) =>
        shapes.Add(new Dictionary<string, object>
        {
            ["type"] = "rect",
            ["layer"] = "below",
            ["xref"] = "x" + Suffix(Index(row, column)),
            ["yref"] = "y" + Suffix(Index(row, column)) + " domain",
            ["x0"] = from,
            ["x1"] = to,
            ["y0"] = 0,
            ["y1"] = 1,
            ["fillcolor"] = color,
            ["line"] = new Dictionary<string, object> { ["width"] = 0 },
        });

    /// <summary>The chart.</summary>
    public GenericChart Build()
    {
        Layout layout = new();
        layout.SetProperty("title", new Dictionary<string, object>
        {
            ["text"] = $"<b>{Title}</b><br><span style='font-size:12px'>{Note}</span>",
            ["x"] = 0,
            ["xref"] = "paper",
            ["xanchor"] = "left",
            ["yref"] = "container",
            ["y"] = 1,
            ["yanchor"] = "top",
            ["pad"] = new Dictionary<string, object> { ["t"] = 12 },
            ["font"] = new Dictionary<string, object> { ["size"] = 16 },
        });
        layout.SetProperty("height", PlotHeight + Top + (inLegend.Count > 1 ? LegendHeight : 0));
        layout.SetProperty("margin", new Dictionary<string, object> { ["l"] = left > 0 ? 64 : leftMargin, ["r"] = 12, ["t"] = Top, ["b"] = inLegend.Count > 1 ? LegendHeight : 0 });
        layout.SetProperty("legend", new Dictionary<string, object> { ["orientation"] = "h", ["x"] = 0, ["xanchor"] = "left", ["y"] = 0, ["yanchor"] = "top", ["itemsizing"] = "constant" });
        layout.SetProperty("showlegend", inLegend.Count > 1);
        layout.SetProperty("bargap", 0);
        if (Slider is { } slider)
        {
            layout.SetProperty("meta", new Dictionary<string, object> { ["slider"] = slider.Name, ["positions"] = slider.Positions.ToArray(), ["start"] = slider.Start });
        }

        layout.SetProperty("annotations", annotations.ToArray());
        layout.SetProperty("shapes", shapes.ToArray());
        foreach ((int panel, Dictionary<string, object> axis) in xAxes)
        {
            layout.SetProperty("xaxis" + Suffix(panel), axis);
        }

        foreach ((int panel, Dictionary<string, object> axis) in yAxes)
        {
            layout.SetProperty("yaxis" + Suffix(panel), axis);
        }

        GenericChart chart = Plotly.NET.CSharp.Chart.Combine(traces.Select(trace => GenericChart.ofTraceObject(false, trace)));
        return GenericChart.setLayout(layout, chart);
    }

    private int Top => TitleHeight + (Note.Contains("<br>", StringComparison.Ordinal) ? NoteLine : 0);

    private int PlotHeight => rows * panelHeight;

    private static string Suffix(int panel) => panel == 1 ? "" : FormattableString.Invariant($"{panel}");

    private int Index(int row, int column) => row * columns + column + 1;

    private (double Low, double High) ColumnDomain(int column)
    {
        const double gap = 0.055;
        double width = (1 - left - (columns - 1) * gap) / columns;
        double low = left + column * (width + gap);
        return (low, low + width);
    }

    private (double Low, double High) RowDomain(int row)
    {
        // Room above for the panel's title, below for tick labels and axis title.
        double height = 1.0 / rows, top = 1 - row * height;
        return (top - height + 48.0 / PlotHeight, top - 22.0 / PlotHeight);
    }

    private Trace Scatter(int row, int column, IEnumerable<double> x, IEnumerable<double> y, string name, string mode)
    {
        Trace trace = On(new Trace("scatter"), row, column, name);
        trace.SetProperty("x", x.ToArray());
        trace.SetProperty("y", y.ToArray());
        trace.SetProperty("mode", mode);
        return trace;
    }

    private Trace On(Trace trace, int row, int column, string? name)
    {
        string suffix = Suffix(Index(row, column));
        trace.SetProperty("xaxis", "x" + suffix);
        trace.SetProperty("yaxis", "y" + suffix);
        trace.SetProperty("showlegend", name is not null && inLegend.Add(FormattableString.Invariant($"{name}{Position}")));
        if (Position is { } position)
        {
            trace.SetProperty("meta", position);
            trace.SetProperty("visible", position == Slider?.Start);
        }

        if (name is not null)
        {
            trace.SetProperty("name", name);
            trace.SetProperty("legendgroup", name);
        }

        return trace;
    }

    private static Dictionary<string, object> ErrorBars(double[] means, double[] low, double[] high, string color) => new()
    {
        ["type"] = "data",
        ["symmetric"] = false,
        ["array"] = means.Zip(high, (mean, end) => end - mean).ToArray(),
        ["arrayminus"] = means.Zip(low, (mean, end) => mean - end).ToArray(),
        ["color"] = color,
        ["thickness"] = 1.2,
        ["width"] = 3,
    };

    private static Dictionary<string, object> Axis(string title, double from, double to, string anchor) => new()
    {
        ["title"] = new Dictionary<string, object> { ["text"] = title, ["standoff"] = 4, ["font"] = new Dictionary<string, object> { ["size"] = 11 } },
        ["domain"] = new[] { from, to },
        ["anchor"] = anchor,
        ["tickfont"] = new Dictionary<string, object> { ["size"] = 10 },
        ["zeroline"] = false,
        ["automargin"] = false,
    };

    private static Dictionary<string, object> Text(string text, double x, double y, string xAnchor, string yAnchor, double angle = 0, double shift = 0, int size = 12, bool bold = false) => new()
    {
        ["text"] = bold ? $"<b>{text}</b>" : text,
        ["x"] = x,
        ["y"] = y,
        ["xref"] = "paper",
        ["yref"] = "paper",
        ["xanchor"] = xAnchor,
        ["yanchor"] = yAnchor,
        ["textangle"] = angle,
        ["xshift"] = shift,
        ["showarrow"] = false,
        ["font"] = new Dictionary<string, object> { ["size"] = size },
    };
}
