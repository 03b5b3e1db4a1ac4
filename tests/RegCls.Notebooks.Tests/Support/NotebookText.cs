using System.Text.Json.Nodes;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>Builds notebook files for tests, without the code under test.</summary>
internal static class NotebookText
{
    public static string Of(params string[] codeCells) => Of(codeCells, edit: null);

    public static string Of(string[] codeCells, Action<JsonObject>? edit)
    {
        var cells = new JsonArray { new JsonObject { ["cell_type"] = "markdown", ["id"] = "title", ["metadata"] = new JsonObject(), ["source"] = "# A title\n\nA first sentence. A second one." } };
        foreach (var (index, code) in codeCells.Index())
        {
            cells.Add((JsonNode)new JsonObject
            {
                ["cell_type"] = "code",
                ["id"] = $"c{index + 1}",
                ["metadata"] = JsonNode.Parse("""{"dotnet_interactive":{"language":"csharp"},"polyglot_notebook":{"kernelName":"csharp"}}"""),
                ["source"] = code,
                ["execution_count"] = null,
                ["outputs"] = new JsonArray(),
            });
        }

        var notebook = new JsonObject
        {
            ["cells"] = cells,
            ["metadata"] = JsonNode.Parse("""{"kernelspec":{"name":".net-csharp","language":"C#","display_name":".NET (C#)"}}"""),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        edit?.Invoke(notebook);
        return notebook.ToJsonString();
    }
}
