using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

/// <summary>Our reader and writer of notebooks beside the library of the kernel family, Microsoft.DotNet.Interactive.Documents.</summary>
public sealed class DocumentsTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Both_read_the_same_cells_of_every_notebook_and_of_what_our_writer_makes_of_it()
    {
        NotebookDocument[] notebooks = [.. RealKernelRuns.Walkthrough.Select(path => NotebookReader.Read(Path.Combine(CommandResult.RepositoryRoot, path)))];
        var written = notebooks.Select(notebook => folder.Write(notebook.FileName, NotebookWriter.ToJson(notebook)));
        var readings = await RealKernel.ReadAsync([.. notebooks.Select(notebook => notebook.Path), .. written]);

        Assert.Equal(2 * notebooks.Length, readings.Length);
        Assert.All(notebooks.Concat(notebooks).Zip(readings), pair =>
        {
            Assert.Null(pair.Second.Problem);
            Assert.Equal(pair.First.Cells.Select(cell => cell.Kind == CellKind.Markdown ? "markdown" : KernelOf(cell)), pair.Second.Cells.Select(cell => cell[0]));
            Assert.Equal(pair.First.Cells.Select(cell => cell.Source), pair.Second.Cells.Select(cell => cell[1].ReplaceLineEndings("\n")));
        });
    }

    [Theory]
    [InlineData("""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","id":"a","metadata":{"somebody's":{"else":[1,null]}},"outputs":[],"execution_count":null,"source":["var x = 1;\n","x"]}]}""", true)]
    [InlineData("""{"nbformat":4,"nbformat_minor":5,"metadata":{"unknown":{"deep":{"er":true}}},"cells":[{"cell_type":"markdown","id":"a","metadata":{},"source":"# one string"}]}""", true)]
    [InlineData("""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"code","id":"a","metadata":{},"source":17}]}""", false)]
    [InlineData("""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":{"cell_type":"code"}}""", false)]
    [InlineData("""["a list"]""", false)]
    [InlineData("no JSON", false)]
    public async Task Unknown_metadata_is_kept_and_a_hostile_file_is_refused_in_one_sentence_whatever_the_other_library_does(string text, bool isNotebook)
    {
        var path = folder.Write("a.ipynb", text);
        var other = Assert.Single(await RealKernel.ReadAsync(path));
        if (!isNotebook)
        {
            var refusal = Assert.Throws<UserErrorException>(() => NotebookReader.Read(path));
            Assert.StartsWith("a.ipynb is not ", refusal.Message, StringComparison.Ordinal);

            // Where it reads something all the same, it is nothing that the file says.
            Assert.True(other.Problem is not null || other.Cells.All(cell => cell[1].Length == 0));
            return;
        }

        var ours = NotebookReader.Read(path);
        Assert.Equal(ours.Cells.Select(cell => cell.Source), other.Cells.Select(cell => cell[1].ReplaceLineEndings("\n")));
        var again = NotebookReader.Parse(NotebookWriter.ToJson(ours), path);
        Assert.Equal(ours.Metadata.ToJsonString(), again.Metadata.ToJsonString());
        Assert.Equal(ours.Cells.Select(cell => cell.Metadata.ToJsonString()), again.Cells.Select(cell => cell.Metadata.ToJsonString()));
    }

    private static string KernelOf(NotebookCell cell) => (string?)cell.Metadata["polyglot_notebook"]?["kernelName"] ?? "csharp";
}
