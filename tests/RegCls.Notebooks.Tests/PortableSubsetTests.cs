using System.Text.Json.Nodes;
using RegCls.Cli.Lint;
using RegCls.Cli.Notebooks;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public class PortableSubsetTests
{
    private const string SetUp = "#r \"../lib/x/RegCls.Interactive.dll\"\nRegCls.Interactive.Notebook.Setup();";

    public static TheoryData<string> Notebooks => [.. SitePages.Notebooks()];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_notebook_keeps_to_the_subset(string path) =>
        Assert.Empty(PortableSubset.Check(NotebookReader.Read(Path.Combine(CommandResult.RepositoryRoot, path))));

    [Theory]
    [InlineData("#!time\n1", 1, "#!time")]
    [InlineData("var a = 1;\n#!import x.cs", 2, "#!import")]
    [InlineData("#i \"nuget:https://x\"", 1, "#i")]
    [InlineData("\n%%time\n1", 2, "%%time")]
    [InlineData("!pip install x", 1, "!pip")]
    [InlineData("#load \"x.csx\"", 1, "#load")]
    [InlineData("var a = 1;\n#r \"x.dll\"", 0, "`#r`")]
    [InlineData("HTML(\"<b>\")", 1, "HTML")]
    [InlineData("\nforeach (var i in new[] { 1 }) { display(i); }", 2, "display")]
    [InlineData("1.DisplayAs(\"text/html\");", 1, "DisplayAs")]
    [InlineData("using Microsoft.DotNet.Interactive;", 1, "Microsoft.DotNet.Interactive")]
    [InlineData("var a = 1;\nConsole.Error.WriteLine(a);", 2, "Console.Error")]
    [InlineData("static class E\n{\n    public static int Twice(this int x) => 2 * x;\n}", 3, "extension method")]
    [InlineData("static class E { extension(int x) { public int Twice => 2 * x; } }", 1, "extension method")]
    [InlineData("namespace N { class A { } }", 1, "namespace N")]
    [InlineData("using var s = new System.IO.MemoryStream();", 1, "using var")]
    [InlineData("var a = 1;\nusing System.IO.MemoryStream s = new();", 2, "using var")]
    [InlineData("\nawait using var s = F();", 2, "using var")]
    [InlineData("var a = 1;\nSpan<int> s = new int[3];", 2, "Span")]
    [InlineData("var s = \"abc\".AsSpan();", 1, "Span")]
    [InlineData("var s = 1;\ns;", 2, "`s;`")]
    [InlineData("var s = \"a\";\ns.Length;", 2, "`s.Length;`")]
    public void A_forbidden_thing_is_named_with_file_cell_and_line(string code, int line, string what)
    {
        var issues = Check("var before = 0;", code);
        Assert.NotEmpty(issues);
        Assert.All(issues, issue => Assert.Equal(("study.ipynb", 2, "c2"), (issue.File, issue.Cell, issue.CellId)));
        var found = issues.First(issue => issue.What.Contains(what, StringComparison.Ordinal));
        Assert.True(line == 0 || found.Line == line, $"line {found.Line}, expected {line}");
        Assert.NotEmpty(found.Remedy);
        Assert.StartsWith("study.ipynb, code cell 2 (id c2)", found.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', found.ToString());
    }

    [Theory]
    [InlineData("// display(1), HTML(x), #!time\nvar text = \"#!time Console.Error\";")]
    [InlineData("using (var s = new System.IO.MemoryStream()) { s.Flush(); }")]
    [InlineData("{ using var s = new System.IO.MemoryStream(); }")]
    [InlineData("int F(int[] a) { Span<int> s = a; return s.Length; }")]
    [InlineData("var i = 0;\ni++;\ni += 1;\nConsole.WriteLine(i);\nnew object();\nawait Task.Delay(0);\ni")]
    [InlineData("var raw = \"\"\"\n#!time\n%%time\n\"\"\";")]
    [InlineData("#region a\n#pragma warning disable\nrecord P(int X);\n#endregion")]
    [InlineData("using System.IO;\nusing Frame = System.Collections.Generic.List<int>;")]
    [InlineData("")]
    public void Plain_cells_pass(string code) => Assert.Empty(Check("var before = 0;", code));

    [Theory]
    [InlineData("#r \"nuget: Deedle\"\nRegCls.Interactive.Notebook.Setup();", "nuget")]
    [InlineData("#r \"/opt/x/RegCls.Interactive.dll\"\nRegCls.Interactive.Notebook.Setup();", "one machine only")]
    [InlineData("#r \"..\\\\lib\\\\x.dll\"\nRegCls.Interactive.Notebook.Setup();", "one machine only")]
    [InlineData("#r \"System.Net.Http\"\nRegCls.Interactive.Notebook.Setup();", "no .dll file")]
    [InlineData("#r \"a.dll\"\n#r \"b.dll\"\nRegCls.Interactive.Notebook.Setup();", "second `#r`")]
    [InlineData("#r \"a.dll\"", "set-up call")]
    [InlineData("#r \"a.dll\"\nusing Plotly.NET;\nRegCls.Interactive.Notebook.Setup();", "set-up call")]
    [InlineData("#r \"a.dll\"\nRegCls.Interactive.Notebook.Setup();\nvar chart = 1;", "set-up call")]
    public void The_first_cell_holds_the_one_reference_and_the_set_up_call(string code, string what) =>
        Assert.Contains(Check(code), issue => issue.Cell == 1 && issue.What.Contains(what, StringComparison.Ordinal));

    [Fact]
    public void A_reference_with_the_set_up_call_passes() => Assert.Empty(Check("// Load the library.\n" + SetUp, "using RegCls.Interactive;"));

    [Theory]
    [InlineData("dotnet_interactive", "language", "fsharp")]
    [InlineData("polyglot_notebook", "kernelName", "pwsh")]
    [InlineData("vscode", "languageId", "python")]
    public void A_cell_in_another_language_is_named_once(string section, string key, string language)
    {
        var text = NotebookText.Of(["let x = 1 in x;"], root => root["cells"]![1]!["metadata"]![section] = new JsonObject { [key] = language });
        var issue = Assert.Single(PortableSubset.Check(NotebookReader.Parse(text, "/x/study.ipynb")));
        Assert.Contains($"\"{language}\"", issue.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html", "#!html\n<b>x</b>", null, null)]
    [InlineData("fsharp", "#!fsharp\n#load \"../lib/RegCls.Interactive/bundle/setup.fsx\"\nlet x = 1\nx", "var x = 1;\nx", null)]
    [InlineData("fsharp", "#!fsharp\nlet x = 1\nx", null, "no C# twin")]
    [InlineData("fsharp", "#!fsharp\n#r \"nuget: Deedle\"\n1", "1", "#r \"nuget: Deedle\"")]
    [InlineData("fsharp", "#!fsharp\n#load \"mine.fsx\"\n1", "1", "mine.fsx")]
    [InlineData("fsharp", "#!fsharp\n1", "display(1);", "display")]
    [InlineData("html", "#!html\n<img src=\"https://x/y.png\">", null, "the network")]
    [InlineData("html", "#!html\n<b>x</b>\n#!fsharp\n1", null, "#!fsharp")]
    [InlineData("csharp", "#!html\n<b>x</b>", null, "by its first line in \"html\"")]
    [InlineData("csharp", "#!mermaid\ngraph TD", null, "known to one host only")]
    public void A_cell_may_be_HTML_or_FSharp_where_every_host_can_show_it(string language, string code, string? twin, string? what)
    {
        var text = NotebookText.Of([code], root =>
        {
            var metadata = root["cells"]![1]!["metadata"]!.AsObject();
            metadata["dotnet_interactive"] = new JsonObject { ["language"] = language };
            metadata["polyglot_notebook"] = new JsonObject { ["kernelName"] = language };
            if (twin is not null)
            {
                metadata["regcls"] = new JsonObject { ["csharp"] = new JsonArray(twin) };
            }
        });
        var issues = PortableSubset.Check(NotebookReader.Parse(text, "/x/study.ipynb"));
        if (what is null)
        {
            Assert.Empty(issues);
        }
        else
        {
            Assert.Contains(what, Assert.Single(issues).What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Missing_metadata_of_a_cell_is_an_issue()
    {
        var text = NotebookText.Of(["1"], root => root["cells"]![1]!["metadata"] = new JsonObject());
        Assert.Contains("polyglot_notebook", Assert.Single(PortableSubset.Check(NotebookReader.Parse(text, "/x/study.ipynb"))).What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "python3")]
    [InlineData("language", "csharp")]
    public void The_kernel_is_that_of_CSharp(string field, string value)
    {
        var text = NotebookText.Of(["1"], root => root["metadata"]!["kernelspec"]![field] = value);
        var issue = Assert.Single(PortableSubset.Check(NotebookReader.Parse(text, "/x/study.ipynb")));
        Assert.Contains(value, issue.ToString(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<LintIssue> Check(params string[] cells) => PortableSubset.Check(NotebookReader.Parse(NotebookText.Of(cells), "/x/study.ipynb"));
}
