using System.Text.Json.Nodes;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed class RunnerTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task State_usings_and_types_reach_later_cells()
    {
        var outputs = await RunAsync("using System.IO;\nvar x = 20;\nint Twice(int v) => 2 * v;\nrecord P(int A);", "new P(Twice(x) + 2).A + Path.GetFileName(\"/a/b\").Length", "await Task.FromResult(x + 1)");
        Assert.Equal(["43", "21"], outputs[1..].Select(output => Text(output[0])));
        Assert.Empty(outputs[0]);
    }

    [Theory]
    [InlineData("File.Exists(\"x\")", "File")]
    [InlineData("new System.IO.StringReader(\"\") is StringReader", "StringReader")]
    [InlineData("JsonNode.Parse(\"1\")", "JsonNode")]
    public async Task Only_the_usings_every_host_has_are_there(string code, string missing)
    {
        var result = await RunCommandAsync(code);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("does not compile", result.Error, StringComparison.Ordinal);
        Assert.Contains($"'{missing}'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_usings_every_host_has_are_there()
    {
        var outputs = await RunAsync("var b = new StringBuilder();\nIEnumerable<int> l = new List<int> { 3, 4 }.Where(v => v > 3);\nawait Task.Yield();\nMath.Max(l.First(), 1)");
        Assert.Equal("4", Text(outputs[0][0]));
    }

    [Fact]
    public async Task Console_text_and_displays_keep_their_order()
    {
        var outputs = await RunAsync("""
            var show = (Action<string, string>)AppDomain.CurrentDomain.GetData("RegCls.Host.Display");
            Console.Write("a"); Console.Write('b'); Console.WriteLine(1.5);
            show("text/html", "<i>1</i>");
            Console.WriteLine("c");
            show("text/plain", "2");
            "end"
            """);
        Assert.Equal(["stream", "display_data", "stream", "display_data", "execute_result"], outputs[0].Select(output => output["output_type"]!.GetValue<string>()));
        Assert.Equal("ab1.5\n", Lines(outputs[0][0]["text"]));
        Assert.Equal("<i>1</i>", Lines(outputs[0][1]["data"]!["text/html"]));
        Assert.Equal(["2", "end"], [Text(outputs[0][3]), Text(outputs[0][4])]);
    }

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("1234567.5m", "1234567.5")]
    [InlineData("new[] { 1, 2 }", "int[2] { 1, 2 }")]
    [InlineData("true", "true")]
    public async Task A_value_without_ToHtml_is_text(string code, string expected) => Assert.Equal(expected, Text(Assert.Single((await RunAsync(code))[0])), ignoreCase: true);

    [Fact]
    public async Task A_value_with_ToHtml_is_HTML_with_a_text_form()
    {
        var output = Assert.Single((await RunAsync("class V { public string ToHtml() => \"<b>v</b>\"; }\nnew V()"))[0]);
        Assert.Equal("<b>v</b>", Lines(output["data"]!["text/html"]));
        Assert.NotEmpty(Text(output));
    }

    [Fact]
    public async Task A_cell_runs_in_its_notebooks_folder_in_the_profile_asked_for()
    {
        folder.Write("data.txt", "here");
        var before = (Directory.GetCurrentDirectory(), Console.Out, Environment.GetEnvironmentVariable("REGCLS_PROFILE"));
        var outputs = await RunAsync("System.IO.File.ReadAllText(\"data.txt\") + Environment.GetEnvironmentVariable(\"REGCLS_PROFILE\")");
        Assert.Equal("heresmoke", Text(outputs[0][0]));
        Assert.Equal(before, (Directory.GetCurrentDirectory(), Console.Out, Environment.GetEnvironmentVariable("REGCLS_PROFILE")));
        Assert.Null(AppDomain.CurrentDomain.GetData("RegCls.Host.Display"));
    }

    [Fact]
    public async Task Progress_reaches_the_log_at_each_tenth_at_most()
    {
        var result = await RunCommandAsync("var report = (Action<string, double>)AppDomain.CurrentDomain.GetData(\"RegCls.Host.Progress\");\nfor (var i = 0; i <= 1000; i++) { report(\"training\", i / 1000.0); }");
        Assert.Equal(11, result.Output.Split('\n').Count(line => line.Contains("training: ", StringComparison.Ordinal)));
        Assert.Contains("training: 100 %", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_cell_is_named_with_file_cell_id_and_line_and_stops_only_what_uses_it()
    {
        var bad = folder.Write("bad.ipynb", NotebookText.Of("var a = 1;", "var b = 0;\n\nConsole.WriteLine(\"before\");\nvar c = a / b;", "Console.WriteLine(\"without it\");", "Console.WriteLine(c);"));
        var good = folder.Write("good.ipynb", NotebookText.Of("1"));
        var result = await CommandResult.OfAsync("run", bad, good, "--out", folder["site"]);
        Assert.Equal(1, result.ExitCode);
        var error = Assert.Single(result.Errors);
        Assert.Equal("error: bad.ipynb, code cell 2 (id c2), line 4: DivideByZeroException: Attempted to divide by zero.", error);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);

        var executed = Outputs(folder["site/bad.ipynb"]);
        Assert.Equal(["stream", "error"], executed[1].Select(output => output["output_type"]!.GetValue<string>()));
        Assert.Equal("without it\n", Lines(executed[2][0]["text"]!));
        Assert.Equal("NotRun", Assert.Single(executed[3])["ename"]!.GetValue<string>());
        Assert.Equal("1", Text(Outputs(folder["site/good.ipynb"])[0][0]));
        var page = await File.ReadAllTextAsync(folder["site/bad.html"]);
        Assert.Contains("<details><summary>trace</summary>", page, StringComparison.Ordinal);
        Assert.Contains("not run, because it uses what code cell 2 (c2), which failed, would have made", page, StringComparison.Ordinal);
        Assert.Contains("failed", await File.ReadAllTextAsync(folder["site/index.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var a = 1;\nvar b = unknown;", "line 2: the code does not compile (CS0103)")]
    [InlineData("\n\nthrow new InvalidOperationException(\"two\\nlines\");", "line 3: InvalidOperationException: two lines")]
    [InlineData("class T { static T() { throw new FormatException(\"inner\"); } public static int X; }\nT.X = 1;", "FormatException: inner")]
    [InlineData("throw new AggregateException(new FormatException(\"inner\"), new FormatException(\"inner\"));", "FormatException: inner")]
    [InlineData("class V { public string ToHtml() => throw new FormatException(\"shown\"); }\nnew V()", "FormatException: shown")]
    public async Task Every_failure_is_one_line_with_its_place(string code, string expected)
    {
        var result = await RunCommandAsync(code);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains(expected, Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_raw_frame_as_value_is_refused()
    {
        // The portable subset is about the type's name; the bundle's own types are met in the executed site.
        var reference = Path.Combine(CommandResult.RepositoryRoot, "lib", "RegCls.Interactive", "bundle", "RegCls.Interactive.dll");
        var relative = Path.GetRelativePath(folder.Path, reference).Replace('\\', '/');
        var result = await RunCommandAsync($"#r \"{relative}\"\nRegCls.Interactive.Notebook.Setup();", "new Deedle.FrameBuilder.Columns<int, string>().Frame");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("code cell 2 (id c2): the cell ends with a raw Deedle.Frame", Assert.Single(result.Errors), StringComparison.Ordinal);
        Assert.Contains("Notebook.Show", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bundle_is_loaded_once_for_many_notebooks()
    {
        var reference = Path.Combine(CommandResult.RepositoryRoot, "lib", "RegCls.Interactive", "bundle", "RegCls.Interactive.dll");
        var relative = Path.GetRelativePath(folder.Path, reference).Replace('\\', '/');
        var cells = new[] { $"#r \"{relative}\"\nRegCls.Interactive.Notebook.Setup();", "AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == \"RegCls.Interactive\") + \" \" + typeof(RegCls.Interactive.Notebook).GetHashCode()" };
        var paths = new[] { "a", "b" }.Select(name => folder.Write(name + ".ipynb", NotebookText.Of(cells))).ToArray();
        var result = await CommandResult.OfAsync(["run", .. paths, "--out", folder["site"]]);
        Assert.True(result.ExitCode == 0, result.Error);
        var texts = new[] { "a", "b" }.Select(name => Text(Outputs(folder[$"site/{name}.ipynb"])[1][0])).ToArray();
        Assert.StartsWith("1 ", texts[0], StringComparison.Ordinal);
        Assert.Equal(texts[0], texts[1]);
    }

    private static string Text(JsonObject output) => Lines(output["data"]!["text/plain"]);

    private static string Lines(JsonNode? lines) => string.Concat(Assert.IsType<JsonArray>(lines).Select(line => line!.GetValue<string>()));

    private static JsonObject[][] Outputs(string path) =>
        [.. NotebookFormat.AssertValid(File.ReadAllText(path))["cells"]!.AsArray().Where(cell => cell!["outputs"] is not null).Select(cell => cell!["outputs"]!.AsArray().Cast<JsonObject>().ToArray())];

    private async Task<JsonObject[][]> RunAsync(params string[] cells)
    {
        var result = await RunCommandAsync(cells);
        Assert.True(result.ExitCode == 0, result.Error);
        return Outputs(folder["site/study.ipynb"]);
    }

    private Task<CommandResult> RunCommandAsync(params string[] cells) =>
        CommandResult.OfAsync("run", folder.Write("study.ipynb", NotebookText.Of(cells)), "--profile", "smoke", "--out", folder["site"]);
}
