using System.Text.Json.Nodes;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public class NotebookFileTests
{
    [Theory]
    [InlineData("")]
    [InlineData("one line")]
    [InlineData("two\nlines\n")]
    [InlineData("\n\nblank lines\n\n")]
    [InlineData("quotes \" \\ <b> & 'é' ∑ 🙂 \t tab")]
    public void Text_survives_writing_and_reading(string source)
    {
        var document = NotebookReader.Parse(NotebookText.Of(source), "/x/a.ipynb");
        var again = NotebookReader.Parse(NotebookWriter.ToJson(document), "/x/a.ipynb");
        Assert.Equal(source, again.Cells[1].Source);
        Assert.Equal(document.Cells.Select(cell => (cell.Id, cell.Kind, cell.Source)), again.Cells.Select(cell => (cell.Id, cell.Kind, cell.Source)));
        Assert.True(JsonNode.DeepEquals(document.Metadata, again.Metadata));
        Assert.All(document.Cells.Zip(again.Cells), pair => Assert.True(JsonNode.DeepEquals(pair.First.Metadata, pair.Second.Metadata)));
    }

    [Fact]
    public void Every_kind_of_output_is_written_as_the_format_asks()
    {
        var document = NotebookReader.Parse(NotebookText.Of("1"), "/x/a.ipynb");
        CellOutput[] outputs =
        [
            new StreamOutput(false, "a\nb"), new StreamOutput(true, "c"), new DisplayOutput("<p>x</p>", "x", false),
            new DisplayOutput(null, "1", true), new ErrorOutput("E", "m", ["l1", "l2"]),
        ];
        var executed = document with { Cells = [.. document.Cells.Select(cell => cell.Kind == CellKind.Code ? cell with { Outputs = outputs, ExecutionCount = 3 } : cell)] };
        var root = NotebookFormat.AssertValid(NotebookWriter.ToJson(executed));
        var written = root["cells"]![1]!["outputs"]!.AsArray();
        Assert.Equal(["stream", "stream", "display_data", "execute_result", "error"], written.Select(output => output!["output_type"]!.GetValue<string>()));
        Assert.Equal(["a\n", "b"], written[0]!["text"]!.AsArray().Select(line => line!.GetValue<string>()));
        Assert.Equal(3, written[3]!["execution_count"]!.GetValue<int>());
    }

    [Fact]
    public void A_file_from_before_cell_ids_gets_ids()
    {
        var text = NotebookText.Of(["1", "2"], root =>
        {
            root["nbformat_minor"] = 2;
            foreach (var cell in root["cells"]!.AsArray().Cast<JsonObject>())
            {
                cell.Remove("id");
            }
        });
        NotebookFormat.AssertValid(NotebookWriter.ToJson(NotebookReader.Parse(text, "/x/a.ipynb")));
    }

    [Theory]
    [InlineData("{ \"cells\": [ ", "not JSON (line 1)")]
    [InlineData("[]", "its top level is no object")]
    [InlineData("{\"cells\":[]}", "\"nbformat\" is missing")]
    [InlineData("{\"nbformat\":3,\"worksheets\":[]}", "nbformat 3, expected 4")]
    [InlineData("{\"nbformat\":4}", "\"cells\" is missing")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"sql\",\"source\":\"\"}]}", "cell_type \"sql\"")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":[1]}]}", "a field has the wrong type")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":\"\",\"id\":\"a b\"}]}", "the id \"a b\"")]
    public void What_is_no_notebook_is_refused_in_one_sentence_with_the_file(string text, string expected)
    {
        var error = Assert.Throws<UserErrorException>(() => NotebookReader.Parse(text, "/x/study.ipynb"));
        Assert.Contains("study.ipynb", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("# T\n\nThe error of Fig. 3 falls. Then more.", "The error of Fig. 3 falls.")]
    [InlineData("# T\n\nIt uses `C` and $x_1$, e.g. this one! And more.", "It uses C and $x_1$, e.g. this one!")]
    [InlineData("# T\n\n*Only lengths are real here. See below.*\n\nHow far has a video come? One frame goes in.", "How far has a video come?")]
    [InlineData("# T\n\n*Both* matter. Then more.", "Both matter.")]
    [InlineData("# T", "")]
    public void The_summary_is_the_title_and_the_first_sentence(string markdown, string sentence)
    {
        var document = NotebookReader.Parse(NotebookText.Of([], root => root["cells"]![0]!["source"] = markdown), "/x/a.ipynb");
        Assert.Equal(new NotebookSummary("T", sentence), NotebookSummary.Of(document));
    }
}
