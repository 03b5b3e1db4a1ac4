using System.Text.RegularExpressions;
using RegCls.Cli.Notebooks;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>The notebooks that are written for a classroom, and what their cells are called.</summary>
internal static partial class Classroom
{
    public const string Predict = "**Predict, then run.**";

    public const string Answer = "**Answer.**";

    /// <summary>What an exercise builds on, and nothing else: who only wants the exercise runs these and it.</summary>
    public static IReadOnlyList<string> Base { get; } = ["setup", "usings", NotebookParameters.CellId];

    /// <summary>Their numbers; a further notebook joins here.</summary>
    public static IReadOnlyList<string> Numbers { get; } = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

    public static NotebookDocument Read(string number) =>
        NotebookReader.Read(Directory.EnumerateFiles(Path.Combine(CommandResult.RepositoryRoot, "notebooks"), number + "-*.ipynb").Single());

    public static NotebookCell Cell(NotebookDocument notebook, string id) => notebook.Cells.Single(cell => cell.Id == id);

    /// <summary>The code of the solution, which stands folded in a Markdown cell.</summary>
    public static string Solution(NotebookDocument notebook) => CodeBlock().Match(Cell(notebook, "exercise-solution").Source).Groups[1].Value;

    [GeneratedRegex(@"\A<details><summary>Solution</summary>\n\n```csharp\n(.+?)\n```\n\n.+\n\n</details>\z", RegexOptions.Singleline)]
    internal static partial Regex CodeBlock();
}
