using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

public class PairedComparisonTests
{
    private static readonly IReadOnlyList<RunRecord> Made = [.. Fig5Study.Create(Profile.Full).Configurations.Where(run => run.DataSeed != StudySeeds.Data[4]).Select(MadeUpRecords.Of)];

    [Fact]
    public void The_effect_is_the_mean_over_functions_of_each_ones_mean_over_seeds_and_settings()
    {
        static bool Imbalanced(RunConfiguration run) => run.Sampling != Sampling.Uniform && run.Scenario == Scenario.Noisy(0.5);
        Effect effect = Comparisons.Of(Made, StudyArm.RegClsBalanced, StudyArm.Reg, Imbalanced);

        // With every setting there, the mean of pairs is the difference of the two means.
        double[] differences =
        [
            .. Enumerable.Range(0, 10).Select(function => Mean(function, Arm.RegCls, ClassDefinition.Balanced) - Mean(function, Arm.Reg, ClassDefinition.Uniform)),
        ];
        Assert.Equal(differences.Average(), effect.Value, 12);
        Assert.Equal(MeanInterval.Of(differences).High, effect.High, 12);
        Assert.Equal((10, "10 functions", "MSE"), (effect.Units, effect.Over, effect.Symbol));

        double Mean(int function, Arm arm, ClassDefinition definition) => Made
            .Where(record => Imbalanced(record.Configuration) && record.Configuration.Function == function && record.Configuration.Arm == arm && record.Configuration.ClassDefinition == definition)
            .Average(record => record.TestMse);
    }

    [Fact]
    public void A_pair_that_lacks_a_side_or_a_setting_is_left_out_and_two_runs_of_a_setting_are_refused()
    {
        RunRecord[] uniform = Runs(StudyArm.RegCls), control = Runs(StudyArm.ScaledReg);
        RunRecord[] others = [.. Made.Where(record => record.Configuration.Function is 1 or 2 && (StudyArm.RegCls.Has(record) || StudyArm.ScaledReg.Has(record)))];
        Effect whole = Of([.. uniform, .. control, .. others]);
        Assert.Equal(3, whole.Units);

        // Without one of the five numbers of classes, or without the control, a data set counts no more.
        double rest = MeanWithout(uniform[0].Configuration);
        Assert.Equal(rest, Of([.. uniform[1..], .. control, .. others]).Value, 1e-12);
        Assert.Equal(rest, Of([.. uniform, .. control.Where(record => DataSetKey.Of(record.Configuration) != DataSetKey.Of(uniform[0].Configuration)), .. others]).Value, 1e-12);

        RunRecord[] twice = [.. control, .. control.Select(record => record with { Configuration = record.Configuration with { Lambda = 1 } })];
        Assert.Contains("2 runs of 1 settings", Assert.Throws<ArgumentException>(() => Of([.. uniform, .. twice, .. others])).Message, StringComparison.Ordinal);

        Effect Of(RunRecord[] records) => Comparisons.Of(records, StudyArm.RegCls, StudyArm.ScaledReg);
        double MeanWithout(RunConfiguration left) => others.Concat(uniform).Concat(control).Where(record => DataSetKey.Of(record.Configuration) != DataSetKey.Of(left)).GroupBy(record => record.Configuration.Function)
            .Average(function => function.Where(StudyArm.RegCls.Has).Average(record => record.TestMse) - function.Where(StudyArm.ScaledReg.Has).Average(record => record.TestMse));
    }

    [Fact]
    public void A_dependence_is_a_difference_of_percents_and_what_is_beyond_a_difference_of_differences()
    {
        RunRecord[] records = [.. Made.Select(record => record with { TestMse = Level(record.Configuration) })];
        Effect dependence = Comparisons.TestMse.Dependence(records, StudyArm.RegCls.Has, StudyArm.Reg.Has, record => record.Configuration.Sampling == Sampling.Severe, record => record.Configuration.Sampling == Sampling.Uniform);
        Assert.Equal(-25.0, dependence.Value, 1e-9);
        Assert.Equal((5.0, (double?)null, 10), (dependence.Margin, dependence.Reference, dependence.Units));

        // 4 to 3 with severe and 1 to 1 with uniform sampling: −1 beyond 0.
        Effect beyond = Comparisons.TestMse.Beyond(records, StudyArm.RegCls.Has, StudyArm.Reg.Has, record => record.Configuration.Sampling == Sampling.Severe, record => record.Configuration.Sampling == Sampling.Uniform);
        Assert.Equal(-1.0, beyond.Value, 1e-9);

        static double Level(RunConfiguration run) => run.Sampling == Sampling.Severe ? (run.Arm == Arm.RegCls ? 3 : 4) : 1;
    }

    [Fact]
    public void Another_value_than_the_test_error_can_be_compared() =>
        Assert.Equal((4 + 16 + 64 + 256 + 1024) / 5.0, (Comparisons.TestMse with { Value = record => record.Configuration.Classes }).Of(Made, StudyArm.RegCls.Has, StudyArm.Reg.Has).Value, 10);

    [Fact]
    public void What_is_not_recorded_is_told() =>
        Assert.Contains(
            "Fewer than two functions have both sides of a comparison of MSE",
            Assert.Throws<ArgumentException>(() => Comparisons.Of(Made.Where(record => record.Configuration.ClassDefinition == ClassDefinition.Uniform), StudyArm.RegClsBalanced, StudyArm.Reg)).Message,
            StringComparison.Ordinal);

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
        IReadOnlyList<Verdict> verdicts = Families.Noise(Made);
        Assert.Equal(12, verdicts.Count);
        Assert.Equal("σ = 0.05: reg+cls − reg", verdicts[0].Question.Text);
        Assert.Equal("σ = 1: reg+cls balanced − reg", verdicts[^1].Question.Text);
        Assert.Equal(HolmCorrection.Adjust([.. verdicts.Select(verdict => verdict.Question.Effect.Interval.PValue)]), verdicts.Select(verdict => verdict.PValue!.Value));
        Assert.All(verdicts, verdict => Assert.Equal("10 functions", verdict.Question.Effect.Over));
    }

    private static RunRecord[] Runs(StudyArm arm) => [.. Made.Where(record => arm.Includes(record.Configuration) && record.Configuration.Function == 3)];
}
