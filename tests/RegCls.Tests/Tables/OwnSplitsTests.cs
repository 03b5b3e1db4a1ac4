using RegCls.Tables;
using RegCls.Tables.Reading;
using RegCls.Tables.Running;

namespace RegCls.Tests.Tables;

public class OwnSplitsTests
{
    private const int Rows = 200;

    [Fact]
    public void Random_splits_are_60_20_20_and_differ()
    {
        IReadOnlyList<OwnSplit> splits = OwnSplits.Of(Data(), new OwnStudyOptions { Splits = 5 });
        Assert.Equal(5, splits.Count);
        Assert.All(splits, split =>
        {
            Assert.Equal((120, 40, 40), (split.Train.Length, split.Validation.Length, split.Test.Length));
            WholeAndDisjoint(split);
        });
        Assert.Equal(5, splits.Select(split => string.Join(',', split.Test)).Distinct().Count());
        Assert.Equal(splits[3].Test, OwnSplits.Of(Data(), new OwnStudyOptions { Splits = 9 })[3].Test);
        Assert.NotEqual(splits[0].Test, OwnSplits.Of(Data(), new OwnStudyOptions { Splits = 5, Seed = 1 })[0].Test);
    }

    [Fact]
    public void Folds_test_each_row_once()
    {
        IReadOnlyList<OwnSplit> splits = OwnSplits.Of(Data(), new OwnStudyOptions { Folds = 7 });
        Assert.Equal(Enumerable.Range(0, Rows), splits.SelectMany(split => split.Test).Order());
        Assert.All(splits, WholeAndDisjoint);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5)]
    public void Groups_stay_together(int? folds)
    {
        string[] groups = [.. Enumerable.Range(0, Rows).Select(row => $"g{row * row % 23}")];
        foreach (OwnSplit split in OwnSplits.Of(Data(OwnColumn.Category("group", groups), new OwnDataOptions { Target = "y", Group = "group" }), new OwnStudyOptions { Splits = 6, Folds = folds }))
        {
            WholeAndDisjoint(split);
            string[][] parts = [.. new[] { split.Train, split.Validation, split.Test }.Select(rows => rows.Select(row => groups[row]).Distinct().ToArray())];
            Assert.Empty(parts[0].Intersect(parts[1]).Concat(parts[0].Intersect(parts[2])).Concat(parts[1].Intersect(parts[2])));
        }
    }

    [Fact]
    public void With_times_what_is_tested_is_later()
    {
        double[] times = [.. Enumerable.Range(0, Rows).Select(row => (double)(row * 37 % Rows / 4))];
        IReadOnlyList<OwnSplit> splits = OwnSplits.Of(Data(OwnColumn.Number("t", times), new OwnDataOptions { Target = "y", Time = "t" }), new OwnStudyOptions { Splits = 4 });
        Assert.Equal(4, splits.Count);
        Assert.Equal(Rows / 2, splits.Sum(split => split.Test.Length), 4.0);
        Assert.All(splits, split =>
        {
            Assert.True(split.Train.Max(row => times[row]) < split.Validation.Min(row => times[row]));
            Assert.True(split.Validation.Max(row => times[row]) < split.Test.Min(row => times[row]));
        });
    }

    [Fact]
    public void Too_few_groups_or_times_are_refused()
    {
        Refused(OwnColumn.Category("g", [.. Enumerable.Range(0, Rows).Select(row => $"g{row % 3}")]), new OwnDataOptions { Target = "y", Group = "g" }, "'g' has 3 different values");
        Refused(OwnColumn.Number("g", [.. Enumerable.Range(0, Rows).Select(row => (double)(row % 3))]), new OwnDataOptions { Target = "y", Time = "g" }, "does not order the 200 rows finely enough");
        Refused(OwnColumn.Number("g", [.. Enumerable.Range(0, Rows).Select(row => (double)row)]), new OwnDataOptions { Target = "y", Time = "g", Group = "x" }, "leave --group or --time out", inputs: ["z"]);

        static void Refused(OwnColumn column, OwnDataOptions options, string sentence, string[]? inputs = null) =>
            Assert.Contains(sentence, Assert.Throws<InvalidDataException>(() => OwnSplits.Of(Data(column, options with { Inputs = inputs }), new OwnStudyOptions())).Message, StringComparison.Ordinal);
    }

    private static void WholeAndDisjoint(OwnSplit split) => Assert.Equal(Enumerable.Range(0, Rows), split.Train.Concat(split.Validation).Concat(split.Test).Order());

    private static OwnData Data(OwnColumn? column = null, OwnDataOptions? options = null) => OwnData.From(
        new OwnTable("t", [OwnColumn.Number("x", Numbers(7)), OwnColumn.Number("z", Numbers(11)), .. column is null ? [] : (OwnColumn[])[column], OwnColumn.Number("y", Numbers(13))]),
        options ?? new OwnDataOptions { Target = "y" });

    private static double[] Numbers(int step) => [.. Enumerable.Range(0, Rows).Select(row => (double)(row * row * step % 101))];
}
