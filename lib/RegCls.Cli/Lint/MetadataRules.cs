using System.Text.Json.Nodes;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Lint;

/// <summary>The metadata the four hosts choose a language by.</summary>
internal static class MetadataRules
{
    /// <summary>The kernel .NET Interactive registers for C#.</summary>
    public const string KernelName = ".net-csharp";

    /// <summary>The kernel's language; one host reads nothing but this.</summary>
    public const string Language = "C#";

    /// <summary>Checks the notebook's own metadata.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="issues">Gets what is wrong.</param>
    public static void CheckNotebook(NotebookDocument notebook, List<LintIssue> issues)
    {
        var kernel = notebook.Metadata["kernelspec"] as JsonObject;
        Expect("name", KernelName);
        Expect("language", Language);

        void Expect(string field, string expected)
        {
            var actual = Text(kernel?[field]);
            if (actual != expected)
            {
                issues.Add(new LintIssue(notebook.FileName, 0, string.Empty, 0, $"the kernelspec's {field} is {(actual is null ? "missing" : Quoted.Text(actual))}, expected \"{expected}\"", "choose the C# kernel of .NET Interactive for the notebook, or set metadata.kernelspec in the file"));
            }
        }
    }

    /// <summary>Checks that the metadata Polyglot Notebooks reads name the language that the cell's first line says.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="report">Gets what is wrong.</param>
    /// <returns>False if they name another language, so that the cell's text is not to be read as what it seems.</returns>
    public static bool AgreeWith(NotebookCell cell, LintReport report)
    {
        var expected = CellLanguage.Of(cell);
        var language = Text((cell.Metadata["dotnet_interactive"] as JsonObject)?["language"]);
        var kernel = Text((cell.Metadata["polyglot_notebook"] as JsonObject)?["kernelName"]);
        var other = new[] { language, kernel, Text((cell.Metadata["vscode"] as JsonObject)?["languageId"]) }.FirstOrDefault(name => name is not null && name != expected && name != "polyglot-notebook");
        if (other is not null)
        {
            report(0, $"the cell is in {Quoted.Text(other)}, and by its first line in {Quoted.Text(expected)}", $"write it in C#, or begin it with `#!{CellLanguage.Html}` or `#!{CellLanguage.FSharp}` and set the metadata alike");
            return false;
        }

        if (language is null || kernel is null)
        {
            report(0, "the metadata polyglot_notebook.kernelName and dotnet_interactive.language are missing", $"set both to \"{expected}\" so that Polyglot Notebooks knows the cell's language");
        }

        return true;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
