using Xunit;

namespace RegCls.Tests.Interactive;

/// <summary>The same cells in each host, as far as the host's members go that are called by name. (.NET Interactive itself is in the tests of the notebooks.)</summary>
public class NotebookHostTests
{
    private static readonly string[] Cells =
    [
        HostRun.Bootstrap,
        "RegCls.Interactive.Notebook.Setup();",
        """
        using RegCls.Interactive;
        using Plotly.NET;
        using static TorchSharp.torch;
        var chart = Plotly.NET.CSharp.Chart.Line<double, double, string>(new double[] { 1, 2 }, new double[] { 3, 4 }, Name: "first");
        Notebook.Show(chart)
        """,
        """
        var tensor = arange(6).reshape(2, 3) + 1;
        Notebook.Push(tensor);
        Notebook.Push("<b>bold</b>");
        """,
        """
        var frame = Deedle.Frame.FromColumns(new Dictionary<string, Deedle.Series<int, double>> { ["error"] = new Deedle.Series<int, double>(new[] { 1 }, new[] { 0.25 }) });
        Notebook.Show(frame)
        """,
        "var progress = Notebook.Progress(\"training\");\nforeach (int step in Enumerable.Range(0, 1001)) progress.Report(step / 1000.0);",
    ];

    [Theory]
    [InlineData("clrkernel", "ClrKernel.Core.Primitives.DisplayHtml")]
    [InlineData("verso", "RegCls.Interactive.HtmlFragment")]
    public async Task A_foreign_host_gets_plotly_with_each_set_up_then_every_push_and_values_of_a_type_it_knows(string host, string type)
    {
        HostRun run = await HostRun.Start(host, Cells);

        Assert.Null(run.Problem);
        Assert.Equal(["text/html", "text/html", "text/html", "text/html"], run.Arrived.Take(4).Select(entry => entry[0]));
        Assert.All(run.Arrived.Take(2), entry => Assert.StartsWith("<script", entry[1], StringComparison.Ordinal));
        Assert.All(run.Arrived.Take(2), entry => Assert.Contains("plotly.js v", entry[1], StringComparison.Ordinal));
        Assert.Contains("<code>Int64 [2, 3]</code> 1, 2, 3, 4, 5, 6", run.Arrived[2][1], StringComparison.Ordinal);
        Assert.Equal("<b>bold</b>", run.Arrived[3][1]);
        AssertValues(run, type);
        if (host == "clrkernel")
        {
            // A bar that is replaced where it stands; the last report is never left out.
            Assert.StartsWith("<div class=\"regcls-progress\"><progress value=\"0\"", run.Arrived[4][1], StringComparison.Ordinal);
            Assert.NotEmpty(run.Arrived.Skip(5));
            Assert.All(run.Arrived.Skip(5), entry => Assert.Equal("update", entry[0]));
            Assert.EndsWith(" training: 100 %</div>", run.Arrived[^1][1], StringComparison.Ordinal);
            Assert.Empty(run.Printed);
        }
        else
        {
            Assert.Equal(4, run.Arrived.Length);
            Assert.Equal(Enumerable.Range(1, 10).Select(tenth => $"training: {tenth * 10} %"), run.Printed.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public async Task Our_runner_gets_pushes_and_progress_but_no_plotly()
    {
        HostRun run = await HostRun.Start("runner", Cells);

        Assert.Null(run.Problem);
        Assert.Equal("text/html", run.Arrived[0][0]);
        Assert.Contains("Int64 [2, 3]", run.Arrived[0][1], StringComparison.Ordinal);
        Assert.Equal(["text/html", "<b>bold</b>"], run.Arrived[1]);
        Assert.Equal(1001, run.Arrived.Count(entry => entry[0] == "training"));
        Assert.Equal(["training", "1"], run.Arrived[^1]);
        AssertValues(run, "RegCls.Interactive.HtmlFragment");
        Assert.Empty(run.Printed);
    }

    [Fact]
    public async Task Without_a_host_a_push_is_named_on_the_console()
    {
        HostRun run = await HostRun.Start("none", HostRun.Bootstrap, "RegCls.Interactive.Notebook.Push(\"<b>bold</b>\");");
        Assert.Null(run.Problem);
        Assert.Equal("[11 characters of HTML: no notebook host displays them]", run.Printed.Trim());
    }

    [Fact]
    public async Task A_host_of_another_version_gives_one_sentence_that_names_the_missing_member()
    {
        HostRun run = await HostRun.Start("verso-without-display", HostRun.Bootstrap);
        Assert.StartsWith("NotSupportedException: Verso.Abstractions 0.0.0.0 has no Verso.Abstractions.DisplayExtensions.Display", run.Problem, StringComparison.Ordinal);
    }

    private static void AssertValues(HostRun run, string type)
    {
        Assert.Equal([null, null, type, null, type, null], run.Values.Select(value => value[0]));
        Assert.Contains("class=\"regcls-chart\"", run.Values[2][1], StringComparison.Ordinal);
        Assert.Contains(">0.25</td>", run.Values[4][1], StringComparison.Ordinal);
    }
}
