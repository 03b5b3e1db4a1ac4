using System.Text.Json.Nodes;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Site;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

/// <summary>What a page shows where a live result failed: the recorded one, said to be so.</summary>
public sealed class RecordedInPlaceTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Notebooks => [.. NotebookFiles().Where(path => RecordedResult.Pairs(NotebookReader.Read(path)) is not null).Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Recorded_cells_named_by_a_notebook_are_there_and_do_not_need_what_they_stand_for(string name)
    {
        var notebook = NotebookReader.Read(NotebookFiles().Single(path => Path.GetFileName(path) == name));
        foreach (var (live, recorded) in RecordedResult.Pairs(notebook)!)
        {
            Assert.Contains(notebook.CodeCells, cell => cell.Id == live);
            Assert.Contains("Notebook.Show(", notebook.CodeCells.Single(cell => cell.Id == recorded!.GetValue<string>()).Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_notebook_with_recorded_results_names_them() => Assert.Equal(8, Notebooks.Count);

    [Fact]
    public async Task A_page_shows_the_recorded_table_and_marks_the_text_where_the_live_run_fails()
    {
        // Notebook 08 as it is, but its training fails.
        var source = NotebookFiles().Single(path => Path.GetFileName(path).StartsWith("08-", StringComparison.Ordinal));
        var notebook = JsonNode.Parse(await File.ReadAllTextAsync(source))!;
        foreach (var cell in notebook["cells"]!.AsArray())
        {
            var text = string.Concat(cell!["source"]!.AsArray().Select(line => line!.GetValue<string>()));
            text = text.Replace("../lib/", Path.GetRelativePath(folder.Path, Path.Combine(CommandResult.RepositoryRoot, "lib")).Replace('\\', '/') + "/", StringComparison.Ordinal);
            text = cell["id"]!.GetValue<string>() == "run" ? "throw new InvalidOperationException(\"the training failed\");" : text;
            cell["source"] = text;
        }

        var copy = folder.Write("08-depth.ipynb", notebook.ToJsonString());
        var result = await CommandResult.OfAsync("run", copy, "--profile", "smoke", "--out", folder["site"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("the training failed", Assert.Single(result.Errors), StringComparison.Ordinal);

        var page = await File.ReadAllTextAsync(folder["site/08-depth.html"]);
        var failed = page.IndexOf("the training failed", StringComparison.Ordinal);
        var recorded = page.IndexOf("Recorded, not of this run", StringComparison.Ordinal);
        var table = page.IndexOf("<table", recorded, StringComparison.Ordinal);
        var marked = page.IndexOf("This text speaks of a result that is missing above.", StringComparison.Ordinal);
        Assert.True(failed > 0 && recorded > failed && table > recorded && marked > table, $"{failed}, {recorded}, {table}, {marked}");
    }

    private static IEnumerable<string> NotebookFiles() => Directory.EnumerateFiles(Path.Combine(CommandResult.RepositoryRoot, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal);
}
