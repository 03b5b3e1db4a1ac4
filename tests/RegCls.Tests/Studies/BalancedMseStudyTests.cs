using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Losses;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public class BalancedMseStudyTests
{
    private static readonly Study<RunConfiguration> Full = BalancedMseStudy.Create(Profile.Full);

    [Fact]
    public void The_arms_of_Fig_3_are_its_models_and_the_others_differ_in_the_loss_alone()
    {
        HashSet<string> fig3 = [.. Fig3Study.Create(Profile.Full).Configurations.Select(run => run.Hash)];
        Assert.Equal(2 * 10 * 5 * 7, Full.Configurations.Select(run => run.Hash).Distinct().Count());
        Assert.All(Full.Configurations, run => Assert.Equal(Sampling.Severe, run.Sampling));
        Assert.All(Full.Configurations, run => Assert.Equal(run.Loss == RegressionLoss.Squared, fig3.Contains(run.Hash)));
        Assert.All(Full.Configurations.Where(run => run.Loss.IsBalanced()), run => Assert.Contains((run with { Loss = RegressionLoss.Squared }).Hash, fig3));
        Assert.Equal(["reg", "GAI", "BMC", "scaled reg", "scaled GAI", "scaled BMC", "reg+cls"], BalancedMseStudy.Arms.Select(arm => arm.DisplayName));
        Assert.All(BalancedMseStudy.Arms, arm => Assert.Equal(100, Full.Configurations.Count(arm.Includes)));
    }

    [Fact]
    public void The_quick_profile_is_a_part_of_the_full_one_with_half_the_epochs()
    {
        HashSet<string> full = [.. Full.Configurations.Select(run => run.Hash)];
        Assert.All(BalancedMseStudy.Create(Profile.Quick).Configurations, run => Assert.Contains((run with { Epochs = 80 }).Hash, full));
    }

    [Fact]
    public void A_run_with_a_balanced_loss_survives_the_file()
    {
        using TemporaryFolder folder = new();
        RunConfiguration[] runs = [.. Full.Configurations.Take(7)];
        RecordFile<RunRecord> file = MadeUpRecords.Write(Path.Combine(folder.FullPath, "records.csv"), runs);
        Assert.Equal(runs, file.Read().Select(record => record.Configuration));
        Assert.Equal(["", "loss=Gai", "loss=Bmc", "", "loss=Gai", "loss=Bmc", ""], runs.Select(run => run.Variation));
    }

    [Fact]
    public void The_smoke_profile_trains_all_arms_and_they_differ()
    {
        IReadOnlyList<RunRecord> records = StudyRunner.Run(BalancedMseStudy.Create(Profile.Smoke), workers: 1);
        Assert.All(records, record => Assert.True(double.IsFinite(record.TestMse)));
        Assert.Equal(7, records.Where(record => record.Configuration.Function == 0).Select(record => record.TestMse).Distinct().Count());
    }

    [Fact]
    public void Questions_subtract_the_second_arm_also_where_it_has_classes()
    {
        List<RunRecord> records = [.. Full.Configurations.Select(run => MadeUpRecords.Of(run) with { TestMse = Level(run) + 0.01 * run.Function })];
        IReadOnlyList<Verdict> verdicts = Families.BalancedMse(records, Scenario.Clean);
        Assert.Equal(
            ["clean: GAI − reg", "clean: BMC − reg", "clean: scaled GAI − scaled reg", "clean: scaled BMC − scaled reg", "clean: scaled GAI − reg+cls", "clean: scaled BMC − reg+cls"],
            verdicts.Select(verdict => verdict.Question.Text));
        double[] expected = [-0.2, -0.1, -0.15, -0.05, 0.05, 0.15];
        Assert.All(verdicts.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Question.Effect.Value, 1e-9));
        Assert.Contains("is the study recorded that far", Assert.Throws<ArgumentException>(() => Families.BalancedMse(records, Scenario.OutOfDistribution)).Message);

        static double Level(RunConfiguration run) => (run.Arm, run.Loss) switch
        {
            (Arm.Reg, RegressionLoss.Squared) => 0.6,
            (Arm.Reg, RegressionLoss.Gai) => 0.4,
            (Arm.Reg, _) => 0.5,
            (Arm.ScaledReg, RegressionLoss.Squared) => 0.5,
            (Arm.ScaledReg, RegressionLoss.Gai) => 0.35,
            (Arm.ScaledReg, _) => 0.45,
            _ => 0.3,
        };
    }
}
