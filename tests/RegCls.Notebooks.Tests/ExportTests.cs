using System.Text.Json.Nodes;
using RegCls.Cli.Lint;
using RegCls.Cli.Notebooks;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("clrkernel")]
    [InlineData("verso")]
    public async Task Hosts_that_do_not_resolve_against_the_notebook_get_an_absolute_path(string host) =>
        Assert.StartsWith($"// Load.\n#r \"{folder["lib/RegCls.Interactive.dll"].Replace('\\', '/')}\"\nRegCls", Source(await ExportAsync(host)), StringComparison.Ordinal);

    [Fact]
    public async Task DotNet_Interactive_gets_a_path_relative_to_the_copy()
    {
        Assert.StartsWith("// Load.\n#r \"../../lib/RegCls.Interactive.dll\"\nRegCls", Source(await ExportAsync("interactive")), StringComparison.Ordinal);
        Assert.Empty(PortableSubset.Check(NotebookReader.Read(folder["copies/interactive/study.ipynb"])));
    }

    [Theory]
    [InlineData("clrkernel")]
    [InlineData("verso")]
    [InlineData("interactive")]
    public async Task A_copy_is_a_valid_notebook_without_outputs_that_names_its_language(string host)
    {
        var root = await ExportAsync(host);
        Assert.Equal(".net-csharp", root["metadata"]!["kernelspec"]!["name"]!.GetValue<string>());
        Assert.Equal("C#", root["metadata"]!["kernelspec"]!["language"]!.GetValue<string>());
        foreach (var cell in root["cells"]!.AsArray().Skip(1))
        {
            Assert.Equal("csharp", cell!["metadata"]!["polyglot_notebook"]!["kernelName"]!.GetValue<string>());
            Assert.Equal("csharp", cell["metadata"]!["dotnet_interactive"]!["language"]!.GetValue<string>());
            Assert.Empty(cell["outputs"]!.AsArray());
            Assert.Null(cell["execution_count"]);
        }

        Assert.Equal("var a = 1;\na", string.Concat(root["cells"]![2]!["source"]!.AsArray().Select(line => line!.GetValue<string>())));
    }

    [Theory]
    [InlineData("clrkernel")]
    [InlineData("verso")]
    [InlineData("interactive")]
    public async Task Cells_in_other_languages_keep_theirs_for_DotNet_Interactive_and_are_CSharp_elsewhere(string host)
    {
        var path = folder.Write("notebooks/study.ipynb", NotebookText.Of(["#!html\n<b class=\"\"\"x\"\"\">y</b>", "#!fsharp\n1 + 1"], root =>
        {
            foreach (var (index, language) in new[] { (1, "html"), (2, "fsharp") })
            {
                root["cells"]![index]!["metadata"] = JsonNode.Parse($"{{\"dotnet_interactive\":{{\"language\":\"{language}\"}},\"polyglot_notebook\":{{\"kernelName\":\"{language}\"}},\"regcls\":{{\"csharp\":[\"2\"]}}}}");
            }
        }));
        var result = await CommandResult.OfAsync("export", "--host", host, path, "--out", folder[$"copies/{host}"]);
        Assert.True(result.ExitCode == 0, result.Error);
        JsonNode[] cells = [.. NotebookFormat.AssertValid(await File.ReadAllTextAsync(folder[$"copies/{host}/study.ipynb"]))["cells"]!.AsArray().Skip(1).OfType<JsonNode>()];
        string[] sources = [.. cells.Select(cell => string.Concat(cell["source"]!.AsArray().Select(line => (string?)line)))];
        Assert.Equal(
            host == "interactive"
                ? ["#!html\n<b class=\"\"\"x\"\"\">y</b>", "#!fsharp\n1 + 1"]
                : ["RegCls.Interactive.Notebook.Push(\"\"\"\"\n<b class=\"\"\"x\"\"\">y</b>\n\"\"\"\");", "2"],
            sources);
        Assert.Equal(host == "interactive" ? ["html", "fsharp"] : ["csharp", "csharp"], cells.Select(cell => (string?)cell["metadata"]!["polyglot_notebook"]!["kernelName"]));
    }

    [Fact]
    public async Task A_student_s_copy_has_questions_and_no_answer_and_a_teacher_s_a_solution_that_runs()
    {
        foreach (var kind in new[] { "student", "teacher" })
        {
            var result = await CommandResult.OfAsync(["export", $"--{kind}", .. SitePages.Notebooks().Where(path => path.StartsWith("notebooks/", StringComparison.Ordinal)), "--out", folder[kind]]);
            Assert.True(result.ExitCode == 0, result.Error);
            foreach (var number in Classroom.Numbers)
            {
                var original = Classroom.Read(number);
                var copy = NotebookReader.Read(Path.Combine(folder[kind], original.FileName));
                Assert.Empty(PortableSubset.Check(copy));
                string Text(NotebookDocument notebook) => string.Join('\n', notebook.Cells.Select(cell => cell.Source));
                int Questions(NotebookDocument notebook) => Text(notebook).Split(Classroom.Predict).Length;
                Assert.Equal(Questions(original), Questions(copy));
                if (kind == "student")
                {
                    Assert.DoesNotContain(Classroom.Answer, Text(copy), StringComparison.Ordinal);
                    Assert.DoesNotContain(Classroom.Solution(original), Text(copy), StringComparison.Ordinal);
                    Assert.DoesNotContain("In one minute", Text(copy), StringComparison.Ordinal);
                    Assert.Equal(original.CodeCells.Select(cell => cell.Id), copy.CodeCells.Select(cell => cell.Id));
                }
                else
                {
                    Assert.Equal(Classroom.Solution(original), copy.CodeCells.Single(cell => cell.Id == "exercise-solved").Source);
                    Assert.Equal(original.Cells.Select(cell => cell.Id), copy.Cells.Select(cell => cell.Id).Where(id => id != "exercise-solved"));
                }
            }
        }
    }

    [Fact]
    public async Task A_copy_is_for_a_student_or_for_a_teacher() =>
        Assert.Contains("two copies", (await CommandResult.OfAsync("export", Notebook(), "--student", "--teacher")).OneSentence(), StringComparison.Ordinal);

    [Fact]
    public async Task A_copy_never_overwrites_its_notebook()
    {
        var path = Notebook();
        var before = await File.ReadAllTextAsync(path);
        Assert.Contains("overwrite", (await CommandResult.OfAsync("export", path, "--host", "verso", "--out", Path.GetDirectoryName(path)!)).OneSentence(), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(path));
    }

    private static string Source(JsonObject root) => string.Concat(root["cells"]![1]!["source"]!.AsArray().Select(line => line!.GetValue<string>()));

    private string Notebook() => folder.Write("notebooks/study.ipynb", NotebookText.Of(
        ["// Load.\n#r \"../lib/RegCls.Interactive.dll\"\nRegCls.Interactive.Notebook.Setup();", "var a = 1;\na"],
        root => root["cells"]![2]!["outputs"] = new JsonArray { JsonNode.Parse("""{"output_type":"stream","name":"stdout","text":["old"]}""") }));

    private async Task<JsonObject> ExportAsync(string host)
    {
        var result = await CommandResult.OfAsync("export", "--host", host, Notebook(), "--out", folder[$"copies/{host}"]);
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(folder[$"copies/{host}/study.ipynb"] + "\n", result.Output);
        return NotebookFormat.AssertValid(await File.ReadAllTextAsync(folder[$"copies/{host}/study.ipynb"]));
    }
}
