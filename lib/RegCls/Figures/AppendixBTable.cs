using Deedle;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>What the definition of classes does to the regression: the effect of Appendix B on test MSE.</summary>
public static class AppendixBTable
{
    private static readonly StudyArm KeepOnly = new(Arm.RegCls, ClassDefinition.KeepOnly);

    /// <summary>
    /// One row a scenario and number of classes: mean test MSE of reg, scaled reg and reg+cls with each definition of classes, and what equalising first changes,
    /// balanced - Eq. 13 alone, with its 95 % interval over functions.
    /// </summary>
    /// <param name="records">Records of the study, of at least two functions.</param>
    public static Frame<int, string> Create(IReadOnlyList<RunRecord> records)
    {
        List<(Scenario Scenario, int Classes)> rows = [.. records.Select(record => (record.Configuration.Scenario, record.Configuration.Classes)).Where(row => row.Classes > 0).Distinct()];
        Dictionary<string, Series<int, object>> columns = new()
        {
            ["scenario"] = Column(row => row.Scenario.Kind.ToString().ToLowerInvariant()),
            ["C"] = Column(row => row.Classes),
        };
        foreach ((StudyArm arm, string name) in new[]
        {
            (StudyArm.Reg, "reg"), (StudyArm.ScaledReg, "scaled reg"), (StudyArm.RegCls, "imbalanced"), (StudyArm.RegClsBalanced, "balanced"), (KeepOnly, "Eq. 13 alone"),
        })
        {
            columns[name] = Column(row => FormattableString.Invariant($"{Runs(row).Where(record => arm.Includes(record.Configuration)).Average(record => record.TestMse):F3}"));
        }

        columns["balanced − Eq. 13 alone"] = Column(row => EffectText.Of(Comparisons.Of(Runs(row), StudyArm.RegClsBalanced, KeepOnly), 3));
        return Frame.FromColumns(columns);

        IEnumerable<RunRecord> Runs((Scenario Scenario, int Classes) row) =>
            records.Where(record => record.Configuration.Scenario == row.Scenario && (record.Configuration.Classes == row.Classes || record.Configuration.Classes == 0));

        Series<int, object> Column(Func<(Scenario Scenario, int Classes), object> value) => new([.. Enumerable.Range(0, rows.Count)], rows.Select(value));
    }
}
