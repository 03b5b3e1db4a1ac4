using System.Text.RegularExpressions;

namespace RegCls.Cli.Notebooks;

/// <summary>What a notebook keeps for a class: questions before cells, their answers, an exercise and its solution.</summary>
internal static partial class ClassroomCells
{
    private const string Predict = "**Predict, then run.**", Answer = "**Answer.**", Solution = "exercise-solution", Minute = "minute";

    /// <summary>Finds the answer to a cell's question.</summary>
    /// <param name="cells">The notebook's cells.</param>
    /// <param name="question">The index of a cell.</param>
    /// <returns>The index of the first cell after it that has the answer; null where the cell asks nothing, or the next question comes first.</returns>
    public static int? AnswerTo(IReadOnlyList<NotebookCell> cells, int question)
    {
        if (cells[question].Kind != CellKind.Markdown || !cells[question].Source.Contains(Predict, StringComparison.Ordinal))
        {
            return null;
        }

        var next = Enumerable.Range(question + 1, cells.Count - question - 1).Where(i => cells[i].Kind == CellKind.Markdown && (cells[i].Source.Contains(Answer, StringComparison.Ordinal) || cells[i].Source.Contains(Predict, StringComparison.Ordinal)));
        return next.FirstOrDefault() is var found and > 0 && cells[found].Source.Contains(Answer, StringComparison.Ordinal) ? found : null;
    }

    /// <summary>A student's copy: no points that give the outcome away, no answers, no solution.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>The copy.</returns>
    public static NotebookDocument ForStudent(NotebookDocument notebook) => notebook with
    {
        Cells = [.. notebook.Cells.Where(cell => cell.Id is not (Solution or Minute)).Select(cell =>
            cell.Kind == CellKind.Markdown && cell.Source.IndexOf(Answer, StringComparison.Ordinal) is >= 0 and var start ? cell with { Source = cell.Source[..start] + "**Your answer:** …" } : cell)],
    };

    /// <summary>A teacher's copy: everything, and the solution also as a cell that runs.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>The copy.</returns>
    public static NotebookDocument ForTeacher(NotebookDocument notebook) => notebook with
    {
        Cells = [.. notebook.Cells.SelectMany(cell => cell.Id == Solution && CodeBlock().Match(cell.Source) is { Success: true } code
            ? [cell, new NotebookCell("exercise-solved", CellKind.Code, code.Groups[1].Value, [], [])]
            : new[] { cell })],
    };

    [GeneratedRegex("```csharp\n(.+?)\n```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
