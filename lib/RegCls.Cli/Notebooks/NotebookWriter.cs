using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RegCls.Cli.Notebooks;

/// <summary>Writes a notebook as nbformat 4.5.</summary>
internal static class NotebookWriter
{
    // One space, as Jupyter indents, and no escapes a person cannot read: the file is never embedded in HTML.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The notebook's file text.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>JSON, ended by a line feed.</returns>
    public static string ToJson(NotebookDocument notebook) => new JsonObject
    {
        ["cells"] = new JsonArray([.. notebook.Cells.Select(ToJson)]),
        ["metadata"] = notebook.Metadata.DeepClone(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString(Options) + "\n";

    private static JsonObject ToJson(NotebookCell cell)
    {
        var json = new JsonObject
        {
            ["cell_type"] = cell.Kind.ToString().ToLowerInvariant(),
            ["id"] = cell.Id,
            ["metadata"] = cell.Metadata.DeepClone(),
            ["source"] = Lines(cell.Source),
        };
        if (cell.Kind == CellKind.Code)
        {
            json["execution_count"] = cell.ExecutionCount;
            json["outputs"] = new JsonArray([.. cell.Outputs.Select(output => ToJson(output, cell.ExecutionCount))]);
        }

        return json;
    }

    private static JsonObject ToJson(CellOutput output, int? executionCount)
    {
        switch (output)
        {
            case StreamOutput stream:
                return new JsonObject
                {
                    ["output_type"] = "stream",
                    ["name"] = stream.IsError ? "stderr" : "stdout",
                    ["text"] = Lines(stream.Text),
                };
            case ErrorOutput error:
                return new JsonObject
                {
                    ["output_type"] = "error",
                    ["ename"] = error.Name,
                    ["evalue"] = error.Message,
                    ["traceback"] = new JsonArray([.. error.Trace.Select(line => (JsonNode)line)]),
                };
            case DisplayOutput display:
                var data = new JsonObject();
                if (display.Html is not null)
                {
                    data["text/html"] = Lines(display.Html);
                }

                data["text/plain"] = Lines(display.Text);
                var json = new JsonObject { ["output_type"] = display.IsResult ? "execute_result" : "display_data", ["data"] = data, ["metadata"] = new JsonObject() };
                if (display.IsResult)
                {
                    json["execution_count"] = executionCount;
                }

                return json;
            default:
                throw new ArgumentOutOfRangeException(nameof(output), output, "An output nbformat does not know.");
        }
    }

    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }

        return lines;
    }
}
