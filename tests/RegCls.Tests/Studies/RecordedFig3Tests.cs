using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

/// <summary>What the recorded full run says, and that what we write about it is that.</summary>
public class RecordedFig3Tests
{
    private static readonly IReadOnlyList<RunRecord> Records = new RecordFile<RunRecord>(DataFiles.Find("recorded/fig3.csv")).Read();
    private static readonly IReadOnlyList<Fig3Comparison> All = Fig3Comparison.All(Records);

    [Fact]
    public void The_record_is_the_whole_study_and_nothing_else() =>
        Assert.Equal(
            Fig3Study.Create(Profile.Full).Configurations.Select(run => run.Hash).Order(),
            Records.Select(record => record.Configuration.Hash).Order());

    [Fact]
    public void A_quick_run_trains_models_of_the_full_one_so_what_they_decide_at_80_epochs_has_one_sign()
    {
        HashSet<string> quick = [.. Fig3Study.Create(Profile.Quick).Configurations.Select(run => run.Hash)];
        Assert.Equal(1200, quick.Count);
        Assert.Subset(Records.Select(record => record.Configuration.Hash).ToHashSet(), quick);

        string[] lines = [.. Lines(Fig3Comparison.All([.. Records.Where(record => quick.Contains(record.Configuration.Hash))]))];
        Assert.Equal(File.ReadAllLines(DataFiles.Find("recorded/fig3-quick-check.csv")), lines);
    }

    [Fact]
    public void Models_trained_now_are_the_recorded_ones()
    {
        // The last bit only on the kind of processor that made the record; one model in a scenario, the cheapest.
        foreach (RunRecord record in Records.Where(record => record.Configuration is { Arm: Arm.Reg, Function: 6, DataSeed: 2732, Sampling: Sampling.Uniform }))
        {
            RunRecord again = StudyRunner.Run(new Study<RunConfiguration>("one", "one model", Profile.Full, [record.Configuration]))[0];
            Assert.Equal(record.TestMse, again.TestMse, 0.02);
        }
    }

    [Fact]
    public void The_verdict_of_notebook_02_is_what_the_record_says()
    {
        string text = Verdict();
        string Counts(ScenarioKind kind) => $"{Imbalanced(kind, Arm.RegCls, Arm.Reg).Count(c => c.Effect.High < 0)} of 15";
        Assert.Contains($"on clean data in {Counts(ScenarioKind.Clean)} comparisons and on noisy data in {Counts(ScenarioKind.Noisy)}", text);
        Assert.Contains(FormattableString.Invariant($"falls by {-Mean(ScenarioKind.Clean, Arm.RegCls, Arm.Reg):F3} and {-Mean(ScenarioKind.Noisy, Arm.RegCls, Arm.Reg):F3}"), text);
        Assert.Contains(FormattableString.Invariant($"by {-Mean(ScenarioKind.Clean, Arm.ScaledReg, Arm.Reg):F3} on clean and {-Mean(ScenarioKind.Noisy, Arm.ScaledReg, Arm.Reg):F3} on noisy"), text);

        Fig3Comparison[] control = [.. All.Where(c => c is { First: Arm.RegCls, Second: Arm.ScaledReg })];
        Fig3Comparison[] better = [.. control.Where(c => c.Effect.High < 0)];
        Assert.Contains($"lies below 0 in {better.Length} of {control.Length} comparisons, above 0 in {control.Count(c => c.Effect.Low > 0)} and contains 0 in {control.Count(c => !c.Effect.Interval.ExcludesZero)}; corrected for the panels none holds, and {control.Count(c => -c.Effect.Margin <= c.Effect.Low && c.Effect.High <= c.Effect.Margin)} are equivalent", text);
        Fig3Comparison largest = better.MinBy(c => c.Effect.Value)!;
        Assert.Contains(FormattableString.Invariant($"is {-largest.Effect.Value:F3}, where seeds alone move a single run by {Fig3Comparison.NoiseFloor(Records, largest.Scenario, largest.Sampling):F2}"), text);

        double Train(Arm arm) => Records.Where(r => r.Configuration.Scenario == Scenario.Clean && r.Configuration.Sampling == Sampling.Severe && r.Configuration.Arm == arm).Average(r => r.TrainMse);
        Assert.Contains(FormattableString.Invariant($"training MSE {Train(Arm.Reg):F3} against {Train(Arm.ScaledReg):F3} for both others"), text);
        Assert.Equal(Train(Arm.ScaledReg), Train(Arm.RegCls), 5e-4);
    }

    [Fact]
    public void No_comparison_with_the_control_holds()
    {
        foreach (IGrouping<int, Fig3Comparison> group in All.Where(c => c is { First: Arm.RegCls, Second: Arm.ScaledReg }).GroupBy(c => c.Classes))
        {
            Assert.DoesNotContain(RegCls.Evaluation.Verdict.Judge([.. group.Select(c => new Question("", c.Effect))]), verdict => verdict.Outcome == Outcome.Holds);
        }
    }

    private static IEnumerable<Fig3Comparison> Imbalanced(ScenarioKind kind, Arm first, Arm second) =>
        All.Where(c => c.Scenario.Kind == kind && c.Sampling != Sampling.Uniform && c.First == first && c.Second == second);

    private static double Mean(ScenarioKind kind, Arm first, Arm second) => Imbalanced(kind, first, second).Average(c => c.Effect.Value);

    private static string Verdict() => NotebookProse.Cell("02-the-1d-study.ipynb", "verdict");

    private static IEnumerable<string> Lines(IReadOnlyList<Fig3Comparison> quick) =>
        Fig3Agreement.Decided(All, quick).Concat(Fig3Agreement.Decided(quick, All).Select(pair => new Fig3Agreement(pair.Quick, pair.Full)))
            .DistinctBy(pair => (pair.Full.Scenario, pair.Full.Sampling, pair.Full.Classes, pair.Full.First, pair.Full.Second))
            .Select(pair => FormattableString.Invariant(
                $"{pair.Full.Scenario.Kind},{pair.Full.Sampling},{pair.Full.Classes},{pair.Full.First},{pair.Full.Second},{Difference(pair.Quick)},{Difference(pair.Full)},{pair.SameSign}"))
            .Prepend("scenario,sampling,classes,first,second,quick_difference,quick_low,quick_high,full_difference,full_low,full_high,same_sign");

    private static string Difference(Fig3Comparison comparison) => FormattableString.Invariant(
        $"{comparison.Effect.Value:F5},{comparison.Effect.Low:F5},{comparison.Effect.High:F5}");
}
