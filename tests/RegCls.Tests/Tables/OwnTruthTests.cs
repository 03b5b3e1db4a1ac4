using System.Globalization;
using System.Text.RegularExpressions;
using RegCls.Data;
using RegCls.Tests.Studies;

namespace RegCls.Tests.Tables;

/// <summary>What data/pages/findings.md and notebook 11 say of the tables whose truth is known, counted anew from the file.</summary>
public class OwnTruthTests
{
    [Fact]
    public void The_counts_are_those_of_the_file()
    {
        string path = DataFiles.Find("own-truth.csv"), root = Path.GetDirectoryName(Path.GetDirectoryName(path))!;
        string[][] rows = [.. File.ReadLines(path).Skip(1).Select(line => line.Split(','))];
        Dictionary<string, string[][]> kinds = rows.GroupBy(row => row[0]).ToDictionary(group => group.Key, group => group.ToArray());
        Assert.Equal(["heteroscedastic", "imbalanced", "line", "shuffled"], kinds.Keys.Order());
        Assert.All(kinds.Values, kind => Assert.Equal(100, kind.DistinctBy(row => row[1]).Count()));

        int lines = kinds["line"].Count(row => row[2] == "a line"), claims = kinds["shuffled"].Count(row => row[3] == "holds" || row[5] == "holds");
        int noisy = kinds["heteroscedastic"].Count(row => IsRight(row, kinds["heteroscedastic"])), imbalanced = kinds["imbalanced"].Count(row => IsRight(row, kinds["imbalanced"]));
        int found = kinds["heteroscedastic"].Count(row => row[7] == "holds"), foundImbalanced = kinds["imbalanced"].Count(row => row[7] == "holds");
        Assert.True(lines >= 95 && noisy >= 95 && imbalanced >= 95 && claims <= 5, $"{lines}, {noisy}, {imbalanced}; {claims}");
        Assert.Equal(noisy, imbalanced);
        foreach (string text in new[] { File.ReadAllText(Path.Combine(root, "data", "pages", "findings.md")), NotebookProse.Cell("11-your-own-data.ipynb", "verdict-read") })
        {
            string plain = Regex.Replace(text, @"\s+", " ");
            Assert.Contains($"called a line in {lines} of 100", plain, StringComparison.Ordinal);
            Assert.Contains($"in {claims} of 100", plain, StringComparison.Ordinal);
            Assert.Contains($"no word contradicted the truth in {noisy} of 100", plain, StringComparison.Ordinal);
            Assert.Matches($"found in {found} (and {foundImbalanced} of 100|of 100 of the tables with growing noise and in {foundImbalanced} of 100)", plain);
        }
    }

    // The truth of a kind: the mean difference of its hundred tables, give or take two standard errors.
    private static bool IsRight(string[] row, string[][] kind)
    {
        return Is(row[3], Truth(8), Truth(9)) && Is(row[5], Truth(10), Truth(11));

        static bool Is(string word, (double Mean, double Low, double High) reg, (double Mean, double Low, double High) control) => word switch
        {
            "holds" or "suggested" => reg.High < 0,
            "explained by the control" => reg.High < 0 && Math.Abs(control.Mean) <= 5,
            "opposite" => reg.Low > 0,
            "equivalent" => Math.Abs(reg.Mean) <= 5,
            _ => true,
        };

        (double Mean, double Low, double High) Truth(int column)
        {
            double[] values = [.. kind.Select(one => double.Parse(one[column], CultureInfo.InvariantCulture))];
            double mean = values.Average(), error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / 99 / 100);
            return (mean, mean - 2 * error, mean + 2 * error);
        }
    }
}
