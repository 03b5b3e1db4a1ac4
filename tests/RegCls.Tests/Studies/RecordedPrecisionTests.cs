using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Figures;
using RegCls.Models;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

/// <summary>What the recorded runs in both precisions say, and that notebook 05 says that.</summary>
public class RecordedPrecisionTests
{
    private static readonly IReadOnlyList<RunRecord> Records = new RecordFile<RunRecord>(DataFiles.Find("recorded/precision.csv")).Read();
    private static readonly string Text = NotebookProse.Cell("05-does-it-survive-its-controls.ipynb", "precision-read");

    [Fact]
    public void The_record_is_the_whole_study()
    {
        Assert.Empty(StudyCoverage.Of(PrecisionStudy.Create(Profile.Full), Records).Missing);
        Assert.Equal(600, Records.Count);
        Assert.Equal(300, Records.Count(record => record.Configuration is { Precision: Precision.Double, Variation: "precision=Double" }));
    }

    [Fact]
    public void Single_runs_differ_by_what_the_text_says()
    {
        double[] differences =
        [
            .. from scenario in Fig4Study.Scenarios
               from arm in Enum.GetValues<Arm>()
               from pair in Records.Where(record => record.Configuration.Scenario == scenario && record.Configuration.Arm == arm).GroupBy(record => (record.Configuration.Function, record.Configuration.DataSeed))
               let difference = Math.Abs(Of(pair, Precision.Single) - Of(pair, Precision.Double))
               orderby difference
               select difference,
        ];
        Assert.Equal(300, differences.Length);
        Assert.Contains(FormattableString.Invariant($"Half of the 300 pairs differ by less than {Math.Ceiling(differences[150] * 10_000) / 10_000:F4} in test MSE"), Text);
        Assert.Contains(FormattableString.Invariant($"the largest difference is {differences[^1]:F2}, a noisy scaled reg network"), Text);
        Assert.Equal(differences[^1], Records.Where(record => record.Configuration is { Arm: Arm.ScaledReg, Scenario.Kind: ScenarioKind.Noisy }).GroupBy(record => (record.Configuration.Function, record.Configuration.DataSeed))
            .Max(pair => Math.Abs(Of(pair, Precision.Single) - Of(pair, Precision.Double))));

        static double Of(IEnumerable<RunRecord> pair, Precision precision) => pair.Single(record => record.Configuration.Precision == precision).TestMse;
    }

    [Fact]
    public void The_gap_to_reg_stays_and_the_hint_against_the_control_goes()
    {
        Assert.Contains(
            $"reg+cls − reg is {Mean(Scenario.Clean, Arm.Reg, false)} and {Mean(Scenario.Noisy(0.1), Arm.Reg, false)} in double, {Mean(Scenario.Clean, Arm.Reg, true)} and {Mean(Scenario.Noisy(0.1), Arm.Reg, true)} in single precision", Text);
        Assert.Contains($"reg+cls − scaled reg is {Mean(Scenario.Noisy(0.1), Arm.ScaledReg, true)} in single and **{Mean(Scenario.Noisy(0.1), Arm.ScaledReg, false)} in double precision**", Text);
        foreach (Scenario scenario in Fig4Study.Scenarios)
        {
            Assert.False(MeanInterval.Of([.. PrecisionTable.Functions(Records, scenario, Arm.RegCls, Arm.ScaledReg).Select(function => function.Double)]).ExcludesZero);
            Assert.True(MeanInterval.Of([.. PrecisionTable.Functions(Records, scenario, Arm.RegCls, Arm.Reg).Select(function => function.Double)]).High < 0);
        }
    }

    [Fact]
    public void The_table_has_a_row_an_arm_and_a_difference_and_scenario() =>
        Assert.Equal((10, 5), (PrecisionTable.Create(Records).RowCount, PrecisionTable.Create(Records).ColumnCount));

    private static string Mean(Scenario scenario, Arm second, bool single) =>
        FormattableString.Invariant($"{PrecisionTable.Functions(Records, scenario, Arm.RegCls, second).Average(function => single ? function.Single : function.Double):0.000;−0.000}");
}
