using System.Globalization;
using System.Text.Json;
using RegCls.Evaluation;
using RegCls.Figures;
using RegCls.Studies;

namespace RegCls.Tests.Studies;

/// <summary>That notebook 04 says what the record of Fig. 5 says.</summary>
public class RecordedFig5Tests
{
    private static readonly IReadOnlyList<RunRecord> Records = new RecordFile(DataFiles.Find("recorded/fig5.csv")).Read();
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
        string text = Cell("verdict");
        foreach (IGrouping<string, Verdict> question in Fig5Verdicts.Judge(Records).GroupBy(verdict => verdict.Question.Split(": ")[1]))
        {
            Assert.Contains($"- {question.Key}: {string.Join("; ", question.GroupBy(VerdictTable.Words).OrderBy(words => words.Key, StringComparer.Ordinal).Select(words => $"{words.Key} at σ = {string.Join(", ", words.Select(Noise))}"))}. ", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Its_effects_and_intervals_are_those_of_the_record()
    {
        string text = Cell("verdict");
        ILookup<string, PairedComparison> questions = Fig5Verdicts.Judge(Records).ToLookup(verdict => verdict.Question.Split(": ")[1], verdict => verdict.Comparison);
        foreach (string question in (string[])["reg+cls − reg", "reg+cls balanced − reg"])
        {
            Assert.Contains($"The test MSE changes by {Signed(questions[question].Min(c => c.MeanDifference))} to {Signed(questions[question].Max(c => c.MeanDifference))}.", text, StringComparison.Ordinal);
        }

        PairedComparison[] control = [.. questions["reg+cls − scaled reg"]];
        Assert.Contains($"The intervals reach from {Signed(control.Min(c => c.Interval.Low))} to {Signed(control.Max(c => c.Interval.High))}.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_record_is_called_one_and_a_whole_one_is_not() =>
        Assert.Equal(Coverage.Missing.Count > 0, Cell("verdict").Contains("is recorded so far", StringComparison.Ordinal));

    private static string Noise(Verdict verdict) => verdict.Question.Split(": ")[0]["σ = ".Length..];

    private static string Signed(double value) => value.ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture);

    private static string Cell(string id)
    {
        string path = Path.Combine(Path.GetDirectoryName(DataFiles.Find("README.md"))!, "..", "notebooks", "04-noise.ipynb");
        using JsonDocument notebook = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement cell = notebook.RootElement.GetProperty("cells").EnumerateArray().Single(cell => cell.GetProperty("id").GetString() == id);
        return string.Concat(cell.GetProperty("source").EnumerateArray().Select(line => line.GetString()));
    }
}
