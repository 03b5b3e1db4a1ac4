using System.Text.Json.Nodes;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>The required and allowed keys of the nbformat 4.5 schema, written down from its text.</summary>
internal static class NotebookFormat
{
    public static JsonObject AssertValid(string json)
    {
        var root = Assert.IsType<JsonObject>(JsonNode.Parse(json));
        AssertKeys(root, "cells", "metadata", "nbformat", "nbformat_minor");
        Assert.Equal(4, root["nbformat"]!.GetValue<int>());
        Assert.Equal(5, root["nbformat_minor"]!.GetValue<int>());
        var kernel = Assert.IsType<JsonObject>(root["metadata"]!["kernelspec"]);
        Assert.NotNull(kernel["name"]);
        Assert.NotNull(kernel["display_name"]);
        var ids = new HashSet<string>();
        foreach (var cell in root["cells"]!.AsArray().Cast<JsonObject>())
        {
            Assert.Matches("^[a-zA-Z0-9-_]{1,64}$", cell["id"]!.GetValue<string>());
            Assert.True(ids.Add(cell["id"]!.GetValue<string>()), "a cell id is used twice");
            AssertText(cell["source"]);
            Assert.IsType<JsonObject>(cell["metadata"]);
            if (cell["cell_type"]!.GetValue<string>() == "code")
            {
                AssertKeys(cell, "cell_type", "id", "metadata", "source", "execution_count", "outputs");
                Assert.All(cell["outputs"]!.AsArray(), output => AssertOutput(Assert.IsType<JsonObject>(output)));
            }
            else
            {
                AssertKeys(cell, "cell_type", "id", "metadata", "source");
            }
        }

        return root;
    }

    private static void AssertOutput(JsonObject output)
    {
        switch (output["output_type"]!.GetValue<string>())
        {
            case "stream":
                AssertKeys(output, "output_type", "name", "text");
                Assert.Contains(output["name"]!.GetValue<string>(), new[] { "stdout", "stderr" });
                AssertText(output["text"]);
                break;
            case "display_data":
                AssertKeys(output, "output_type", "data", "metadata");
                AssertData(output);
                break;
            case "execute_result":
                AssertKeys(output, "output_type", "data", "metadata", "execution_count");
                Assert.True(output["execution_count"]!.GetValue<int>() > 0);
                AssertData(output);
                break;
            case "error":
                AssertKeys(output, "output_type", "ename", "evalue", "traceback");
                Assert.All(output["traceback"]!.AsArray(), line => line!.GetValue<string>());
                break;
            case var other:
                Assert.Fail($"unknown output type {other}");
                break;
        }
    }

    private static void AssertData(JsonObject output)
    {
        var data = Assert.IsType<JsonObject>(output["data"]);
        Assert.True(data.ContainsKey("text/plain"), "every display has a text form");
        Assert.All(data, pair => AssertText(pair.Value));
    }

    private static void AssertText(JsonNode? text) => Assert.All(Assert.IsType<JsonArray>(text), line => line!.GetValue<string>());

    private static void AssertKeys(JsonObject node, params string[] keys) => Assert.Equal(keys.Order(), node.Select(pair => pair.Key).Order());
}
