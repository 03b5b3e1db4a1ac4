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
    public void The_record_holds_models_of_the_study_and_nothing_else_and_the_quick_profile_is_in_it()
    {
        Assert.Equal(Coverage.Recorded, Records.Count);
        Assert.Empty(StudyCoverage.Of(Fig5Study.Create(Profile.Quick), Records).Missing);
    }

    [Fact]
    public void The_verdict_says_how_each_question_came_out_at_each_noise()
    {
        string text = NotebookProse.Cell("04-noise.ipynb", "verdict");
        foreach (IGrouping<string, Verdict> question in Fig5Verdicts.Judge(Records).GroupBy(verdict => verdict.Question.Split(": ")[1]))
        {
            Assert.Contains($"- {question.Key}: {string.Join("; ", question.GroupBy(VerdictTable.Words).OrderBy(words => words.Key, StringComparer.Ordinal).Select(words => $"{words.Key} at σ = {string.Join(", ", words.Select(Noise))}"))}. ", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Its_effects_and_intervals_are_those_of_the_record()
    {
        string text = NotebookProse.Cell("04-noise.ipynb", "verdict");
        ILookup<string, PairedComparison> questions = Fig5Verdicts.Judge(Records).ToLookup(verdict => verdict.Question.Split(": ")[1], verdict => verdict.Comparison);
        foreach (string question in (string[])["reg+cls − reg", "reg+cls balanced − reg"])
        {
            Assert.Contains($"The test MSE changes by {Signed(questions[question].Min(c => c.MeanDifference))} to {Signed(questions[question].Max(c => c.MeanDifference))}.", text, StringComparison.Ordinal);
        }

        PairedComparison[] control = [.. questions["reg+cls − scaled reg"]];
        Assert.Contains($"The intervals reach from {Signed(control.Min(c => c.Interval.Low))} to {Signed(control.Max(c => c.Interval.High))}.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_control_is_undecided_everywhere_and_balanced_classes_are_near_it_as_the_text_says()
    {
        Assert.All(Fig5Verdicts.Judge(Records).Where(verdict => verdict.Question.EndsWith("scaled reg", StringComparison.Ordinal)), verdict => Assert.Equal(Outcome.Undecided, verdict.Outcome));
        Assert.All(Fig5Study.Noises, noise => Assert.InRange(
            ArmComparison.Of(Records, StudyArm.RegClsBalanced, StudyArm.ScaledReg, run => run.Scenario == Scenario.Noisy(noise) && run.Sampling != Sampling.Uniform).MeanDifference, -0.04, 0.04));
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

    [Fact]
    public void A_partial_record_is_called_one_and_a_whole_one_is_not() =>
        Assert.Equal(Coverage.Missing.Count > 0, NotebookProse.Cell("04-noise.ipynb", "verdict").Contains("is recorded so far", StringComparison.Ordinal));

    private static string Noise(Verdict verdict) => verdict.Question.Split(": ")[0]["σ = ".Length..];

    private static string Signed(double value) => value.ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture);
}
