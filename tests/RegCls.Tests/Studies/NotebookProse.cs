using System.Text.Json;
using RegCls.Data;
using RegCls.Studies;

namespace RegCls.Tests.Studies;

/// <summary>The text of a notebook's cell, to hold against the records it is about.</summary>
internal static class NotebookProse
{
    public static string Cell(string notebook, string id)
    {
        string path = Path.Combine(Path.GetDirectoryName(DataFiles.Find("README.md"))!, "..", "notebooks", notebook);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement cell = document.RootElement.GetProperty("cells").EnumerateArray().Single(cell => cell.GetProperty("id").GetString() == id);
        return string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()));
    }
}
