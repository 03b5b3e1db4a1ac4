using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

/// <summary>What the recorded deviations say, and that notebook 05 says that.</summary>
public class RecordedDeviationsTests
{
    private static readonly IReadOnlyList<RunRecord> Records = new RecordFile<RunRecord>(DataFiles.Find("recorded/deviations.csv")).Read();

    [Fact]
    public void The_record_is_the_whole_study() => Assert.Empty(StudyCoverage.Of(DeviationsStudy.Create(Profile.Full), Records).Missing);

    [Fact]
    public void The_levels_that_notebook_05_quotes_are_the_recorded_ones()
    {
        string text = NotebookProse.Cell("05-does-it-survive-its-controls.ipynb", "deviations-read");
        double Level(string deviation, Arm arm) => Records
            .Where(record => DeviationsStudy.Deviations.Single(d => d.Name == deviation).Includes(record.Configuration))
            .Where(record => record.Configuration is { Scenario.Kind: ScenarioKind.Clean, Sampling: Sampling.Severe } && record.Configuration.Arm == arm).Average(record => record.TestMse);
        Assert.Contains(FormattableString.Invariant($"reg has a test MSE of {Level("as released", Arm.Reg):F3} as released. With classes added it has {Level("as released", Arm.RegCls):F3}. With nothing added and the weight decay *removed* it has {Level("no weight decay", Arm.Reg):F3}."), text);
    }

    [Fact]
    public void What_the_classes_do_with_uniform_sampling_is_as_notebook_05_says()
    {
        double Mean(Scenario scenario) => DeviationsStudy.Deviations
            .Where(deviation => deviation.Name is "as released" or "separate pools" or "best on validation")
            .Average(deviation => DeviationVerdicts.Difference(Records, deviation, scenario, Sampling.Uniform, StudyArm.RegCls, StudyArm.ScaledReg).MeanDifference);
        double clean = Mean(Scenario.Clean), noisy = Mean(Scenario.Noisy(0.1));
        Assert.Contains(
            FormattableString.Invariant($"the classes cost {clean:F3} on clean data there and gain {-noisy:F3} on noisy data"),
            NotebookProse.Cell("05-does-it-survive-its-controls.ipynb", "deviations-read"));
    }

    [Fact]
    public void The_gap_to_reg_needs_coupled_decay_and_nothing_is_decided_against_the_control()
    {
        IReadOnlyList<Verdict> clean = DeviationVerdicts.Judge(Records, Scenario.Clean), noisy = DeviationVerdicts.Judge(Records, Scenario.Noisy(0.1));
        foreach (Verdict verdict in clean.Where(verdict => verdict.Question.EndsWith("− reg", StringComparison.Ordinal)))
        {
            Assert.Equal(IsCoupled(verdict) ? Outcome.Holds : Outcome.Undecided, verdict.Outcome);
        }

        Assert.All(clean.Where(IsControl), verdict => Assert.Equal(Outcome.Undecided, verdict.Outcome));
        Assert.All(noisy.Where(verdict => !IsControl(verdict)), verdict => Assert.Equal(IsCoupled(verdict), verdict.Outcome is Outcome.Holds or Outcome.Suggested));

        // "suggested in three of four variants", "about 0.015"; "without coupled decay it is not there either".
        Verdict[] suggested = [.. noisy.Where(IsControl).Where(verdict => verdict.Outcome == Outcome.Suggested)];
        Assert.Equal(3, suggested.Length);
        Assert.All(suggested, verdict => Assert.True(IsCoupled(verdict)));
        Assert.Equal(0.015, -suggested.Average(verdict => verdict.Comparison.MeanDifference), 0.0015);
        Assert.DoesNotContain(noisy.Where(IsControl), verdict => verdict.Outcome == Outcome.Holds);

        static bool IsControl(Verdict verdict) => verdict.Question.EndsWith("scaled reg", StringComparison.Ordinal);
        static bool IsCoupled(Verdict verdict) => !verdict.Question.StartsWith("no weight", StringComparison.Ordinal) && !verdict.Question.StartsWith("decoupled", StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_pool_and_selection_change_next_to_nothing()
    {
        foreach (Scenario scenario in Fig4Study.Scenarios)
        {
            double Gap(string name) => DeviationVerdicts.Difference(Records, DeviationsStudy.Deviations.Single(d => d.Name == name), scenario, Sampling.Severe, StudyArm.RegCls, StudyArm.Reg).MeanDifference;
            double released = Gap("as released");
            Assert.Equal(released, Gap("separate pools"), 0.02 * Math.Abs(released));
            Assert.Equal(released, Gap("best on validation"), 0.15 * Math.Abs(released));
            Assert.InRange(Gap("peak 75 %") / released, 0.5, 0.75);
        }
    }
}
