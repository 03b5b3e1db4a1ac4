using System.Globalization;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Tests.Studies;

/// <summary>What the recorded measurements of the paper's mechanism say, and that notebook 06 says that.</summary>
public class RecordedMechanismTests
{
    private static readonly IReadOnlyList<MechanismRecord> Records = new RecordFile<MechanismRecord>(DataFiles.Find("recorded/mechanism.csv")).Read();
    private static readonly string Text = NotebookProse.Cell("06-the-derivation.ipynb", "mechanism-read");

    [Fact]
    public void The_record_is_the_whole_study()
    {
        Assert.Empty(StudyCoverage.Of(MechanismStudy.Create(Profile.Full), Records).Missing);
        Assert.Equal(2_100, Records.Count);
    }

    [Fact]
    public void Against_reg_cross_entropy_and_gap_are_lower_by_what_the_text_says()
    {
        Verdict[] clean = [.. Families.Mechanism(Records, Scenario.Clean)], noisy = [.. Families.Mechanism(Records, Scenario.Noisy(0.1))];
        Assert.All(new[] { clean[0], clean[2], noisy[0], noisy[2] }, verdict => Assert.Equal(Outcome.Holds, verdict.Outcome));
        Assert.Contains($"is lower by {Size(clean[0])} (clean) and {Size(noisy[0])} (noisy) and the gap by {Size(clean[2])} and {Size(noisy[2])}", Text, StringComparison.Ordinal);

        static string Size(Verdict verdict) => (-verdict.Question.Effect.Value).ToString("F2", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Against_the_control_the_gap_is_undecided()
    {
        Verdict clean = Families.Mechanism(Records, Scenario.Clean)[3], noisy = Families.Mechanism(Records, Scenario.Noisy(0.1))[3];
        Assert.Equal("|G_C|: reg+cls − scaled reg", clean.Question.Text);
        Assert.Equal((Outcome.Undecided, Outcome.Undecided), (clean.Outcome, noisy.Outcome));
        Assert.Contains(
            FormattableString.Invariant($"the gap differs by {clean.Question.Effect.Value:0.000;−0.000} and {noisy.Question.Effect.Value:0.000;−0.000}, both undecided"), Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_heads_numbers_are_those_of_the_record()
    {
        double Mean(int epoch, Func<MechanismMeasure, double> value) => Records
            .Where(record => record.Configuration is { Arm: Arm.RegCls, Scenario.Kind: ScenarioKind.Clean } && record.Configuration.Epochs == epoch).Average(record => value(record.Measure));
        double Head(int epoch) => Mean(epoch, measure => measure.HeadCrossEntropy);
        Assert.Equal(20, MechanismStudy.Epochs.MaxBy(Head));
        Assert.Contains(FormattableString.Invariant($"with {Head(1):F2} after one epoch, and then gets worse in the balanced world, up to {Head(20):F2} at epoch 20, and ends at {Head(80):F2}"), Text, StringComparison.Ordinal);
        Assert.Contains(
            FormattableString.Invariant($"Its gap ends at {Mean(80, measure => measure.HeadGap):F2}, more than twice that of the regression beside it, {Mean(80, measure => measure.Gap):F2}"), Text, StringComparison.Ordinal);
    }
}
