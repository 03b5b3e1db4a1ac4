using System.Text.Json.Nodes;

namespace RegCls.Cli.Notebooks;

/// <summary>
/// The language of a code cell, which its first line names as in <c>#!html</c>. .NET Interactive has a kernel for each; where a host has C# only, the cell is run as C#: HTML is shown by the library, and
/// an F# cell brings its C# twin in its metadata (<c>regcls.csharp</c>, a list of lines).
/// </summary>
internal static class CellLanguage
{
    /// <summary>C#, the language of cells that name none.</summary>
    public const string CSharp = "csharp";

    /// <summary>HTML, and SVG in it.</summary>
    public const string Html = "html";

    /// <summary>F#.</summary>
    public const string FSharp = "fsharp";

    private static readonly string[] Others = [Html, FSharp];

    /// <summary>The language, by the name of its kernel.</summary>
    /// <param name="cell">A code cell.</param>
    public static string Of(NotebookCell cell) => Others.FirstOrDefault(language => cell.Source.Split('\n')[0].TrimEnd() == "#!" + language) ?? CSharp;

    /// <summary>The C# twin of an F# cell; null if it has none.</summary>
    /// <param name="cell">A code cell.</param>
    public static string? Twin(NotebookCell cell) => (cell.Metadata["regcls"] as JsonObject)?[CSharp] switch
    {
        JsonArray lines when lines.All(line => line is JsonValue value && value.TryGetValue<string>(out _)) => string.Concat(lines.Select(line => line!.GetValue<string>())),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => null,
    };

    /// <summary>What a host with C# only runs.</summary>
    /// <param name="cell">A code cell that the lint has passed.</param>
    public static string InCSharp(NotebookCell cell) => Of(cell) switch
    {
        Html => Shown(cell.Source[(cell.Source.IndexOf('\n', StringComparison.Ordinal) + 1)..]),
        FSharp => Twin(cell) ?? string.Empty,
        _ => cell.Source,
    };

    private static string Shown(string html)
    {
        // A raw string ends at as many quotes as it began with: more than any in it.
        var quotes = "\"\"\"";
        while (html.Contains(quotes, StringComparison.Ordinal))
        {
            quotes += "\"";
        }

        return $"RegCls.Interactive.Notebook.Push({quotes}\n{html}\n{quotes});";
    }
}
