using System.Globalization;
using System.Text.Json.Nodes;
using RegCls.Data;

namespace RegCls.Tests.Claims;

/// <summary>What the notebooks answer to their own questions, against the records read line by line, without the library.</summary>
public class AnswerTests
{
    [Fact]
    public void The_levels_of_notebook_05_are_those_of_the_record()
    {
        Dictionary<string, string>[] severe = [.. Rows("deviations").Where(row => (row["scenario"], row["sampling"], row["variant"], row["variation"]) == ("Clean", "Severe", "AsReleased", ""))];
        string Mse(string arm, string decay) => Mean(severe.Where(row => (row["arm"], row["weight_decay"]) == (arm, decay)), "test_mse").ToString("F3", CultureInfo.InvariantCulture);
        string answer = Cell("05", "deviations-read");
        Assert.Contains($"reg has a test MSE of {Mse("Reg", "0.001")} as released", answer, StringComparison.Ordinal);
        Assert.Contains($"With classes added it has {Mse("RegCls", "0.001")}.", answer, StringComparison.Ordinal);
        Assert.Contains($"weight decay *removed* it has {Mse("Reg", "0")}.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void The_counts_of_notebook_05_are_those_of_the_record()
    {
        // The trial with the lowest validation error of each setting, function and arm; twelve trials diverged.
        Dictionary<(string Setting, string Function, string Arm), double> chosen = Rows("limits")
            .Where(row => double.IsFinite(Number(row, "validation_mse")))
            .GroupBy(row => (row["variation"].Split(";scale=")[0], row["function"], row["arm"]))
            .ToDictionary(group => group.Key, group => Number(group.MinBy(row => Number(row, "validation_mse"))!, "test_mse"));
        string[] settings = [.. chosen.Keys.Select(key => key.Setting).Distinct()], functions = [.. chosen.Keys.Select(key => key.Function).Distinct()];
        int Wins(string arm, string other) => settings.Sum(setting => functions.Count(function => chosen[(setting, function, arm)] < chosen[(setting, function, other)]));
        int lower = settings.Count(setting => functions.Average(function => chosen[(setting, function, "RegCls")]) < functions.Average(function => chosen[(setting, function, "ScaledReg")]));
        int all = settings.Length * functions.Length;
        string answer = Cell("05", "limits-read");
        Assert.Contains(
            $"reg+cls is better than reg in {Wins("RegCls", "Reg")} of {all}, scaled reg is better than reg in {Wins("ScaledReg", "Reg")} of {all}, and reg+cls is better than scaled reg in {Wins("RegCls", "ScaledReg")} of {all} searches",
            answer,
            StringComparison.Ordinal);
        Assert.Contains($"in {lower} of {settings.Length} settings the mean over the three functions is lower with classes", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void The_head_of_notebook_06_is_that_of_the_record()
    {
        Dictionary<string, string>[] clean = [.. Rows("mechanism").Where(row => (row["scenario"], row["arm"]) == ("Clean", "RegCls"))];
        string At(string epoch, string column) => Mean(clean.Where(row => row["epochs"] == epoch), column).ToString("F2", CultureInfo.InvariantCulture);
        string answer = Cell("06", "mechanism-read");
        Assert.Contains($"with {At("1", "head_ce")} after one epoch", answer, StringComparison.Ordinal);
        Assert.Contains($"up to {At("20", "head_ce")} at epoch 20, and ends at {At("80", "head_ce")}", answer, StringComparison.Ordinal);
        Assert.Contains($"Its gap ends at {At("80", "head_gap")}, more than twice that of the regression beside it, {At("80", "gap")}", answer, StringComparison.Ordinal);
    }

    private static double Mean(IEnumerable<Dictionary<string, string>> rows, string column) => rows.Average(row => Number(row, column));

    private static double Number(Dictionary<string, string> row, string column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Rows(string record)
    {
        string[] lines = File.ReadAllLines(DataFiles.Find($"recorded/{record}.csv")), names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static string Cell(string notebook, string id)
    {
        string folder = Path.Combine(Path.GetDirectoryName(DataFiles.Find("claims.csv"))!, "..", "notebooks");
        JsonNode root = JsonNode.Parse(File.ReadAllText(Directory.GetFiles(folder, notebook + "-*.ipynb").Single()))!;
        return string.Concat(root["cells"]!.AsArray().Single(cell => (string?)cell!["id"] == id)!["source"]!.AsArray().Select(line => (string?)line));
    }
}
