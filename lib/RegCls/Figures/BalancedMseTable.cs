using Deedle;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;

namespace RegCls.Figures;

/// <summary>Balanced MSE in numbers, described: the verdicts are in <see cref="Families.BalancedMse"/>.</summary>
public static class BalancedMseTable
{
    /// <summary>
    /// One row a scenario and arm: the factor in front of the loss, the mean test and training MSE over functions and seeds, and in how many functions the arm has a lower mean test MSE than reg, than
    /// scaled reg, and than reg+cls.
    /// </summary>
    /// <param name="records">Records of the study.</param>
    /// <exception cref="ArgumentException">There are no records.</exception>
    public static Frame<int, string> Create(IReadOnlyList<RunRecord> records)
    {
        if (records.Count == 0)
        {
            throw new ArgumentException("The table of Balanced MSE needs records, got none.", nameof(records));
        }

        List<(Scenario Scenario, StudyArm Arm)> rows = [.. from scenario in records.Select(record => record.Configuration.Scenario).Distinct() from arm in BalancedMseStudy.Arms select (scenario, arm)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["scenario"] = Column(row => Names.Of(row.Scenario)),
            ["arm"] = Column(row => row.Arm.DisplayName),
            ["factor"] = Column(row => FormattableString.Invariant($"{Of(row).Select(record => record.Configuration.Lambda).FirstOrDefault()}")),
            ["test MSE"] = Column(row => FormattableString.Invariant($"{Of(row).Average(record => record.TestMse):F3}")),
            ["training MSE"] = Column(row => FormattableString.Invariant($"{Of(row).Average(record => record.TrainMse):F4}")),
            ["better than reg"] = Column(row => Wins(row, StudyArm.Reg)),
            ["better than scaled reg"] = Column(row => Wins(row, StudyArm.ScaledReg)),
            ["better than reg+cls"] = Column(row => Wins(row, StudyArm.RegCls)),
        });

        IEnumerable<RunRecord> Of((Scenario Scenario, StudyArm Arm) row) => records.Where(record => record.Configuration.Scenario == row.Scenario && row.Arm.Includes(record.Configuration));

        string Wins((Scenario Scenario, StudyArm Arm) row, StudyArm other)
        {
            if (row.Arm == other)
            {
                return "–";
            }

            Effect effect = Comparisons.Of(records, row.Arm, other, run => run.Scenario == row.Scenario);
            return $"{effect.Lower} of {effect.Over}";
        }

        Series<int, object> Column(Func<(Scenario Scenario, StudyArm Arm), object> value) => new([.. Enumerable.Range(0, rows.Count)], rows.Select(value));
    }
}
