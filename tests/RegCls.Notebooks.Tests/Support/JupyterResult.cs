using System.Text.Json.Nodes;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>What came of an action in Jupyter: the executed cells as a notebook file has them, and how long the kernel took from an interrupt to idle.</summary>
internal sealed record JupyterResult(JsonNode[] Cells, double? Seconds)
{
    /// <summary>All errors.</summary>
    public string[] Errors => [.. Cells.SelectMany(cell => cell["outputs"]!.AsArray()).Where(output => (string?)output!["output_type"] == "error").Select(output => (string)output!["evalue"]!)];

    /// <summary>Everything in one text, for sentences that are looked for.</summary>
    public string Text => string.Join('\n', Cells.SelectMany(cell => cell["outputs"]!.AsArray()).Select(output => (output!["data"]?["text/html"] ?? output["data"]?["text/plain"] ?? output["text"]) switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonValue text => (string?)text,
        _ => string.Empty,
    }));

    /// <summary>What a reader sees, cell by cell.</summary>
    public IEnumerable<string[]> Shown => Cells.Select(cell => ShownContent.Of(cell).Comparable.ToArray());
}
