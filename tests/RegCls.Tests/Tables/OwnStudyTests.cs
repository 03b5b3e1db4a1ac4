using System.Text.Json;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Tables;
using RegCls.Tables.Answers;
using RegCls.Tables.Running;

namespace RegCls.Tests.Tables;

public sealed class OwnStudyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static OwnStudyOptions Options { get; } = new() { Profile = Profile.Smoke, Splits = 6, Trials = 2, Steps = 60, Hidden = [16], Classes = [4, 8] };

    [Fact]
    public void A_line_without_noise_is_found_and_said_before_any_verdict()
    {
        OwnResult result = OwnStudy.Compare(Inputs(), [.. Targets((a, b, _) => 1000 + 30 * a - 20 * b)], Options);
        Assert.True(result[OwnMethod.Line].Rmse < 1e-3);
        Assert.True(result.Advice.LineIsBetter && !result.Advice.NothingLearned);
        Assert.StartsWith("Every arm is worse than a straight line", result.Advice.Warnings[0], StringComparison.Ordinal);
        Assert.StartsWith("Use the straight line", result.Advice.ToDo, StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_and_trees_learn_what_a_line_cannot_and_errors_are_in_the_unit_of_the_target()
    {
        double[,] inputs = Inputs();
        double[] targets = [.. Targets((a, _, _) => 5000 + 400 * Math.Cos(4 * a))];
        OwnResult result = OwnStudy.Compare(inputs, targets, Options with { Steps = 400 });
        Assert.Equal(Deviation(targets), result[OwnMethod.Mean].Rmse, 0.15 * Deviation(targets));
        Assert.All(OwnMethods.Arms.Append(OwnMethod.Trees), method => Assert.True(result[method].Rmse < 0.6 * result[OwnMethod.Line].Rmse, $"{method}: {result[method].Rmse} against {result[OwnMethod.Line].Rmse}"));

        // The reported numbers are those of predictions made anew.
        double[] predictions = result.Predict(OwnMethod.RegCls, 2);
        int[] test = result.Splits[2].Test;
        double mse = test.Select((row, i) => Math.Pow(predictions[i] - targets[row], 2)).Average();
        Assert.Equal(mse, result[OwnMethod.RegCls].Chosen[2].Scores.Test, 1e-6 * mse);

        // The same inputs and target in other units are the same table.
        double[,] scaled = new double[inputs.GetLength(0), 3];
        for (int row = 0; row < targets.Length; row++)
        {
            (scaled[row, 0], scaled[row, 1], scaled[row, 2]) = (1e6 + 1000 * inputs[row, 0], inputs[row, 1] / 1e6, inputs[row, 2]);
        }

        OwnResult again = OwnStudy.Compare(scaled, [.. targets.Select(target => target / 1000)], Options with { Steps = 400 });
        Assert.Equal(result[OwnMethod.Line].Rmse / 1000, again[OwnMethod.Line].Rmse, 1e-6);
        Assert.Equal(result[OwnMethod.ScaledReg].Rmse / 1000, again[OwnMethod.ScaledReg].Rmse, 0.1 * again[OwnMethod.ScaledReg].Rmse);
    }

    [Fact]
    public void What_does_not_depend_on_the_inputs_is_not_learned_and_no_gain_is_claimed()
    {
        RandomStream stream = RandomStream.Named("own study", "noise");
        OwnResult result = OwnStudy.Compare(Inputs(), [.. Targets((_, _, _) => stream.NextGaussian())], Options);
        Assert.InRange(OwnMethods.Arms.Min(arm => result[arm].Rmse) / result[OwnMethod.Mean].Rmse, 0.97, 1.2);
        Assert.All(result.Comparisons, comparison => Assert.NotEqual(Outcome.Holds, comparison.Verdict.Outcome));
    }

    [Fact]
    public void Records_are_gone_on_with_and_parts_make_the_whole()
    {
        OwnData data = OwnData.From(Inputs(), [.. Targets((a, b, c) => Math.Sin(3 * a) + b * c)]);
        string whole = Path.Combine(folder.FullPath, "records.csv");
        OwnResult first = OwnStudy.Compare(data, Options with { Records = whole });
        byte[] written = File.ReadAllBytes(whole);
        OwnResult second = OwnStudy.Compare(data, Options with { Records = whole });
        Assert.Equal(written, File.ReadAllBytes(whole));
        Assert.Equal(first.Records.Select(record => record.Scores), second.Records.Select(record => record.Scores));

        string[] parts = [.. Enumerable.Range(1, 3).Select(part => Path.Combine(folder.FullPath, $"records-{part}-of-3.csv"))];
        int trained = parts.Select((path, i) => OwnStudy.Train(data, Options with { Records = path, Shard = new StudyShard(i + 1, 3) })).Sum();
        Assert.Equal(first.Records.Count, trained);
        OwnResult joined = OwnStudy.Compare(data, Options with { Records = Path.Combine(folder.FullPath, "joined.csv"), TakeFrom = parts });
        Assert.Equal(first.Records.Select(record => (record.Configuration, record.Scores)), joined.Records.Select(record => (record.Configuration, record.Scores)));

        // Another table has records of its own in the same file.
        OwnResult other = OwnStudy.Compare(OwnData.From(Inputs(), [.. Targets((a, b, c) => Math.Sin(3 * a) + b * c + 1)]), Options with { Records = whole });
        Assert.Equal(2 * first.Records.Count, new RecordFile<OwnRecord>(whole).Read().Count);
        Assert.DoesNotContain(other.Records[^1].Configuration.Hash, first.Records.Select(record => record.Configuration.Hash));
    }

    [Fact]
    public void Every_arm_is_tried_alike_and_the_best_on_validation_is_taken()
    {
        OwnResult result = OwnStudy.Compare(Inputs(), [.. Targets((a, b, c) => Math.Sin(3 * a) + b * c)], Options with { Trials = 4 });
        foreach (OwnMethod arm in OwnMethods.Arms)
        {
            OwnRecord[] records = [.. result.Records.Where(record => record.Configuration.Method == arm)];
            Assert.Equal(6 * 4, records.Length);
            Assert.Equal(result.Records.Where(record => record.Configuration.Method == OwnMethod.Reg).Select(record => record.Trial), records.Select(record => record.Trial));
            Assert.All(result[arm].Chosen, chosen => Assert.Equal(records.Where(record => record.Configuration.Split == chosen.Configuration.Split).Min(record => record.Scores.Validation), chosen.Scores.Validation));
        }

        OwnTrial[] trials = [.. result.Records.Select(record => record.Trial).OfType<OwnTrial>()];
        Assert.Contains(trials, trial => trial.Decoupled);
        Assert.Contains(trials, trial => !trial.Decoupled);
        Assert.Equal([4, 8], trials.Select(trial => trial.Classes).Distinct().Order());
    }

    [Fact]
    public void A_cancelled_comparison_keeps_what_it_has()
    {
        using CancellationTokenSource stop = new();
        string records = Path.Combine(folder.FullPath, "records.csv");
        OwnStudyOptions options = Options with { Records = records, Cancellation = stop.Token, Progress = new ImmediateProgress<double>(done => { if (done > 0.5) { stop.Cancel(); } }) };
        OwnData data = OwnData.From(Inputs(), [.. Targets((a, b, c) => a * b * c)]);
        Assert.ThrowsAny<OperationCanceledException>(() => OwnStudy.Compare(data, options));
        int kept = new RecordFile<OwnRecord>(records).Read().Count;
        Assert.InRange(kept, 30, 60);
        Assert.Equal(66, OwnStudy.Compare(data, Options with { Records = records }).Records.Count);
    }

    [Fact]
    public void Files_are_whole_and_hold_the_numbers()
    {
        OwnResult result = OwnStudy.Compare(Inputs(), [.. Targets((a, b, c) => Math.Exp(2 * a) + b * c)], Options);
        OwnFiles.Write(result, folder.FullPath, "regcls compare <t>.csv");
        Assert.Equal(["chosen.csv", "report.html", "result.json"], Directory.EnumerateFiles(folder.FullPath).Select(path => Path.GetFileName(path)).Order());
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullPath, OwnFiles.Json)));
        JsonElement reg = json.RootElement.GetProperty("methods").EnumerateArray().Single(method => method.GetProperty("method").GetString() == "reg");
        Assert.Equal(result[OwnMethod.Reg].Rmse, reg.GetProperty("rmse").GetDouble(), 1e-9);
        Assert.Equal(result.Comparisons[0].Verdict.Outcome.Words(), json.RootElement.GetProperty("comparisons")[0].GetProperty("againstReg").GetProperty("verdict").GetString());
        Assert.Equal(1 + 7 * 6, File.ReadAllLines(Path.Combine(folder.FullPath, OwnFiles.Csv)).Length);
        string page = File.ReadAllText(Path.Combine(folder.FullPath, OwnFiles.Report));
        Assert.Contains("regcls compare &lt;t&gt;.csv", page, StringComparison.Ordinal);
        Assert.Contains(result.Advice.ToDo, System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal(5, page.Split("figures.push(").Length - 1);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_table_is_what_its_code_makes() =>
        Assert.Equal(ExampleTable.Text(), File.ReadAllText(DataFiles.Find(ExampleTable.FileName)));

    private static double Deviation(double[] values) => Math.Sqrt(values.Average(value => Math.Pow(value - values.Average(), 2)));

    private static IEnumerable<double> Targets(Func<double, double, double, double> function)
    {
        double[,] inputs = Inputs();
        return Enumerable.Range(0, inputs.GetLength(0)).Select(row => function(inputs[row, 0], inputs[row, 1], inputs[row, 2]));
    }

    private static double[,] Inputs()
    {
        RandomStream stream = RandomStream.Named("own study");
        double[,] inputs = new double[200, 3];
        for (int row = 0; row < 200; row++)
        {
            (inputs[row, 0], inputs[row, 1], inputs[row, 2]) = (stream.NextUniform(-1, 1), stream.NextUniform(-1, 1), stream.NextUniform(-1, 1));
        }

        return inputs;
    }
}
