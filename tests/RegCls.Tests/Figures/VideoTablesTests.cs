using System.Globalization;
using Deedle;
using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Figures;
using RegCls.Studies;
using RegCls.Studies.Video;

namespace RegCls.Tests.Figures;

/// <summary>The tables of notebook 09 against numbers computed from the lines of the record, without the library's types.</summary>
public class VideoTablesTests
{
    private static readonly string Path = DataFiles.Find("recorded/video-msr.csv");
    private static readonly IReadOnlyList<VideoRecord> Records = new RecordFile<VideoRecord>(Path).Read();
    private static readonly IReadOnlyList<Dictionary<string, string>> Lines = ReadLines();

    [Fact]
    public void Tab_5_has_mean_and_standard_deviation_over_tasks_of_each_arm_and_split()
    {
        Frame<int, string> table = Tab5Table.Create(Records, ProgressTarget.Fraction);
        Assert.Equal(["RMSE, percent", "S1", "S2", "S3", "S4", "S5"], table.ColumnKeys);
        Assert.Equal(["untrained", "CTE", "reg", "scaled reg", "reg+cls", "reg+cls balanced", "constant"], table.GetColumn<string>("RMSE, percent").Values);
        double[] tasks = [.. Tasks("Fraction", "ScaledReg", "2").Select(error => 100 * error)];
        Assert.Equal(19, tasks.Length);
        double mean = tasks.Average(), deviation = Math.Sqrt(tasks.Average(task => task * task) - mean * mean);
        Assert.Equal(FormattableString.Invariant($"{mean:F2} ({deviation:F2})"), table.GetColumn<string>("S2")[3]);
    }

    [Fact]
    public void Published_numbers_stand_beside_ours_arm_by_arm()
    {
        VideoRecord[] simulated = [.. Records.Where(record => record.Configuration.Split < 5)];
        Frame<int, string> table = Tab5Table.Beside([("live", simulated), ("empty", [])], PublishedTab5.Load(), ProgressTarget.Fraction);
        Assert.Equal(
            ["untrained live", "untrained published", "CTE live", "CTE published", "reg live", "reg published", "reg authors' later numbers", "scaled reg live", "reg+cls live", "reg+cls published", "reg+cls authors' later numbers", "reg+cls balanced live", "constant live"],
            table.RowKeys.Select(row => $"{table.GetColumn<string>("RMSE, percent")[row]} {table.GetColumn<string>("numbers")[row]}"));
        string[][] published = [.. File.ReadAllLines(DataFiles.Find("published/tab5.csv")).Select(line => line.Split(',')).Where(line => line is ["paper", "percent", "reg", ..])];
        Assert.Equal(published.Select(line => FormattableString.Invariant($"{Number(line[4]):F2} ({Number(line[5]):F2})")), new[] { "S1", "S2", "S3", "S4" }.Select(split => table.GetColumn<string>(split)[5]));
        Assert.Equal(Tab5Table.Create(Records, ProgressTarget.Fraction).GetColumn<string>("S3")[2], table.GetColumn<string>("S3")[4]);
    }

    [Fact]
    public void Both_ways_to_average_and_their_difference_are_shown()
    {
        Frame<int, string> table = VideoBatchTable.Create(Records, ProgressTarget.Frames);
        Dictionary<string, string>[] lines = [.. Lines.Where(line => line["target"] == "Frames" && line["arm"] == "Cte")];
        double all = lines.Average(line => Number(line["rmse"])), batches = lines.Average(line => Number(line["batch_rmse"]));
        Assert.True(batches < all);
        Assert.Equal(
            ["CTE", FormattableString.Invariant($"{all:F2}"), FormattableString.Invariant($"{batches:F2}"), FormattableString.Invariant($"{batches - all:0.00;−0.00}")],
            table.ColumnKeys.Select(column => table.GetColumn<string>(column)[1]));
    }

    [Fact]
    public void Differences_are_means_over_tasks_judged_in_one_family()
    {
        Frame<int, string> table = VerdictTable.Create(Families.Video(Records));
        Assert.Equal(8, table.RowCount);
        double[] differences = [.. TaskNames("Fraction").Select(task => Differences(task).Average())];
        Assert.Equal(20, differences.Length);
        Assert.Equal("percent: scaled reg − reg", table.GetColumn<string>("question")[1]);
        Assert.Equal(FormattableString.Invariant($"{differences.Average():+0.00;−0.00}"), table.GetColumn<string>("effect")[1]);
        Assert.Equal($"{differences.Count(difference => difference < 0)} of 20 tasks", table.GetColumn<string>("first is lower in")[1]);

        // All 20 tasks are better.
        Assert.Equal(20, differences.Count(difference => difference < 0));
        Assert.Equal(["< 0.001", "holds"], new[] { "corrected p", "verdict" }.Select(column => table.GetColumn<string>(column)[1]));
        Assert.Equal("described", VerdictTable.Create(Families.Video([.. Records.Where(record => record.Configuration.Task.StartsWith("draw", StringComparison.Ordinal))])).GetColumn<string>("verdict")[0]);

        IEnumerable<double> Differences(string task) => Lines.Where(line => line["target"] == "Fraction" && line["task"] == task && (line["arm"] is "ScaledReg" or "Reg"))
            .GroupBy(line => (line["split"], line["seed"])).Select(pair => 100 * (Number(pair.Single(line => line["arm"] == "ScaledReg")["rmse"]) - Number(pair.Single(line => line["arm"] == "Reg")["rmse"])));
    }

    private static IEnumerable<string> TaskNames(string target) => Lines.Where(line => line["target"] == target).Select(line => line["task"]).Distinct();

    private static IEnumerable<double> Tasks(string target, string arm, string split) =>
        Lines.Where(line => (line["target"], line["arm"], line["split"]) == (target, arm, split)).GroupBy(line => line["task"]).Select(task => task.Average(line => Number(line["rmse"])));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IReadOnlyList<Dictionary<string, string>> ReadLines()
    {
        string[] lines = File.ReadAllLines(Path), names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
