using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

/// <summary>What cells return and push in the real kernel.</summary>
public sealed class RealKernelDisplayTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Charts_frames_tensors_and_HTML_display_as_values_and_within_a_cell_also_raw()
    {
        string[] cells =
        [
            RealKernel.SetUp,
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
            "chart",
            "frame",
            "tensor",
            "Console.WriteLine(AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name == \"FSharp.Core\"));",
        ];
        var run = await RealKernel.RunAsync(folder.Path, string.Empty, cells.Select(cell => new KernelCell(cell)));

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(run.Cells, cell => Assert.Null(cell.Failure));
        Assert.All(run.Cells.Take(2), cell => Assert.Contains("plotly.js v", Assert.Single(cell.Outputs).Text, StringComparison.Ordinal));
        AssertResult(run.Cells[2], "window.Plotly.newPlot", "\"name\":\"first\"");
        Assert.Equal(["display", "display"], run.Cells[3].Outputs.Select(output => output.Kind));
        Assert.Contains("<code>Int64 [2, 3]</code> 1, 2, 3, 4, 5, 6", run.Cells[3].Outputs[0].Text, StringComparison.Ordinal);
        Assert.Equal("<b>bold</b>", run.Cells[3].Outputs[1].Text);
        AssertResult(run.Cells[4], "<table class=\"regcls-frame\">", ">0.25</td>");
        AssertResult(run.Cells[5], "window.Plotly.newPlot", "\"name\":\"first\"");
        AssertResult(run.Cells[6], "<table class=\"regcls-frame\">", ">0.25</td>");
        AssertResult(run.Cells[7], "<code>Int64 [2, 3]</code>");
        Assert.Equal("1", run.Cells[8].Printed.Trim());
    }

    private static void AssertResult(KernelResult cell, params string[] parts)
    {
        var html = Assert.Single(cell.Outputs, output => output is { Kind: "result", Mime: "text/html" }).Text;
        Assert.All(parts, part => Assert.Contains(part, html, StringComparison.Ordinal));
    }
}
