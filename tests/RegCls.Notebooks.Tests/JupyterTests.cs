using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RegCls.Cli.Notebooks;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

/// <summary>Notebooks in the installed kernel, as a person runs, stops, repeats and restarts them in Jupyter.</summary>
[Collection(ExecutedSiteCollection.Name)]
public sealed partial class JupyterTests(ExecutedSite site, JupyterKernel jupyter) : IClassFixture<JupyterKernel>, IDisposable
{
    private static readonly object Restart = new { @do = "restart" };
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("01")]
    [InlineData("07")]
    public async Task A_notebook_runs_twice_in_one_kernel_one_cell_once_more_and_anew_after_a_restart(string number)
    {
        var notebook = Classroom.Read(number);
        var all = new { @do = "all", notebook = notebook.Path };
        var last = notebook.CodeCells.Last(cell => cell.Source.Contains("Figure.Create", StringComparison.Ordinal));
        var results = await jupyter.RunAsync("smoke", folder["records"], all, all, Cell(last.Source), Restart, all);

        Assert.All(results, result => Assert.Empty(result.Errors));
        string[][] expected = [.. Executed(notebook).Select(cell => ShownContent.Of(cell).Comparable.ToArray())];
        foreach (var run in new[] { results[0], results[1], results[4] })
        {
            Assert.Equal(expected.Length, run.Cells.Length);
            Assert.All(expected.Zip(run.Shown), pair => Assert.Equal(pair.First, pair.Second));
        }

        var index = notebook.CodeCells.Index().First(cell => cell.Item.Id == last.Id).Index;
        Assert.Equal(expected[index], results[2].Shown.Single());
        Assert.NotEmpty(expected[index]);
    }

    [Fact]
    public async Task An_interrupt_stops_the_training_of_02_and_the_kernel_goes_on_with_all_it_has()
    {
        var notebook = Classroom.Read("02");
        NotebookCell[] before = [.. notebook.CodeCells.TakeWhile(cell => cell.Id != "run")];
        var train = Classroom.Cell(notebook, "run").Source;
        var results = await jupyter.RunAsync(
            "quick", folder["records"], [.. before.Select(cell => Cell(cell.Source)), Cell(train, interrupt: 5), Cell("1 + 1"), Cell("study.Configurations.Count"), Cell(train, interrupt: 5)]);

        Assert.All(results.Take(before.Length), result => Assert.Empty(result.Errors));
        var (stopped, sum, variable, again) = (results[^4], results[^3], results[^2], results[^1]);
        Assert.StartsWith("Command cancelled", Assert.Single(stopped.Errors), StringComparison.Ordinal);
        Assert.InRange(stopped.Seconds!.Value, 0, 2);
        var said = Stopped().Match(stopped.Text);
        Assert.True(said.Success, stopped.Text);
        Assert.Contains("<pre>2</pre>", sum.Text, StringComparison.Ordinal);
        Assert.Contains("<pre>1200</pre>", variable.Text, StringComparison.Ordinal);
        Assert.StartsWith($"{said.Groups[1].Value} of 1,200 models are those of an earlier run", again.Text, StringComparison.Ordinal);
        Assert.InRange(again.Seconds!.Value, 0, 2);
        Assert.True(Models(again.Text) > Models(stopped.Text), again.Text);
    }

    [Fact]
    public async Task Notebook_02_runs_from_its_first_cell_to_its_last()
    {
        var notebook = Classroom.Read("02");
        var result = Assert.Single(await jupyter.RunAsync("smoke", folder["records"], new { @do = "all", notebook = notebook.Path }));
        Assert.Empty(result.Errors);
        Assert.All(Executed(notebook).Select(cell => ShownContent.Of(cell).Comparable.ToArray()).Zip(result.Shown), pair => Assert.Equal(pair.First, pair.Second));

        // The bar fills where it stands: one output, and it is full in the end.
        Assert.Single(Bar().Matches(result.Text));
        Assert.Contains("Fig. 3: 100 %, 96 of 96 models, mean test MSE ", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cells_in_FSharp_and_HTML_show_what_our_runner_shows_and_share_frames_and_charts_with_CSharp()
    {
        var derivation = Classroom.Read("06");
        var study = Classroom.Read("02");
        var results = await jupyter.RunAsync(
            "smoke",
            string.Empty,
            Cell(Classroom.Cell(derivation, "setup").Source),
            Cell(Classroom.Cell(derivation, "bounds-fsharp").Source),
            Cell("var fromFSharp = RegCls.Interactive.Notebook.Shared<Deedle.Frame<int, string>>(\"bounds\");\nRegCls.Interactive.Notebook.Show(fromFSharp)"),
            Cell("#!fsharp\nbounds"),
            Cell("#!fsharp\nopen Plotly.NET\nlet line = Chart.Line(x = [ 1.0; 2.0 ], y = [ 3.0; 4.0 ], Name = \"from F#\")\nNotebook.Share(\"line\", line)\nline"),
            Cell("RegCls.Interactive.Notebook.Show(RegCls.Interactive.Notebook.Shared<Plotly.NET.GenericChart>(\"line\"))"),
            Cell(Classroom.Cell(study, "arms-drawing").Source));

        Assert.All(results, result => Assert.Empty(result.Errors));
        var twin = ShownContent.Of(Executed(derivation).Single(cell => (string?)cell["id"] == "bounds-fsharp"));
        var table = Assert.Single(twin.Tables);
        foreach (var result in results[1..4])
        {
            Assert.Equal(table, Assert.Single(ShownContent.Of(result.Cells[0]).Tables));
        }

        // The script that an F# cell loads does not give plotly.js to a page that has it.
        Assert.DoesNotContain("plotly.js v", results[1].Text, StringComparison.Ordinal);
        var charts = results[4..6].Select(result => Assert.Single(ShownContent.Of(result.Cells[0]).Charts)).ToArray();
        Assert.Contains("from F#", charts[0], StringComparison.Ordinal);
        Assert.Equal(charts[0], charts[1]);
        Assert.Equal(
            Assert.Single(ShownContent.Of(Executed(study).Single(cell => (string?)cell["id"] == "arms-drawing")).Others).Trim(),
            Assert.Single(ShownContent.Of(results[6].Cells[0]).Others).Trim());
    }

    private static object Cell(string code, double? interrupt = null) => new { @do = "cell", code, interrupt };

    private static int Models(string text) => int.Parse(Stopped().Match(text).Groups[1].Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

    private IEnumerable<JsonNode> Executed(NotebookDocument notebook) => JsonNode.Parse(File.ReadAllText(Path.Combine(site.Folder, notebook.FileName)))!["cells"]!.AsArray()
        .OfType<JsonNode>().Where(cell => (string?)cell["cell_type"] == "code");

    [GeneratedRegex("stopped after ([1-9][0-9,]*) of 1,200 models; run it again to go on<")]
    private static partial Regex Stopped();

    [GeneratedRegex("class=\"regcls-progress\"")]
    private static partial Regex Bar();
}
