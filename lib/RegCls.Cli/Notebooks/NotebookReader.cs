using System.Text.Json;
using System.Text.Json.Nodes;
using RegCls.Cli.CommandLine;

namespace RegCls.Cli.Notebooks;

/// <summary>Reads a notebook file. Stored outputs are left behind: they are of an earlier run.</summary>
internal static class NotebookReader
{
    /// <summary>Reads a notebook.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The notebook, without outputs.</returns>
    /// <exception cref="UserErrorException">The file cannot be read, is not JSON or is not a notebook of nbformat 4.</exception>
    public static NotebookDocument Read(string path)
    {
        var fullPath = Path.GetFullPath(path);
        string text;
        try
        {
            text = File.ReadAllText(fullPath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"{path} cannot be read ({exception.Message.TrimEnd('.')}); check the path and its permissions.", exception);
        }

        return Parse(text, fullPath);
    }

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="text">The JSON text.</param>
    /// <param name="path">The path the text came from; used in messages and as the notebook's path.</param>
    /// <returns>The notebook, without outputs.</returns>
    /// <exception cref="UserErrorException">The text is not JSON or is not a notebook of nbformat 4.</exception>
    public static NotebookDocument Parse(string text, string path)
    {
        var name = Path.GetFileName(path);
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(text);
        }
        catch (JsonException exception)
        {
            var line = (exception.LineNumber ?? 0) + 1;
            throw new UserErrorException($"{name} is not JSON (line {line}), a notebook file of nbformat 4 was expected; restore the file or save it again from a notebook editor.", exception);
        }

        try
        {
            return ToDocument(root as JsonObject ?? throw NotANotebook(name, "its top level is no object"), name, path);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException)
        {
            throw NotANotebook(name, "a field has the wrong type, or a name stands twice", exception);
        }
    }

    private static NotebookDocument ToDocument(JsonObject root, string name, string path)
    {
        if (root["nbformat"] is not JsonValue format)
        {
            throw NotANotebook(name, "\"nbformat\" is missing");
        }

        var major = format.GetValue<int>();
        if (major != 4)
        {
            throw new UserErrorException($"{name} has nbformat {major}, expected 4; convert it with `jupyter nbconvert --to notebook`.");
        }

        var cells = root["cells"] as JsonArray ?? throw NotANotebook(name, "\"cells\" is missing");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new NotebookDocument(
            path,
            root["metadata"]?.DeepClone() as JsonObject ?? [],
            [.. cells.Select((cell, index) => ToCell(cell as JsonObject ?? throw NotANotebook(name, $"cell {index + 1} is no object"), index, name, seen))]);
    }

    private static NotebookCell ToCell(JsonObject cell, int index, string name, HashSet<string> seen)
    {
        var type = cell["cell_type"]?.GetValue<string>();
        CellKind kind = type switch
        {
            "markdown" => CellKind.Markdown,
            "code" => CellKind.Code,
            "raw" => CellKind.Raw,
            _ => throw NotANotebook(name, $"cell {index + 1} of the file has cell_type {Quoted.Text(type)} instead of markdown, code or raw"),
        };
        var source = cell["source"] switch
        {
            JsonArray lines => string.Concat(lines.Select(line => line?.GetValue<string>() ?? throw NotANotebook(name, $"cell {index + 1} of the file has a line that is no text"))),
            JsonValue value => value.GetValue<string>(),
            _ => throw NotANotebook(name, $"cell {index + 1} of the file has no source"),
        };

        // Ids came with nbformat 4.5; an older file gets the cell's place as its id.
        var id = cell["id"]?.GetValue<string>() ?? $"cell-{index + 1}";
        if (id.Length is 0 or > 64 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') || !seen.Add(id))
        {
            throw NotANotebook(name, $"cell {index + 1} of the file has the id {Quoted.Text(id)}, which is used twice or is not made of 1 to 64 letters, digits, '-' and '_'");
        }

        return new NotebookCell(id, kind, source.Replace("\r\n", "\n", StringComparison.Ordinal), cell["metadata"]?.DeepClone() as JsonObject ?? [], []);
    }

    private static UserErrorException NotANotebook(string name, string why, Exception? inner = null) =>
        new($"{name} is not a notebook of nbformat 4: {why}; save it again from a notebook editor.", inner);
}
