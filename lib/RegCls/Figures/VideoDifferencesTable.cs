using Deedle;
using RegCls.Data.Video;
using RegCls.Studies.Video;

namespace RegCls.Figures;

/// <summary>The paired differences under Tab. 5.</summary>
public static class VideoDifferencesTable
{
    /// <summary>One row a unit and pair of arms: the mean over tasks of first - second in RMSE, its 95 % interval over tasks, the p-value of the signed-rank test, and in how many tasks the first arm is better.</summary>
    /// <param name="records">Records of test videos of at least two tasks.</param>
    /// <exception cref="ArgumentException">There is one task only, or an arm is not recorded.</exception>
    public static Frame<int, string> Create(IReadOnlyList<VideoRecord> records)
    {
        VideoComparison[] comparisons =
        [
            .. from target in records.Select(record => record.Configuration.Target).Distinct().Order()
               from pair in VideoComparison.Pairs
               select VideoComparison.Of(records, target, pair.First, pair.Second),
        ];
        int[] rows = [.. Enumerable.Range(0, comparisons.Length)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["unit"] = Column(comparison => comparison.Target.Unit()),
            ["difference"] = Column(comparison => $"{comparison.First.DisplayName()} − {comparison.Second.DisplayName()}"),
            ["mean"] = Column(comparison => Signed(comparison.Statistics.MeanDifference)),
            ["95 % interval"] = Column(comparison => $"[{Signed(comparison.Statistics.Interval.Low)}, {Signed(comparison.Statistics.Interval.High)}]"),
            ["p"] = Column(comparison => FormattableString.Invariant($"{comparison.Statistics.Wilcoxon.PValue:F4}")),
            ["tasks better"] = Column(comparison => FormattableString.Invariant($"{comparison.Statistics.ShareOfFunctionsLower * comparison.Statistics.Functions:F0} of {comparison.Statistics.Functions}")),
        });

        Series<int, object> Column(Func<VideoComparison, object> value) => new(rows, comparisons.Select(value));
    }

    private static string Signed(double value) => FormattableString.Invariant($"{value:+0.00;−0.00;0.00}");
}
