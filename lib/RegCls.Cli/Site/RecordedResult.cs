using System.Text.Json.Nodes;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Site;

/// <summary>What a page shows in the place of a live result that failed: what another cell of the notebook shows from records. The notebook's metadata name the cells, <c>regcls.recorded.LIVE = RECORDED</c>.</summary>
internal static class RecordedResult
{
    private const string ChartId = "<div id=\"regcls-";

    /// <summary>The HTML that the recorded cell displays; null where none is named or it failed too.</summary>
    /// <param name="cell">The cell that has no result.</param>
    /// <param name="notebook">The executed notebook.</param>
    public static IReadOnlyList<string>? InPlaceOf(NotebookCell cell, NotebookDocument notebook)
    {
        if (Pairs(notebook)?[cell.Id] is not JsonValue value || !value.TryGetValue<string>(out var id) || notebook.Cells.FirstOrDefault(other => other.Id == id) is not { } recorded
            || recorded.Outputs.OfType<ErrorOutput>().Any())
        {
            return null;
        }

        string[] shown = [.. recorded.Outputs.OfType<DisplayOutput>().Select(output => output.Html).OfType<string>().Select(Renamed)];
        return shown.Length == 0 ? null : shown;
    }

    /// <summary>Live cells and the recorded cells that stand for them, by their ids.</summary>
    /// <param name="notebook">The notebook.</param>
    public static JsonObject? Pairs(NotebookDocument notebook) => (notebook.Metadata["regcls"] as JsonObject)?["recorded"] as JsonObject;

    // The chart stands on the page a second time, and an id may stand there once.
    private static string Renamed(string html)
    {
        var start = html.IndexOf(ChartId, StringComparison.Ordinal);
        var end = start < 0 ? -1 : html.IndexOf('"', start + ChartId.Length);
        if (end < 0)
        {
            return html;
        }

        var id = html[(start + "<div id=\"".Length)..end];
        return html.Replace(id, id + "-again", StringComparison.Ordinal);
    }
}
