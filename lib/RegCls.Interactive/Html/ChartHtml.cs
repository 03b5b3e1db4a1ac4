using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Plotly.NET;

namespace RegCls.Interactive.Html;

/// <summary>A Plotly.NET chart as an element and a script that draws into it, below its title.</summary>
internal static partial class ChartHtml
{
    // Room above the panels for the toolbar, in pixels.
    private const double Toolbar = 34;

    // The page may bring plotly.js after the chart: look for it for up to a minute, then say what is missing.
    private const string Draw = """
        (function () {
          var id = "$ID", figure = $FIGURE, config = $CONFIG, tries = 0;
          function draw() {
            var target = document.getElementById(id);
            if (target && window.Plotly) { window.Plotly.newPlot(target, figure.data, figure.layout, config); move(target); }
            else if (++tries < 600) { setTimeout(draw, 100); }
            else if (target) { target.textContent = "plotly.js is not in this page: run the first cell of the notebook again."; }
          }
          function move(target) {
            var slider = document.getElementById(id + "-slider"), meta = figure.layout.meta;
            if (!slider) { return; }
            slider.oninput = function () {
              slider.nextElementSibling.textContent = meta.positions[slider.value];
              slider.setAttribute("aria-valuetext", meta.positions[slider.value]);
              window.Plotly.restyle(target, { visible: target.data.map(function (trace) { return trace.meta === undefined || trace.meta == slider.value; }) });
            };
          }
          draw();
        })();
        """;

    /// <summary>Renders the chart; it fills its container up to the width the chart asks for.</summary>
    public static string Render(GenericChart chart)
    {
        JsonNode figure = JsonNode.Parse(GenericChart.toFigureJson(chart))!;
        var layout = (JsonObject)figure["layout"]!;
        string width = TakeWidth(layout), title = TakeTitle(layout);

        // Text written by JsonNode has no '<' in it, so no string of a chart can end the script element.
        string id = $"regcls-{Guid.NewGuid():N}";
        string script = Draw.Replace("$ID", id, StringComparison.Ordinal)
            .Replace("$CONFIG", Config(chart), StringComparison.Ordinal)
            .Replace("$FIGURE", figure.ToJsonString(), StringComparison.Ordinal);
        return $"{title}{Slider(layout["meta"] as JsonObject, id)}<div id=\"{id}\" class=\"regcls-chart\" style=\"width:100%{width}\"></div><script type=\"text/javascript\">{script}</script>";
    }

    // A title that Plotly draws is one line that cannot break: it runs under the toolbar or out of a narrow page. As text above the chart it wraps.
    private static string TakeTitle(JsonObject layout)
    {
        JsonNode? title = layout["title"];
        string[] lines = BreakOrSpan().Split((title as JsonObject)?["text"]?.GetValue<string>() ?? (title as JsonValue)?.GetValue<string>() ?? "");
        layout.Remove("title");
        if (lines.All(string.IsNullOrWhiteSpace))
        {
            return "";
        }

        if (layout["margin"]?["t"]?.GetValue<double>() is > Toolbar and var top)
        {
            layout["margin"]!["t"] = Toolbar;
            layout["height"] = (layout["height"]?.GetValue<double>() ?? 450) - top + Toolbar;
        }

        string note = string.Join("<br>", lines.Skip(1).Where(line => line.Length > 0).Select(Plain));
        return $"<div class=\"regcls-title\" style=\"font:600 1rem/1.35 system-ui,sans-serif;text-align:left\">{Plain(lines[0])}{(note.Length == 0 ? "" : $"<div style=\"font-weight:400;font-size:.8125rem\">{note}</div>")}</div>";
    }

    // An input element of the page itself: the keyboard moves it, and a screen reader says where it stands.
    private static string Slider(JsonObject? meta, string id)
    {
        if (meta?["slider"] is null)
        {
            return "";
        }

        JsonArray positions = meta["positions"]!.AsArray();
        int start = meta["start"]!.GetValue<int>();
        string first = WebUtility.HtmlEncode(positions[start]!.GetValue<string>());
        return FormattableString.Invariant($"<label class=\"regcls-slider\" style=\"display:block;margin:.4rem 0;font:.875rem/1.5 system-ui,sans-serif\">{WebUtility.HtmlEncode(meta["slider"]!.GetValue<string>())} <input id=\"{id}-slider\" type=\"range\" min=\"0\" max=\"{positions.Count - 1}\" value=\"{start}\" autocomplete=\"off\" aria-valuetext=\"{first}\" style=\"vertical-align:middle;width:min(20rem,100%)\"> <output>{first}</output></label>");
    }

    // Of the markup that Plotly's texts may have, only what raises or lowers letters is kept.
    private static string Plain(string line) => Raised().Replace(WebUtility.HtmlEncode(WebUtility.HtmlDecode(line)), "<$1>").Replace("&lt;b&gt;", "", StringComparison.Ordinal).Replace("&lt;/b&gt;", "", StringComparison.Ordinal);

    [GeneratedRegex("<br ?/?>|</?span[^>]*>")]
    private static partial Regex BreakOrSpan();

    [GeneratedRegex("&lt;(/?su[bp])&gt;")]
    private static partial Regex Raised();

    private static string TakeWidth(JsonObject layout)
    {
        string style = "";
        if (layout["width"] is JsonValue value && value.GetValueKind() == JsonValueKind.Number)
        {
            style = string.Create(CultureInfo.InvariantCulture, $";max-width:{value.GetValue<double>()}px");
            layout.Remove("width");
        }

        layout["autosize"] = true;
        return style;
    }

    private static string Config(GenericChart chart)
    {
        JsonObject config = JsonNode.Parse(JsonConvert.SerializeObject(GenericChart.getConfig(chart), Globals.JSON_CONFIG)) as JsonObject ?? [];
        config["responsive"] = true;
        config["displaylogo"] = false;
        config["modeBarButtonsToRemove"] = new JsonArray("select2d", "lasso2d", "zoomIn2d", "zoomOut2d", "autoScale2d");
        return config.ToJsonString();
    }
}
