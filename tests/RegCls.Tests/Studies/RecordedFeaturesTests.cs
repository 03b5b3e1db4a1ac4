using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

/// <summary>What the recorded hidden features say.</summary>
public class RecordedFeaturesTests
{
    private static readonly IReadOnlyList<FeatureRecord> Records = new RecordFile<FeatureRecord>(DataFiles.Find("recorded/features.csv")).Read();

    [Fact]
    public void The_record_is_the_whole_study() => Assert.Empty(StudyCoverage.Of(FeatureStudy.Create(Profile.Full), Records).Missing);

    [Fact]
    public void Nothing_is_decided_against_the_control_and_little_against_reg()
    {
        IReadOnlyList<Verdict> clean = Families.HiddenUnits(Records, Scenario.Clean), noisy = Families.HiddenUnits(Records, Scenario.Noisy(0.1));
        Assert.Equal([Outcome.Undecided, Outcome.Undecided], clean.Select(verdict => verdict.Outcome));
        Assert.Equal([Outcome.Suggested, Outcome.Undecided], noisy.Select(verdict => verdict.Outcome));

        // Against the control the units are rather more correlated: "0.02 on clean data, 0.01 on noisy".
        Assert.Equal(0.022, clean[1].Question.Effect.Value, 5e-4);
        Assert.Equal(0.006, noisy[1].Question.Effect.Value, 5e-4);
    }

    [Fact]
    public void The_numbers_that_notebook_06_quotes_are_the_recorded_ones()
    {
        string text = NotebookProse.Cell("06-the-derivation.ipynb", "features-read");
        double Effect(Scenario scenario, int question) => Families.HiddenUnits(Records, scenario)[question].Question.Effect.Value;
        string Rank(Arm arm) => FormattableString.Invariant(
            $"{Records.Where(record => record.Configuration.Arm == arm && record.Configuration.Scenario == Scenario.Clean && record.Features.ActiveUnits >= 2).Average(record => record.Features.EffectiveRank):F2}");
        Assert.Contains(FormattableString.Invariant($"less correlated on noisy data ({-Effect(Scenario.Noisy(0.1), 0):F2} less: *suggested*) and perhaps on clean data ({-Effect(Scenario.Clean, 0):F2} less: undecided)"), text, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"they are not: {Effect(Scenario.Clean, 1):F2} *more* correlated on clean data, {Effect(Scenario.Noisy(0.1), 1):F2} more on noisy, both undecided"), text, StringComparison.Ordinal);
        Assert.Contains($"clean {Rank(Arm.Reg)} for reg, {Rank(Arm.ScaledReg)} for scaled reg, {Rank(Arm.RegCls)} for reg+cls", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_reg_on_noisy_data_has_networks_without_an_active_unit()
    {
        FeatureRecord[] dead = [.. Records.Where(record => record.Features.ActiveUnits < 2)];
        Assert.Equal(3, dead.Length);
        Assert.All(dead, record => Assert.Equal((Arm.Reg, ScenarioKind.Noisy, 0), (record.Configuration.Arm, record.Configuration.Scenario.Kind, record.Features.ActiveUnits)));
    }
}
