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
            .Average(deviation => Comparisons.Of(Records, StudyArm.RegCls, StudyArm.ScaledReg, run => run.Scenario == scenario && run.Sampling == Sampling.Uniform && deviation.Includes(run)).Value);
        double clean = Mean(Scenario.Clean), noisy = Mean(Scenario.Noisy(0.1));
        Assert.Contains(
            FormattableString.Invariant($"the classes cost {clean:F3} on clean data there and gain {-noisy:F3} on noisy data"),
            NotebookProse.Cell("05-does-it-survive-its-controls.ipynb", "deviations-read"));
    }

    [Fact]
    public void The_gap_to_reg_needs_coupled_decay_and_nothing_is_decided_against_the_control()
    {
        IReadOnlyList<Verdict> clean = Families.Deviations(Records, Scenario.Clean), noisy = Families.Deviations(Records, Scenario.Noisy(0.1));
        foreach (Verdict verdict in clean.Where(verdict => verdict.Question.Text.EndsWith("− reg", StringComparison.Ordinal)))
        {
            Assert.Equal(IsCoupled(verdict) ? Outcome.Holds : Outcome.Undecided, verdict.Outcome);
        }

        Assert.All(clean.Where(IsControl), verdict => Assert.Equal(Outcome.Undecided, verdict.Outcome));
        Assert.All(noisy.Where(verdict => !IsControl(verdict)), verdict => Assert.Equal(IsCoupled(verdict), verdict.Outcome is Outcome.Holds or Outcome.Suggested));

        // "holds with the smaller peak and is suggested in the other three; where it is not, the two are equivalent", "by about 0.014".
        Assert.StartsWith("peak", Assert.Single(noisy, verdict => verdict.Outcome == Outcome.Holds).Question.Text, StringComparison.Ordinal);
        Assert.Equal([3, 2, 6], new[] { Outcome.Suggested, Outcome.Equivalent, Outcome.Undecided }.Select(word => noisy.Count(verdict => verdict.Outcome == word)));
        Assert.All(noisy.Where(IsControl), verdict => Assert.Equal(Outcome.Undecided, verdict.Outcome));
        Assert.Equal(0.014, -noisy.Where(verdict => IsControl(verdict) && IsCoupled(verdict)).Average(verdict => verdict.Question.Effect.Value), 0.0005);
        Assert.Contains("holds with the smaller peak and is suggested in the other three; where it is not, the two are equivalent", NotebookProse.Cell("05-does-it-survive-its-controls.ipynb", "verdicts-read"), StringComparison.Ordinal);

        static bool IsControl(Verdict verdict) => verdict.Question.Text.EndsWith("scaled reg", StringComparison.Ordinal);
        static bool IsCoupled(Verdict verdict) => !verdict.Question.Text.StartsWith("no weight", StringComparison.Ordinal) && !verdict.Question.Text.StartsWith("decoupled", StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_pool_and_selection_change_next_to_nothing()
    {
        foreach (Scenario scenario in Fig4Study.Scenarios)
        {
            double Gap(string name) => Comparisons.Of(Records, StudyArm.RegCls, StudyArm.Reg, run => run.Scenario == scenario && run.Sampling == Sampling.Severe && DeviationsStudy.Deviations.Single(d => d.Name == name).Includes(run)).Value;
            double released = Gap("as released");
            Assert.Equal(released, Gap("separate pools"), 0.02 * Math.Abs(released));
            Assert.Equal(released, Gap("best on validation"), 0.15 * Math.Abs(released));
            Assert.InRange(Gap("peak 75 %") / released, 0.5, 0.75);
        }
    }
}
