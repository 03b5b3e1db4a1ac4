using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Site;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed partial class PictureTests : IDisposable
{
    private readonly TestFolder folder = new();

    public static TheoryData<string> Walkthrough => [.. SitePages.Notebooks().Where(path => path.StartsWith("notebooks/", StringComparison.Ordinal))];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("[0,1,2]", "[0,1,4]")]
    [InlineData("{\"dtype\":\"f8\",\"bdata\":\"AAAAAAAAAAAAAAAAAADwPwAAAAAAAABA\"}", "{\"dtype\":\"i1\",\"bdata\":\"AAEE\"}")]
    public void A_line_is_drawn_to_scale(string x, string y)
    {
        const string Layout = """{"xaxis":{"range":[0,2]},"yaxis":{"range":[0,4]}}""";
        var svg = Draw("{\"data\":[{\"type\":\"scatter\",\"mode\":\"lines\",\"line\":{\"color\":\"#d1495b\"},\"x\":" + x + ",\"y\":" + y + "}],\"layout\":" + Layout + "}");

        // 240 by 150 with a margin of 6: x of 1 is the middle, y of 1 a quarter up.
        Assert.Contains("d=\"M6 144L120 109.5L234 6\"", svg, StringComparison.Ordinal);
        Assert.Contains("stroke=\"#d1495b\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_figure_holds_cannot_become_markup()
    {
        var svg = Draw("""{"data":[{"type":"scatter","name":"<script>","x":["<script>","b"],"y":[1,2],"line":{"color":"\"/><script>alert(1)</script>"}}],"layout":{}}""");
        Assert.DoesNotContain("script", svg, StringComparison.Ordinal);
        _ = XDocument.Parse(svg);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":[],"layout":{}}""")]
    [InlineData("""{"data":[{"type":"heatmap","z":[[1]]}],"layout":{}}""")]
    [InlineData("""{"data":[{"type":"scatter","x":[null],"y":[null]}],"layout":{}}""")]
    public void A_figure_without_points_gives_no_picture(string figure) => Assert.Null(PictureWriter.ToSvg(new ChartFigure(JsonElement.Parse(figure))));

    [Fact]
    public void An_executed_notebook_carries_plotly_once_when_it_stands_alone_and_not_at_all_on_the_site()
    {
        var chart = new DisplayOutput("<div class=\"regcls-chart\"></div>", string.Empty, IsResult: true);
        NotebookCell[] cells = [.. Enumerable.Range(1, 2).Select(i => new NotebookCell($"c{i}", CellKind.Code, "1", [], [chart], i))];
        var notebook = new NotebookDocument("/a/n.ipynb", new JsonObject(), cells);
        Assert.Single(Plotly().Matches(ExecutedNotebook.ToJson(notebook, "PLOTLY-SOURCE")));
        Assert.Empty(Plotly().Matches(ExecutedNotebook.ToJson(notebook, null)));
    }

    [Theory]
    [MemberData(nameof(Walkthrough))]
    public void The_list_of_the_papers_figures_names_cells_that_are_there(string path)
    {
        var notebook = NotebookReader.Read(Path.Combine(CommandResult.RepositoryRoot, path));
        Assert.All(PaperFigures.Of(notebook).Keys, id => Assert.Contains(notebook.CodeCells, cell => cell.Id == id));
    }

    [Fact]
    public void The_list_of_the_papers_figures_names_notebooks_that_are_there()
    {
        var names = File.ReadLines(Path.Combine(CommandResult.RepositoryRoot, "notebooks", PaperFigures.FileName)).Skip(1).Select(line => line.Split(',')[0]).Distinct();
        Assert.All(names, name => Assert.True(File.Exists(Path.Combine(CommandResult.RepositoryRoot, "notebooks", name + ".ipynb")), name));
    }

    [Theory]
    [InlineData("notebook,cell\n", "line 1")]
    [InlineData("notebook,cell,paper\nn,a\n", "line 2")]
    [InlineData("notebook,cell,paper\nn,a,Fig. 1\nn,a,Fig. 2\n", "line 3")]
    public void A_damaged_list_is_named_with_its_line(string text, string line)
    {
        folder.Write(PaperFigures.FileName, text);
        var error = Assert.Throws<UserErrorException>(() => PaperFigures.Of(new NotebookDocument(folder["n.ipynb"], new JsonObject(), [])));
        Assert.Contains(line, error.Message, StringComparison.Ordinal);
    }

    private static string Draw(string figure) => PictureWriter.ToSvg(new ChartFigure(JsonElement.Parse(figure)))!;

    [GeneratedRegex("PLOTLY-SOURCE")]
    private static partial Regex Plotly();
}
