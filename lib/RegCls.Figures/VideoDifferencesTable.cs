using Deedle;
using RegCls.Data.Video;
using RegCls.Evaluation;
using RegCls.Studies.Video;

namespace RegCls.Figures;

/// <summary>The paired differences under Tab. 5, judged by the rules of <c>data/verdict-rules.md</c>.</summary>
public static class VideoDifferencesTable
{
    /// <summary>
    /// One row a unit and pair of arms: the mean over tasks of first - second in RMSE, its 95 % interval over tasks, the p-value of the signed-rank test, Holm-corrected over the rows, in how many tasks the first arm is better, and what
    /// follows.
    /// </summary>
    /// <param name="records">Records of test videos of at least two tasks.</param>
    /// <exception cref="ArgumentException">There is one task only, or an arm is not recorded.</exception>
    public static Frame<int, string> Create(IReadOnlyList<VideoRecord> records)
    {
        (VideoComparison Comparison, Verdict Verdict)[] judged = [.. VideoVerdicts.Judge(records)];
        int[] rows = [.. Enumerable.Range(0, judged.Length)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["unit"] = Column((comparison, _) => comparison.Target.Unit()),
            ["difference"] = Column((_, verdict) => verdict.Question),
            ["mean"] = Column((comparison, _) => Signed(comparison.Statistics.MeanDifference)),
            ["95 % interval"] = Column((comparison, _) => $"[{Signed(comparison.Statistics.Interval.Low)}, {Signed(comparison.Statistics.Interval.High)}]"),
            ["corrected p"] = Column((_, verdict) => verdict.AdjustedPValue < 0.0005 ? "< 0.001" : FormattableString.Invariant($"{verdict.AdjustedPValue:F3}")),
            ["tasks better"] = Column((comparison, _) => FormattableString.Invariant($"{comparison.Statistics.ShareOfFunctionsLower * comparison.Statistics.Functions:F0} of {comparison.Statistics.Functions}")),
            ["verdict"] = Column((_, verdict) => VerdictTable.Words("tasks", verdict)),
        });

        Series<int, object> Column(Func<VideoComparison, Verdict, object> value) => new(rows, judged.Select(row => value(row.Comparison, row.Verdict)));
    }

    private static string Signed(double value) => FormattableString.Invariant($"{value:+0.00;−0.00;0.00}");
}
