using Deedle;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>The searches of the study of limits as numbers.</summary>
public static class LimitsTable
{
    /// <summary>
    /// One row a setting: mean over functions of the test MSE of the trial each arm chose, in how many functions reg+cls is better than each of the others, and
    /// trials that diverged, of all arms.
    /// </summary>
    public static Frame<int, string> Create(IReadOnlyList<LimitsChoice> choices)
    {
        var rows = choices.GroupBy(choice => choice.Setting).ToList();
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["setting"] = Column(row => $"{row.Key.Factor} {row.Key.Value}"),
            ["hidden layers"] = Column(row => row.Key.Hidden.Text),
            ["reg"] = Column(row => Mean(row, Arm.Reg)),
            ["scaled reg"] = Column(row => Mean(row, Arm.ScaledReg)),
            ["reg+cls"] = Column(row => Mean(row, Arm.RegCls)),
            ["better than reg"] = Column(row => Wins(row, Arm.Reg)),
            ["better than scaled reg"] = Column(row => Wins(row, Arm.ScaledReg)),
            ["diverged"] = Column(row => $"{row.Sum(choice => choice.Diverged)} of {row.Sum(choice => choice.Trials)}"),
        });

        Series<int, object> Column(Func<IGrouping<LimitsSetting, LimitsChoice>, object> value) => new([.. Enumerable.Range(0, rows.Count)], rows.Select(value));
    }

    private static string Mean(IEnumerable<LimitsChoice> choices, Arm arm)
    {
        double[] errors = [.. choices.Where(choice => choice.Arm == arm).Select(choice => choice.Best.TestMse)];
        return errors.Length == 0 ? "–" : FormattableString.Invariant($"{errors.Average():F3}");
    }

    private static string Wins(IEnumerable<LimitsChoice> choices, Arm other)
    {
        ILookup<Arm, LimitsChoice> arms = choices.ToLookup(choice => choice.Arm);
        bool[] wins =
        [
            .. from cls in arms[Arm.RegCls]
               join second in arms[other] on cls.Function equals second.Function
               select cls.Best.TestMse < second.Best.TestMse,
        ];
        return $"{wins.Count(win => win)} of {wins.Length} functions";
    }
}
