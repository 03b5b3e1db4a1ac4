using System.Text.Json.Nodes;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_notebook_that_does_not_exist_names_the_nearest()
    {
        Repository("01-data.ipynb", "02-the-study.ipynb");
        var error = (await InRepositoryAsync("run", "02-teh-study.ipynb")).OneSentence();
        Assert.Contains("'02-teh-study.ipynb' exists neither", error, StringComparison.Ordinal);
        Assert.Contains("did you mean 02-the-study.ipynb?", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("02")]
    [InlineData("02-the-study")]
    [InlineData("02-the-study.ipynb")]
    [InlineData("notebooks/02-the-study.ipynb")]
    public async Task A_notebook_is_named_by_number_name_or_path(string argument)
    {
        Repository("01-data.ipynb", "02-the-study.ipynb");
        Assert.Equal(0, (await InRepositoryAsync("run", argument)).ExitCode);
        Assert.True(File.Exists(folder["site/02-the-study.html"]));
        Assert.False(File.Exists(folder["site/01-data.html"]));
    }

    [Fact]
    public async Task No_argument_runs_all_notebooks_in_the_quick_profile()
    {
        Repository("01-data.ipynb", "02-the-study.ipynb");
        var result = await InRepositoryAsync();
        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"2 notebooks, profile quick", result.Output, StringComparison.Ordinal);
        Assert.EndsWith(folder["site/index.html"] + "\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("profile quick", await File.ReadAllTextAsync(folder["site/index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_one_notebook_keeps_the_others_in_the_index()
    {
        Repository("01-data.ipynb", "02-the-study.ipynb");
        await InRepositoryAsync("run", "01");
        await InRepositoryAsync("run", "02");
        var index = await File.ReadAllTextAsync(folder["site/index.html"]);
        Assert.True(index.IndexOf("01-data.html", StringComparison.Ordinal) is var first and > 0 && first < index.IndexOf("02-the-study.html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_not_JSON_is_one_sentence()
    {
        var error = (await CommandResult.OfAsync("run", folder.Write("broken.ipynb", "{ not json"))).OneSentence();
        Assert.Contains("broken.ipynb is not JSON (line 1)", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_nbformat_is_one_sentence()
    {
        var error = (await CommandResult.OfAsync("run", folder.Write("old.ipynb", NotebookText.Of([], root => root["nbformat"] = 3)))).OneSentence();
        Assert.Contains("old.ipynb has nbformat 3, expected 4", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_in_another_language_is_one_sentence_and_nothing_runs()
    {
        var text = NotebookText.Of(["System.IO.File.WriteAllText(\"ran\", \"\");", "let x = 1"], root => root["cells"]![2]!["metadata"]!["polyglot_notebook"] = new JsonObject { ["kernelName"] = "fsharp" });
        var error = (await CommandResult.OfAsync("run", folder.Write("mixed.ipynb", text), "--out", folder["site"])).OneSentence();
        Assert.Contains("mixed.ipynb, code cell 2 (id c2): the cell is in \"fsharp\"", error, StringComparison.Ordinal);
        Assert.Equal(["mixed.ipynb"], folder.Files());
    }

    [Fact]
    public async Task A_magic_command_is_one_sentence()
    {
        var error = (await CommandResult.OfAsync("run", folder.Write("magic.ipynb", NotebookText.Of("var a = 1;\n#!time")))).OneSentence();
        Assert.Contains("magic.ipynb, code cell 1 (id c1), line 2: the magic command `#!time`", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_not_built_yet_is_one_sentence_with_the_command()
    {
        var text = NotebookText.Of("#r \"../bundle/RegCls.Interactive.dll\"\nRegCls.Interactive.Notebook.Setup();");
        var error = (await CommandResult.OfAsync("run", folder.Write("a/study.ipynb", text), "--out", folder["site"])).OneSentence();
        Assert.Contains("study.ipynb references", error, StringComparison.Ordinal);
        Assert.Contains("`dotnet build lib/RegCls.Interactive -c Release`", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_that_is_no_assembly_is_one_sentence()
    {
        folder.Write("bundle/RegCls.Interactive.dll", "text");
        var text = NotebookText.Of("#r \"../bundle/RegCls.Interactive.dll\"\nRegCls.Interactive.Notebook.Setup();");
        Assert.Contains("is no .NET assembly", (await CommandResult.OfAsync("run", folder.Write("a/study.ipynb", text), "--out", folder["site"])).OneSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_written_is_one_sentence_before_anything_runs()
    {
        var notebook = folder.Write("study.ipynb", NotebookText.Of("System.IO.File.WriteAllText(\"ran\", \"\");"));
        folder.Write("file", "in the way");
        var error = (await CommandResult.OfAsync("run", notebook, "--out", folder["file/site"])).OneSentence();
        Assert.Contains(folder["file/site"] + " is not writable", error, StringComparison.Ordinal);
        Assert.Contains("--out", error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["ran"]));
    }

    [Theory]
    [InlineData("--profile is 'fast', expected smoke, quick or full", "run", "--profile", "fast")]
    [InlineData("--host is 'colab', expected clrkernel, verso or interactive", "export", "01", "--host", "colab")]
    [InlineData("'rum' is no command of regcls, expected run, list, export", "rum")]
    [InlineData("'--prof'", "run", "--prof")]
    [InlineData("--host", "export", "01")]
    [InlineData("--profile", "run", "--profile")]
    public async Task A_wrong_command_line_is_one_sentence(string expected, params string[] arguments) =>
        Assert.Contains(expected, (await CommandResult.OfAsync(arguments)).OneSentence(), StringComparison.Ordinal);

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("list", "-h")]
    [InlineData("export", "--help")]
    public async Task Every_command_has_help(params string[] arguments)
    {
        var result = await CommandResult.OfAsync(arguments);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Usage:", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task The_list_gives_file_cells_and_title()
    {
        Repository("01-data.ipynb", "02-the-study.ipynb");
        var result = await InRepositoryAsync("list");
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"01-data\.ipynb\s+1\s+A title[\s\S]*02-the-study\.ipynb", result.Output);
    }

    [Fact]
    public async Task Two_notebooks_of_one_name_are_refused()
    {
        string[] paths = [folder.Write("a/x.ipynb", NotebookText.Of("1")), folder.Write("b/x.ipynb", NotebookText.Of("2"))];
        Assert.Contains("same file name", (await CommandResult.OfAsync(["run", .. paths, "--out", folder["site"]])).OneSentence(), StringComparison.Ordinal);
    }

    private Task<CommandResult> InRepositoryAsync(params string[] arguments) => CommandResult.OfAsync(arguments, folder.Path, CancellationToken.None);

    private void Repository(params string[] notebooks)
    {
        folder.Write("RegClsNotebooks.sln", string.Empty);
        Array.ForEach(notebooks, name => folder.Write("notebooks/" + name, NotebookText.Of("1")));
    }
}
