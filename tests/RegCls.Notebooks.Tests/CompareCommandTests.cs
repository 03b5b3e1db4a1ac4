using System.Globalization;
using System.Text;
using System.Text.Json;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed class CompareCommandTests : IDisposable
{
    private const string Budget = "--profile smoke --splits 6 --trials 2 --steps 40";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("compare table.csv", "Option '--y' is required")]
    [InlineData("compare tabel.csv --y y", "tabel.csv does not exist; did you mean table.csv?")]
    [InlineData("compare table.csv --y words", "has no column 'words': did you mean 'word'? It has a, b, day, word, y.")]
    [InlineData("compare table.csv --y y", "'day' holds dates")]
    [InlineData("compare table.csv --y word", "the target 'word' holds words")]
    [InlineData("compare table.csv --y y --x a,c", "has no column 'c'")]
    [InlineData("compare table.csv --y y --x y", "'y' is the target and among the inputs")]
    [InlineData("compare table.csv --y y --x a --classes 4,400", "fewer than two for each of 400 classes")]
    [InlineData("compare table.csv --y y --x a --classes 1", "--classes is '1', expected whole numbers of at least 2")]
    [InlineData("compare table.csv --y y --x a --group word", "'word' has 3 different values")]
    [InlineData("compare table.csv --y y --x a --folds 5 --splits 5", "leave one out")]
    [InlineData("compare table.csv --y y --x a --decimal dot", "--decimal is 'dot', expected comma or point")]
    [InlineData("compare table.csv --y y --x a --trials 0", "--trials is '0', expected a whole number of at least 1")]
    [InlineData("compare table.csv --y y --x a --shard 3/2", "--shard is '3/2', expected a part such as 2/8")]
    [InlineData("compare table.csv --y y --x a --profile huge", "--profile is 'huge', expected smoke, quick or full")]
    public async Task What_cannot_be_compared_is_one_sentence_and_leaves_no_file(string line, string sentence)
    {
        Table();
        Assert.Contains(sentence, (await CommandResult.OfAsync(line.Split(' '), folder.Path, CancellationToken.None)).OneSentence(), StringComparison.Ordinal);
        Assert.Equal(["table.csv"], folder.Files());
    }

    [Fact]
    public async Task A_table_is_compared_its_parts_too_and_what_is_recorded_is_not_trained_again()
    {
        Table();
        var line = $"compare table.csv --y y --x a,b --x word {Budget}".Split(' ');
        var first = await CommandResult.OfAsync([.. line, "--out", "one"], folder.Path, CancellationToken.None);
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.Contains("First numbers", first.Output, StringComparison.Ordinal);
        Assert.Contains("'word' is a category of 3 words", first.Output, StringComparison.Ordinal);
        Assert.Contains("straight line (ridge)", first.Output, StringComparison.Ordinal);
        Assert.Contains("reg+cls balanced − scaled reg", first.Output, StringComparison.Ordinal);
        string[] names = ["chosen.csv", "records.csv", "report.html", "result.json"];
        Assert.Equal(names, Directory.EnumerateFiles(folder["one"]).Select(path => Path.GetFileName(path)).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal)).Order());
        using (var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder["one"], "result.json"))))
        {
            Assert.Equal((240, 6), (json.RootElement.GetProperty("rows").GetInt32(), json.RootElement.GetProperty("splits").GetInt32()));
        }

        var page = await File.ReadAllTextAsync(Path.Combine(folder["one"], "report.html"));
        Assert.Contains("regcls compare table.csv --y y --x a,b word --classes 4,16,64", page, StringComparison.Ordinal);

        var records = await File.ReadAllBytesAsync(Path.Combine(folder["one"], "records.csv"));
        Assert.Equal(0, (await CommandResult.OfAsync([.. line, "--out", "one"], folder.Path, CancellationToken.None)).ExitCode);
        Assert.Equal(records, await File.ReadAllBytesAsync(Path.Combine(folder["one"], "records.csv")));

        foreach (var part in new[] { "1/2", "2/2" })
        {
            var trained = await CommandResult.OfAsync([.. line, "--out", "two", "--shard", part], folder.Path, CancellationToken.None);
            Assert.Contains("models of this part are recorded", trained.Output, StringComparison.Ordinal);
        }

        Assert.Equal(0, (await CommandResult.OfAsync([.. line, "--out", "two"], folder.Path, CancellationToken.None)).ExitCode);
        Assert.Equal(Numbers("one"), Numbers("two"));
    }

    [Fact]
    public async Task A_stopped_comparison_says_how_to_go_on()
    {
        Table();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        var stopped = await CommandResult.OfAsync([.. "compare table.csv --y y --x a,b --profile full --out long".Split(' ')], folder.Path, stop.Token);
        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("the same command goes on from there", stopped.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(folder["long"]), path => path.EndsWith(".html", StringComparison.Ordinal) || path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private string Numbers(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder[name], "result.json")));
        return json.RootElement.GetProperty("methods").GetRawText() + json.RootElement.GetProperty("comparisons").GetRawText();
    }

    private void Table()
    {
        var text = new StringBuilder("a,b,day,word,y\n");
        for (var row = 0; row < 240; row++)
        {
            double a = row * 7 % 40 / 10.0, b = row * row % 37;
            text.Append(CultureInfo.InvariantCulture, $"{a},{b},2024-01-{1 + row % 28:00},{(row % 3 == 0 ? "red" : row % 3 == 1 ? "green" : "blue")},{20 + 5 * Math.Sin(a) + 0.1 * b + row * 11 % 13 / 10.0}\n");
        }

        folder.Write("table.csv", text.ToString());
    }
}
