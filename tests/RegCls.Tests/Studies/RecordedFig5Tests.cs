using System.Globalization;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Figures;
using RegCls.Studies;

namespace RegCls.Tests.Studies;

/// <summary>That notebook 04 says what the record of Fig. 5 says.</summary>
public class RecordedFig5Tests
{
    private static readonly IReadOnlyList<RunRecord> Records = new RecordFile<RunRecord>(DataFiles.Find("recorded/fig5.csv")).Read();
    private static readonly StudyCoverage Coverage = StudyCoverage.Of(Fig5Study.Create(Profile.Full), Records);

    [Fact]
    public void The_record_is_the_whole_study_and_nothing_else()
    {
        Assert.Empty(Coverage.Missing);
        Assert.Equal(Coverage.Recorded, Records.Count);
        // "1,400 of them are the noisy models of Fig. 3".
        Assert.Equal(1_400, Records.Select(record => record.Configuration.Hash).Intersect(Fig3Study.Create(Profile.Full).Configurations.Select(run => run.Hash)).Count());
    }

    [Fact]
    public void The_verdict_says_how_each_question_came_out_at_each_noise()
    {
        string text = NotebookProse.Cell("04-noise.ipynb", "verdict");
        foreach (IGrouping<string, Verdict> question in Families.Noise(Records).GroupBy(verdict => verdict.Question.Text.Split(": ")[1]))
        {
            Assert.Contains($"- {question.Key}: {string.Join("; ", question.GroupBy(verdict => verdict.Outcome.Words()).OrderBy(words => words.Key, StringComparer.Ordinal).Select(words => $"{words.Key} at σ = {string.Join(", ", words.Select(Noise))}"))}. ", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Its_panels_as_differences_are_those_of_uniform_classes()
    {
        Fig3Comparison panel = Fig3Comparison.All(Records).Single(comparison => comparison is { Classes: 16, Sampling: Sampling.Severe, First: RegCls.Training.Arm.RegCls, Second: RegCls.Training.Arm.Reg } && comparison.Scenario == Scenario.Noisy(0.5));
        double Mean(RegCls.Training.Arm arm) => Records.Where(record => record.Configuration is { Sampling: Sampling.Severe, ClassDefinition: ClassDefinition.Uniform, Classes: 0 or 16 } run && run.Arm == arm && run.Scenario == Scenario.Noisy(0.5)).Average(record => record.TestMse);
        Assert.Equal(Mean(RegCls.Training.Arm.RegCls) - Mean(RegCls.Training.Arm.Reg), panel.Effect.Value, 1e-12);
    }

    [Fact]
    public void Its_effects_and_intervals_are_those_of_the_record()
    {
        string text = NotebookProse.Cell("04-noise.ipynb", "verdict");
        ILookup<string, Effect> questions = Families.Noise(Records).ToLookup(verdict => verdict.Question.Text.Split(": ")[1], verdict => verdict.Question.Effect);
        foreach (string question in (string[])["reg+cls − reg", "reg+cls balanced − reg"])
        {
            Assert.Contains($"The test MSE changes by {Signed(questions[question].Min(c => c.Value))} to {Signed(questions[question].Max(c => c.Value))}.", text, StringComparison.Ordinal);
        }

        Effect[] control = [.. questions["reg+cls − scaled reg"]];
        Assert.Contains($"The intervals reach from {Signed(control.Min(c => c.Low))} to {Signed(control.Max(c => c.High))}.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Against_the_control_nothing_holds_and_no_difference_reaches_a_hundredth()
    {
        Verdict[] control = [.. Families.Noise(Records).Where(verdict => verdict.Question.Text.EndsWith("scaled reg", StringComparison.Ordinal))];
        Assert.All(control, verdict => Assert.True(verdict.Outcome is Outcome.Undecided or Outcome.Equivalent));
        Assert.All(control, verdict => Assert.InRange(verdict.Question.Effect.Value, -0.01, 0.01));
        Assert.All(Fig5Study.Noises, noise => Assert.InRange(
            Comparisons.Of(Records, StudyArm.RegClsBalanced, StudyArm.ScaledReg, run => run.Scenario == Scenario.Noisy(noise) && run.Sampling != Sampling.Uniform).Value, -0.01, 0.01));
    }

    [Theory]
    [InlineData(0.05, 4)]
    [InlineData(0.05, 16)]
    [InlineData(0.1, 4)]
    [InlineData(0.1, 16)]
    public void With_severe_sampling_and_little_noise_the_class_accuracy_is_nearer_to_one_class_for_all_than_to_the_ceiling(double noise, int classes)
    {
        List<RunRecord> runs = [.. Records.Where(record => StudyArm.RegCls.Includes(record.Configuration) && record.Configuration.Sampling == Sampling.Severe && record.Configuration.Scenario == Scenario.Noisy(noise) && record.Configuration.Classes == classes)];
        List<(double One, double Ceiling)> references = [.. runs.DistinctBy(record => record.Configuration.Function).Select(record => Of(record.Configuration.GenerateData()))];
        Assert.InRange(runs.Average(record => record.ClassAccuracy), references.Average(reference => reference.One), references.Average(reference => (reference.One + reference.Ceiling) / 2));

        (double, double) Of(FunctionDataSet data)
        {
            ClassRanges ranges = ClassRanges.FromTargets(data.Train.Targets, classes);
            long largest = ranges.Labels(data.Train.Targets).GroupBy(label => label).MaxBy(group => group.Count())!.Key;
            double[] means = [.. data.Test.Inputs.Take(500).Select(data.Function.Evaluate)];
            return (ranges.Labels(data.Test.Targets).Average(label => label == largest ? 1.0 : 0), NoisyClasses.BestAccuracy(ranges, means, noise));
        }
    }

    private static string Noise(Verdict verdict) => verdict.Question.Text.Split(": ")[0]["σ = ".Length..];

    private static string Signed(double value) => value.ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture);
}
