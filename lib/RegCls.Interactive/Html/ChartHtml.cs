using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Plotly.NET;

namespace RegCls.Interactive.Html;

/// <summary>A Plotly.NET chart as an element and a script that draws into it.</summary>
internal static class ChartHtml
{
    // The page may bring plotly.js after the chart: look for it for up to a minute, then say what is missing.
    private const string Draw = """
        (function () {
          var id = "$ID", figure = $FIGURE, config = $CONFIG, tries = 0;
          function draw() {
            var target = document.getElementById(id);
            if (target && window.Plotly) { window.Plotly.newPlot(target, figure.data, figure.layout, config); }
            else if (++tries < 600) { setTimeout(draw, 100); }
            else if (target) { target.textContent = "plotly.js is not in this page: run the first cell of the notebook again."; }
          }
          draw();
        })();
        """;

    /// <summary>Renders the chart; it fills its container up to the width the chart asks for.</summary>
    public static string Render(GenericChart chart)
    {
        JsonNode figure = JsonNode.Parse(GenericChart.toFigureJson(chart))!;
        var layout = (JsonObject)figure["layout"]!;
        string width = TakeWidth(layout);

        // Text written by JsonNode has no '<' in it, so no string of a chart can end the script element.
        string id = $"regcls-{Guid.NewGuid():N}";
        string script = Draw.Replace("$ID", id, StringComparison.Ordinal)
            .Replace("$CONFIG", Config(chart), StringComparison.Ordinal)
            .Replace("$FIGURE", figure.ToJsonString(), StringComparison.Ordinal);
        return $"<div id=\"{id}\" class=\"regcls-chart\" style=\"width:100%{width}\"></div><script type=\"text/javascript\">{script}</script>";
    }

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
        return config.ToJsonString();
    }
}
