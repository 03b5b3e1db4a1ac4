using RegCls.Data;
using RegCls.Losses;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

/// <summary>What the recorded searches say, and that notebook 05 says that.</summary>
public class RecordedLimitsTests
{
    private const string Notebook = "05-does-it-survive-its-controls.ipynb";

    private static readonly IReadOnlyList<RunRecord> Records = new RecordFile<RunRecord>(DataFiles.Find("recorded/limits.csv")).Read();
    private static readonly IReadOnlyList<LimitsChoice> Choices = LimitsChoice.Of(Records);

    [Fact]
    public void The_record_is_the_whole_study()
    {
        StudyCoverage coverage = StudyCoverage.Of(LimitsStudy.Create(Profile.Full), Records);
        Assert.Empty(coverage.Missing);
        Assert.Equal(coverage.Recorded, Records.Count);
    }

    [Fact]
    public void Notebook_05_counts_the_searches_as_they_are_recorded()
    {
        string text = NotebookProse.Cell(Notebook, "limits-read");
        Assert.Contains($"reg+cls is better than reg in {Wins(Arm.RegCls, Arm.Reg)}, scaled reg is better than reg in {Wins(Arm.ScaledReg, Arm.Reg)}, and reg+cls is better than scaled reg in {Wins(Arm.RegCls, Arm.ScaledReg)}", text);
    }

    [Fact]
    public void Notebook_05_counts_the_settings_whose_mean_is_lower_with_classes()
    {
        double Mean(LimitsSetting setting, Arm arm) => Choices.Where(choice => choice.Setting == setting && choice.Arm == arm).Average(choice => choice.Best.TestMse);
        int lower = LimitsStudy.Settings.Count(setting => Mean(setting, Arm.RegCls) < Mean(setting, Arm.ScaledReg));
        Assert.Contains($"in {lower} of {LimitsStudy.Settings.Count} settings the mean over the three functions is lower with classes", NotebookProse.Cell(Notebook, "limits-read"));
    }

    [Fact]
    public void Notebook_05_states_what_the_factor_s_does()
    {
        double[] Best(Optimiser optimiser) =>
        [
            .. Enumerable.Range(-2, 4).Select(decade => Trials(optimiser)
                .Where(record => double.IsFinite(record.ValidationMse) && (int)Math.Floor(Math.Log10(record.Configuration.LossScale)) == decade)
                .Min(record => record.ValidationMse)),
        ];
        RunRecord[] sgd = [.. Trials(Optimiser.Sgd)], diverged = [.. sgd.Where(record => !double.IsFinite(record.ValidationMse))];
        double[] bestAdam = Best(Optimiser.Adam), bestSgd = Best(Optimiser.Sgd);
        Assert.All(diverged, record => Assert.True(record.Configuration.LossScale > 10));
        string text = NotebookProse.Cell(Notebook, "scale-read");
        Assert.Contains(FormattableString.Invariant($"a validation MSE between {bestAdam.Min():F3} and {bestAdam.Max():F3}"), text);
        Assert.Contains(FormattableString.Invariant($"from {bestSgd[0]:F3} below $s = 0.1$ to {bestSgd[^1]:F3} above $s = 10$, and {diverged.Length} of {sgd.Length} trials are missing"), text);
    }

    private static IEnumerable<RunRecord> Trials(Optimiser optimiser) => Records.Where(record =>
        record.Configuration.Arm != Arm.Reg && record.Configuration is { Loss: RegressionLoss.Squared } && record.Configuration.Hidden == HiddenLayers.Of(17, 17) && record.Configuration.Optimiser == optimiser);

    private static string Wins(Arm first, Arm second)
    {
        bool[] wins =
        [
            .. from one in Choices.Where(choice => choice.Arm == first)
               join two in Choices.Where(choice => choice.Arm == second) on (one.Setting, one.Function) equals (two.Setting, two.Function)
               select one.Best.TestMse < two.Best.TestMse,
        ];
        return $"{wins.Count(win => win)} of {wins.Length}";
    }
}
