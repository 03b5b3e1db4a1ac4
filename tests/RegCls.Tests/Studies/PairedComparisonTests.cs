using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public class ArmComparisonTests
{
    private static readonly IReadOnlyList<RunRecord> Made = [.. Fig5Study.Create(Profile.Full).Configurations.Where(run => run.DataSeed != StudySeeds.Data[4]).Select(MadeUpRecords.Of)];

    [Fact]
    public void The_effect_is_the_mean_over_functions_of_each_ones_mean_over_seeds_and_settings()
    {
        static bool Imbalanced(RunConfiguration run) => run.Sampling != Sampling.Uniform && run.Scenario == Scenario.Noisy(0.5);
        PairedComparison comparison = ArmComparison.Of(Made, StudyArm.RegClsBalanced, StudyArm.Reg, Imbalanced);

        // With every setting there, the mean of pairs is the difference of the two means.
        double[] differences =
        [
            .. Enumerable.Range(0, 10).Select(function => Mean(function, Arm.RegCls, ClassDefinition.Balanced) - Mean(function, Arm.Reg, ClassDefinition.Uniform)),
        ];
        Assert.Equal(differences.Average(), comparison.MeanDifference, 12);
        Assert.Equal(WilcoxonSignedRank.Test(differences).PValue, comparison.Wilcoxon.PValue);
        Assert.Equal((10, 40), (comparison.Functions, comparison.Runs));

        double Mean(int function, Arm arm, ClassDefinition definition) => Made
            .Where(record => Imbalanced(record.Configuration) && record.Configuration.Function == function && record.Configuration.Arm == arm && record.Configuration.ClassDefinition == definition)
            .Average(record => record.TestMse);
    }

    [Fact]
    public void A_pair_differs_in_arm_classes_and_lambda_only()
    {
        RunRecord[] balanced = Runs(StudyArm.RegClsBalanced), uniform = Runs(StudyArm.RegCls), control = Runs(StudyArm.ScaledReg);
        IReadOnlyList<(RunRecord First, RunRecord Second)> pairs = ArmComparison.Pairs(balanced, uniform);
        Assert.Equal(balanced, pairs.Select(pair => pair.First));
        Assert.All(pairs, pair => Assert.Equal(pair.First.Configuration with { ClassDefinition = ClassDefinition.Uniform }, pair.Second.Configuration));
        Assert.All(
            ArmComparison.Pairs(uniform, control),
            pair => Assert.Equal(pair.First.Configuration with { Arm = Arm.ScaledReg, Classes = 0 }, pair.Second.Configuration));
        Assert.Equal(uniform.Length, ArmComparison.Pairs(uniform, control).Count);
    }

    [Fact]
    public void A_run_without_a_partner_is_left_out_and_one_with_two_is_refused()
    {
        RunRecord[] uniform = Runs(StudyArm.RegCls), control = Runs(StudyArm.ScaledReg);
        Assert.Equal(uniform.Length - 5, ArmComparison.Pairs(uniform, control[1..]).Count);

        RunRecord[] twice = [.. control, .. control.Select(record => record with { Configuration = record.Configuration with { Lambda = 1 } })];
        Assert.Contains("has 2 partners", Assert.Throws<ArgumentException>(() => ArmComparison.Pairs(uniform, twice)).Message);
        Assert.All(ArmComparison.Pairs(uniform, twice, run => run.Lambda), pair => Assert.Equal(1000, pair.Second.Configuration.Lambda));
    }

    [Fact]
    public void Another_value_than_the_test_error_can_be_compared()
    {
        PairedComparison comparison = ArmComparison.Of(Made, StudyArm.RegCls, StudyArm.Reg, value: record => record.Configuration.Classes);
        Assert.Equal((4 + 16 + 64 + 256 + 1024) / 5.0, comparison.MeanDifference, 10);
    }

    [Fact]
    public void What_is_not_recorded_is_told_with_both_arms() =>
        Assert.Contains(
            "no pair of runs of reg+cls balanced and reg on the same data and seeds; got 0 and",
            Assert.Throws<ArgumentException>(() => ArmComparison.Of(Made.Where(record => record.Configuration.ClassDefinition == ClassDefinition.Uniform), StudyArm.RegClsBalanced, StudyArm.Reg)).Message);

    [Fact]
    public void Arms_have_names_of_their_own_and_classes_mean_nothing_without_a_head()
    {
        RunConfiguration run = Made[0].Configuration;
        Assert.Equal("reg+cls keep only", StudyArm.Of(run with { Arm = Arm.RegCls, ClassDefinition = ClassDefinition.KeepOnly }).DisplayName);
        Assert.Equal("reg+cls balanced", StudyArm.RegClsBalanced.DisplayName);
        Assert.True(StudyArm.Reg.Includes(run with { ClassDefinition = ClassDefinition.Balanced }));
        Assert.False(StudyArm.RegCls.Includes(run with { Arm = Arm.RegCls, ClassDefinition = ClassDefinition.Balanced }));
    }

    [Fact]
    public void The_family_of_noise_has_three_questions_for_each_sigma()
    {
        IReadOnlyList<Verdict> verdicts = Fig5Verdicts.Judge(Made);
        Assert.Equal(12, verdicts.Count);
        Assert.Equal("σ = 0.05: reg+cls − reg", verdicts[0].Question);
        Assert.Equal("σ = 1: reg+cls balanced − reg", verdicts[^1].Question);
        Assert.Equal(HolmCorrection.Adjust([.. verdicts.Select(verdict => verdict.Comparison.Wilcoxon.PValue)]), verdicts.Select(verdict => verdict.AdjustedPValue));
        Assert.All(verdicts, verdict => Assert.Equal((10, 40), (verdict.Comparison.Functions, verdict.Comparison.Runs)));
    }

    private static RunRecord[] Runs(StudyArm arm) => [.. Made.Where(record => arm.Includes(record.Configuration) && record.Configuration.Function == 3)];
}
