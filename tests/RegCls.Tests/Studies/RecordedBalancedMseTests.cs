using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;

namespace RegCls.Tests.Studies;

/// <summary>What the recorded runs of Balanced MSE say.</summary>
public class RecordedBalancedMseTests
{
    private static readonly IReadOnlyList<RunRecord> Records = new RecordFile<RunRecord>(DataFiles.Find("recorded/balanced-mse.csv")).Read();

    [Fact]
    public void The_record_is_the_whole_study() => Assert.Empty(StudyCoverage.Of(BalancedMseStudy.Create(Profile.Full), Records).Missing);

    [Fact]
    public void Noisy_one_is_suggested_to_be_better_than_reg_and_the_factor_turns_the_sign()
    {
        IReadOnlyList<Verdict> verdicts = Families.BalancedMse(Records, Scenario.Noisy(0.1));
        Assert.Equal([Outcome.Suggested, Outcome.Undecided], verdicts.Take(2).Select(verdict => verdict.Outcome));
        Assert.Contains("*suggested* for GAI and *undecided* for BMC", NotebookProse.Cell("06-the-derivation.ipynb", "balanced-read"), StringComparison.Ordinal);
        Assert.All(verdicts.Skip(2), verdict => Assert.True(verdict.Outcome == Outcome.Undecided && verdict.Question.Effect.Value > 0));
    }

    [Fact]
    public void Clean_no_question_is_decided_and_the_factor_turns_the_sign()
    {
        IReadOnlyList<Verdict> verdicts = Families.BalancedMse(Records, Scenario.Clean);
        Assert.All(verdicts, verdict => Assert.Equal(Outcome.Undecided, verdict.Outcome));

        // At factor 1 both are lower than reg in the mean; at factor λ both are higher than scaled reg and reg+cls.
        Assert.All(verdicts.Take(2), verdict => Assert.True(verdict.Question.Effect.Value < 0));
        Assert.All(verdicts.Skip(2), verdict => Assert.True(verdict.Question.Effect.Value > 0));
    }

    [Fact]
    public void The_levels_that_notebook_06_quotes_are_the_recorded_ones()
    {
        string text = NotebookProse.Cell("06-the-derivation.ipynb", "balanced-read");
        string Level(Scenario scenario, StudyArm arm) =>
            FormattableString.Invariant($"{Records.Where(record => arm.Includes(record.Configuration) && record.Configuration.Scenario == scenario).Average(record => record.TestMse):F3}");
        (Scenario clean, Scenario noisy) = (Scenario.Clean, Scenario.Noisy(0.1));
        Assert.Contains($"Clean: GAI {Level(clean, StudyArm.Gai)} and BMC {Level(clean, StudyArm.Bmc)} against {Level(clean, StudyArm.Reg)}", text, StringComparison.Ordinal);
        Assert.Contains($"Noisy: {Level(noisy, StudyArm.Gai)} and {Level(noisy, StudyArm.Bmc)} against {Level(noisy, StudyArm.Reg)}", text, StringComparison.Ordinal);
        Assert.Contains($"*improves* ({Level(clean, StudyArm.ScaledReg)} clean, {Level(noisy, StudyArm.ScaledReg)} noisy)", text, StringComparison.Ordinal);
        Assert.Contains(
            $"GAI {Level(clean, StudyArm.ScaledGai)} and BMC {Level(clean, StudyArm.ScaledBmc)} clean, {Level(noisy, StudyArm.ScaledGai)} and {Level(noisy, StudyArm.ScaledBmc)} noisy", text, StringComparison.Ordinal);
        Assert.Contains($"reg+cls are ({Level(clean, StudyArm.RegCls)} clean, {Level(noisy, StudyArm.RegCls)} noisy)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Balanced_losses_fit_the_training_data_several_times_worse()
    {
        double Training(StudyArm arm) => Records.Where(record => arm.Includes(record.Configuration) && record.Configuration.Scenario == Scenario.Clean).Average(record => record.TrainMse);
        foreach (StudyArm balanced in new[] { StudyArm.Gai, StudyArm.Bmc, StudyArm.ScaledGai, StudyArm.ScaledBmc })
        {
            Assert.InRange(Training(balanced), 0.15, 0.26);
        }

        Assert.InRange(Training(StudyArm.Reg), 0.025, 0.045);
        Assert.InRange(Training(StudyArm.ScaledReg), 0.025, 0.045);
    }
}
