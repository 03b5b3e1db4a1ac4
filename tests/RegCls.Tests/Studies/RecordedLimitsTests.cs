using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Tests.Studies;

/// <summary>What the recorded searches say, and that notebook 05 says that.</summary>
public class RecordedLimitsTests
{
    private static readonly IReadOnlyList<LimitsChoice> Choices = LimitsChoice.Of(new RecordFile(DataFiles.Find("recorded/limits.csv")).Read());

    [Fact]
    public void Notebook_05_counts_the_searches_as_they_are_recorded()
    {
        string text = NotebookProse.Cell("05-does-it-survive-its-controls.ipynb", "limits-read");
        Assert.Contains($"reg+cls is better than reg in {Wins(Arm.RegCls, Arm.Reg)}, scaled reg is better than reg in {Wins(Arm.ScaledReg, Arm.Reg)}, and reg+cls is better than scaled reg in {Wins(Arm.RegCls, Arm.ScaledReg)}", text);
    }

    [Fact]
    public void Every_recorded_model_is_of_the_study() =>
        Assert.Subset(
            LimitsStudy.Create(Profile.Full).Configurations.Select(run => run.Hash).ToHashSet(),
            new RecordFile(DataFiles.Find("recorded/limits.csv")).Read().Select(record => record.Configuration.Hash).ToHashSet());

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
