using RegCls.Data;
using RegCls.Tables;
using RegCls.Tables.Reading;

namespace RegCls.Tests.Tables;

public class OwnDataTests
{
    private const int Rows = 60;

    private static readonly double[] Targets = [.. Enumerable.Range(0, Rows).Select(row => (double)(row * 7 % 59))];

    [Fact]
    public void Categories_become_columns_and_missing_rows_are_counted()
    {
        string?[] colours = [.. Enumerable.Range(0, Rows).Select(row => row == 3 ? null : row % 3 == 0 ? "red" : row % 3 == 1 ? "green" : "blue")];
        string?[] sides = [.. Enumerable.Range(0, Rows).Select(row => row % 2 == 0 ? "left" : "right")];
        double[] size = [.. Enumerable.Range(0, Rows).Select(row => row == 5 ? double.NaN : row * row % 31)], codes = [.. Enumerable.Range(0, Rows).Select(row => row % 5.0)];
        OwnData data = OwnData.From(
            new OwnTable("t", [OwnColumn.Category("colour", colours), OwnColumn.Category("side", sides), OwnColumn.Number("size", size), OwnColumn.Number("code", codes), OwnColumn.Number("same", new double[Rows]), OwnColumn.Number("y", Targets)]),
            new OwnDataOptions { Target = "y", Categories = ["code"] });
        Assert.Equal(["colour=blue", "colour=green", "colour=red", "side=right", "size", "code=0", "code=1", "code=2", "code=3", "code=4"], data.InputNames);
        Assert.Equal((Rows - 2, Rows), (data.Rows, data.RowsRead));
        Assert.Equal(Targets.Where((_, row) => row is not (3 or 5)), data.Targets);
        int[] kept = [.. Enumerable.Range(0, Rows).Where(row => row is not (3 or 5))];
        for (int i = 0; i < kept.Length; i++)
        {
            double[] expected = [Is("blue"), Is("green"), Is("red"), kept[i] % 2, size[kept[i]], .. Enumerable.Range(0, 5).Select(code => code == codes[kept[i]] ? 1.0 : 0.0)];
            Assert.Equal(expected, data.Inputs.Skip(i * data.Width).Take(data.Width));

            double Is(string word) => colours[kept[i]] == word ? 1 : 0;
        }

        Assert.Contains(data.Notes, note => note.StartsWith("2 of 60 rows have missing cells and are left out (colour: 1, size: 1)", StringComparison.Ordinal));
        Assert.Contains(data.Notes, note => note.Contains("'side' is a category of 2 words and became one column: 1 for right, 0 for left", StringComparison.Ordinal));
        Assert.Contains(data.Notes, note => note.Contains("left out: same", StringComparison.Ordinal));
        Assert.Empty(data.Warnings);
    }

    [Fact]
    public void Leaks_are_warned_of()
    {
        double[] noise = [.. Enumerable.Range(0, Rows).Select(row => (double)(row * row % 37))];
        Assert.Contains("equals the target", Warning(OwnColumn.Number("x", [.. Targets])), StringComparison.Ordinal);
        Assert.Contains("orders all rows exactly", Warning(OwnColumn.Number("x", [.. Targets.Select(target => -Math.Exp(target / 10))])), StringComparison.Ordinal);
        Assert.Contains("tells the target 'y' exactly", Warning(OwnColumn.Category("x", [.. Targets.Select(target => $"w{(int)target / 30}")]), [.. Targets.Select(target => Math.Floor(target / 30))]), StringComparison.Ordinal);
        Assert.Empty(Make([OwnColumn.Number("x", noise), OwnColumn.Number("y", Targets)]).Warnings);

        static string Warning(OwnColumn column, double[]? targets = null) =>
            Assert.Single(Make([column, OwnColumn.Number("z", [.. Enumerable.Range(0, Rows).Select(row => (double)(row * row % 37))]), OwnColumn.Number("y", targets ?? Targets)]).Warnings);
    }

    [Fact]
    public void What_cannot_be_compared_on_is_refused_in_one_sentence()
    {
        double[] x = [.. Enumerable.Range(0, Rows).Select(row => (double)(row * row % 37))];
        OwnColumn input = OwnColumn.Number("x", x), target = OwnColumn.Number("y", Targets);
        Refused([input, OwnColumn.Number("y", [.. Enumerable.Repeat(4.0, Rows)])], "the target 'y' is 4 in all 60 rows");
        Refused([input, OwnColumn.Number("y", [.. Targets.Select((y, row) => row == 9 ? double.NaN : y)])], "row 10: the target 'y' is NaN");
        Refused([input, OwnColumn.Number("y", [.. Targets.Select((y, row) => row == 9 ? double.PositiveInfinity : y)])], "expected a finite number");
        Refused([input, OwnColumn.Category("y", [.. Targets.Select(y => $"w{y}")])], "the target 'y' holds words, such as 'w0'");
        Refused([OwnColumn.Number("x", x[..40]), OwnColumn.Number("y", Targets[..40])], "has 40 usable rows: expected at least 50");
        Refused([input, OwnColumn.Number("y", [.. Targets.Select(y => 1e200 * y)])], "too large or too narrow for squared errors");
        Refused([input, OwnColumn.Number("y", [.. Targets.Select(y => 1e12 + 1e-3 * y)])], "too large or too narrow for squared errors");
        Refused([OwnColumn.Number("x", [.. x.Select(value => 1e200 * (value + 1))]), target], "'x' is 1E+200");
        Refused([OwnColumn.Number("x", [.. x.Select((value, row) => row == 4 ? double.NegativeInfinity : value)]), target], "row 5: 'x' is");
        Refused([OwnColumn.Number("x", new double[Rows]), target], "has no input that varies");
        Refused([target], "has no column for an input");
        Refused([OwnColumn.Date("day", [.. x.Select(value => (DateTime?)new DateTime(2020, 1, 1).AddDays(value))]), input, target], "'day' holds dates");
        Refused([OwnColumn.Unclear("x", new string?[Rows], "has '1,5'"), target], "'x' has '1,5'");
        string?[] names = [.. Enumerable.Range(0, 1200).Select(row => $"name {row}")];
        Refused([OwnColumn.Category("name", names), OwnColumn.Number("y", [.. names.Select((_, row) => (double)(row % 7))])], "1200 different words");
        Assert.Contains("fewer than two for each of 64 classes", Assert.Throws<InvalidDataException>(() => OwnStudy.Preview(Make([input, target]), new OwnStudyOptions())).Message, StringComparison.Ordinal);
        Assert.Contains("expected [N, width] and [N]", Assert.Throws<InvalidDataException>(() => OwnData.From(new double[3, 2], [1, 2])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_names_the_numbers()
    {
        RandomStream stream = RandomStream.Named("hash");
        double[,] inputs = new double[Rows, 2];
        for (int row = 0; row < Rows; row++)
        {
            (inputs[row, 0], inputs[row, 1]) = (stream.NextDouble(), stream.NextDouble());
        }

        string hash = OwnData.From(inputs, Targets).Hash;
        Assert.Equal(hash, OwnData.From(inputs, Targets).Hash);
        inputs[7, 1] += 1e-9;
        Assert.NotEqual(hash, OwnData.From(inputs, Targets).Hash);
    }

    private static OwnData Make(IReadOnlyList<OwnColumn> columns) => OwnData.From(new OwnTable("t", columns), new OwnDataOptions { Target = "y" });

    private static void Refused(IReadOnlyList<OwnColumn> columns, string sentence)
    {
        string message = Assert.Throws<InvalidDataException>(() => Make(columns)).Message;
        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }
}
