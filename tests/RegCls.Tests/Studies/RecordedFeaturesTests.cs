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
        IReadOnlyList<Verdict> clean = FeatureStudy.Judge(Records, Scenario.Clean), noisy = FeatureStudy.Judge(Records, Scenario.Noisy(0.1));
        Assert.Equal([Outcome.Undecided, Outcome.Undecided], clean.Select(verdict => verdict.Outcome));
        Assert.Equal([Outcome.Suggested, Outcome.Undecided], noisy.Select(verdict => verdict.Outcome));

        // Against the control the units are rather more correlated: "0.02 on clean data, 0.01 on noisy".
        Assert.Equal(0.022, clean[1].Comparison.MeanDifference, 5e-4);
        Assert.Equal(0.006, noisy[1].Comparison.MeanDifference, 5e-4);
    }

    [Fact]
    public void Only_reg_on_noisy_data_has_networks_without_an_active_unit()
    {
        FeatureRecord[] dead = [.. Records.Where(record => record.Features.ActiveUnits < 2)];
        Assert.Equal(3, dead.Length);
        Assert.All(dead, record => Assert.Equal((Arm.Reg, ScenarioKind.Noisy, 0), (record.Configuration.Arm, record.Configuration.Scenario.Kind, record.Features.ActiveUnits)));
    }
}
