using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>What a reader sees of a cell, whatever host ran it: charts and tables by their data, other HTML and printed lines with each number and picture replaced, for some measure time.</summary>
/// <param name="Charts">The figure of each chart.</param>
/// <param name="Tables">The text of each table.</param>
/// <param name="Others">Other HTML.</param>
/// <param name="Lines">Printed lines.</param>
internal sealed partial record ShownContent(string[] Charts, string[] Tables, string[] Others, string[] Lines)
{
    /// <summary>Everything in one list that can be compared and read in a failure.</summary>
    public IEnumerable<string> Comparable => [.. Charts, .. Tables.Select(Masked), .. Others.Select(html => Masked(html.Trim())), .. Lines.Select(Masked)];

    /// <summary>A cell of the real kernel. What the host needs and the reader does not (plotly.js, the bar of a progress) is left out.</summary>
    public static ShownContent Of(KernelResult result) => Of(
        result.Outputs.Where(output => output.Kind is "display" or "result" && output.Mime == "text/html").Select(output => output.Text),
        result.Printed);

    /// <summary>A cell of an executed notebook file.</summary>
    public static ShownContent Of(JsonNode cell)
    {
        JsonNode[] outputs = [.. cell["outputs"]!.AsArray().OfType<JsonNode>()];
        return Of(
            outputs.Select(output => output["data"]?["text/html"]).OfType<JsonArray>().Select(Text),
            string.Concat(outputs.Where(output => (string?)output["output_type"] == "stream").Select(output => Text(output["text"]!.AsArray()))));
    }

    private static ShownContent Of(IEnumerable<string> html, string printed)
    {
        string[] shown = [.. html.Where(text => !IsOfTheHost(text))];
        return new ShownContent(
            [.. shown.Where(IsChart).Select(text => Figure().Match(text).Groups[1].Value)],
            [.. shown.Where(IsTable)],
            [.. shown.Where(text => !IsChart(text) && !IsTable(text))],
            [.. printed.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains("are those of an earlier run", StringComparison.Ordinal))]);
    }

    // plotly.js, the bar of a progress, and the script by which the kernel looks for its own HTTP port.
    private static bool IsOfTheHost(string html) => html.StartsWith("<script", StringComparison.Ordinal)
        || html.Contains("class=\"regcls-progress\"", StringComparison.Ordinal)
        || html.Contains("dotnet-interactive-this-cell", StringComparison.Ordinal);

    private static bool IsChart(string html) => html.Contains("class=\"regcls-chart\"", StringComparison.Ordinal);

    private static bool IsTable(string html) => html.Contains("<table class=\"regcls-frame\"", StringComparison.Ordinal);

    private static string Text(JsonArray lines) => string.Concat(lines.Select(line => (string?)line));

    private static string Masked(string text) => Blanks().Replace(Number().Replace(Picture().Replace(text, "picture"), "#"), " ");

    [GeneratedRegex(@"figure = (\{.*\}), config = ", RegexOptions.Singleline)]
    private static partial Regex Figure();

    // Which faces are guessed worst, for one, hangs on the last digits.
    [GeneratedRegex("data:image/[a-z]+;base64,[A-Za-z0-9+/=]+")]
    private static partial Regex Picture();

    [GeneratedRegex(@"[-−+]?\d[\d,.]*(?:[eE][-+]?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
