using Deedle;
using RegCls.Evaluation;
using RegCls.Studies.Images;

namespace RegCls.Figures;

/// <summary>The comparisons under Tab. 3 and 4, paired by seed.</summary>
public static class AgeDifferencesTable
{
    /// <summary>One row a question: the mean over seeds of first − second in test MAE (years), its 95 % t-interval, and the word of the rules, for all ages and for few-shot ages.</summary>
    /// <param name="records">Records of one data set.</param>
    /// <remarks>Questions with fewer than two seeds on record are left out.</remarks>
    public static Frame<int, string> Create(IReadOnlyList<AgeRecord> records)
    {
        (AgeComparison Question, SeedDifference All, SeedDifference? Few)[] answers =
        [
            .. from question in AgeComparison.All
               let all = question.Of(records, 0)
               where all is not null
               select (question, all, question.Of(records, 3)),
        ];
        int[] rows = [.. Enumerable.Range(0, answers.Length)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["weight decay"] = new(rows, answers.Select(object (answer) => FormattableString.Invariant($"{answer.Question.WeightDecay:G}"))),
            ["difference"] = new(rows, answers.Select(object (answer) => $"{answer.Question.First.DisplayName} − {answer.Question.Second.DisplayName}")),
            ["MAE all, years"] = new(rows, answers.Select(object (answer) => Text(answer.All))),
            ["all"] = new(rows, answers.Select(object (answer) => answer.All.Word)),
            ["MAE few, years"] = new(rows, answers.Select(object (answer) => Text(answer.Few))),
            ["few"] = new(rows, answers.Select(object (answer) => answer.Few?.Word ?? "–")),
        });
    }

    private static string Text(SeedDifference? difference) => difference is null
        ? "–"
        : FormattableString.Invariant($"{difference.Mean:+0.00;−0.00;0.00} [{difference.Low:+0.00;−0.00;0.00}, {difference.High:+0.00;−0.00;0.00}]");
}
