using System.Text.Json.Nodes;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed class ParameterSettingTests : IDisposable
{
    // Stands in for the library, which these notebooks do not load.
    private const string Library = """
        static class Parameters
        {
            public static string Integer(string name, int standard, int least, int most, int smoke = 0) => Environment.GetEnvironmentVariable("REGCLS_SET_" + name.ToUpperInvariant()) ?? "unset";
            public static string Number(string name, double standard, double least, double most) => "";
        }
        """;

    private const string Declared = """
        var classes = Parameters.Integer("C", standard: 16, least: 2, most: 1024);
        var epochs = Parameters.Integer("epochs", 80, 1, 400, smoke: 1);
        var noise = Parameters.Number("noise", standard: 0.1, least: -0.5, most: 1e1);
        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("D=3", "--set names 'D', which no notebook of this run has; known: C (a whole number from 2 to 1024, standard 16), epochs (a whole number from 1 to 400, standard 80), noise (a number from -0.5 to 10, standard 0.1).")]
    [InlineData("C", "--set is 'C', expected name=value, as in C=16; known: C (")]
    [InlineData("=3", "--set is '=3', expected name=value")]
    [InlineData("C=", "--set is 'C=', expected name=value")]
    [InlineData("C=many", "study.ipynb: C is 'many', expected a whole number from 2 to 1024 (--set); known: C (")]
    [InlineData("C=16.5", "C is '16.5', expected a whole number from 2 to 1024")]
    [InlineData("C=1", "C is '1', expected a whole number from 2 to 1024")]
    [InlineData("C=1025", "C is '1025', expected")]
    [InlineData("C=99999999999999999999", "expected a whole number from 2 to 1024")]
    [InlineData("noise=NaN", "noise is 'NaN', expected a number from -0.5 to 10")]
    [InlineData("noise=1e2", "noise is '1e2', expected")]
    public async Task A_setting_that_is_refused_is_one_sentence_and_nothing_runs(string setting, string expected)
    {
        var error = (await CommandResult.OfAsync("run", Notebook(Declared), "--out", folder["site"], "--set", setting)).OneSentence();
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Equal(["study.ipynb"], folder.Files());
    }

    [Fact]
    public async Task Notebooks_without_parameters_say_so() =>
        Assert.Contains("no notebook of this run has parameters", (await CommandResult.OfAsync("run", folder.Write("plain.ipynb", NotebookText.Of("1")), "--out", folder["site"], "--set", "C=3")).OneSentence(), StringComparison.Ordinal);

    [Fact]
    public async Task A_value_in_the_environment_is_checked_as_well()
    {
        Environment.SetEnvironmentVariable("REGCLS_SET_C", "0");
        try
        {
            var error = (await CommandResult.OfAsync("run", Notebook(Declared), "--out", folder["site"])).OneSentence();
            Assert.Contains("C is '0', expected a whole number from 2 to 1024 (the environment variable REGCLS_SET_C)", error, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("REGCLS_SET_C", null);
        }
    }

    [Theory]
    [InlineData("var n = 3;\nvar classes = Parameters.Integer(\"C\", n, 2, 9);", "line 2")]
    [InlineData("var classes = Parameters.Integer(\"C\" + 1, 3, 2, 9);", "line 1")]
    public async Task A_declaration_that_cannot_be_known_before_the_run_is_one_sentence(string code, string line)
    {
        var error = (await CommandResult.OfAsync("run", Notebook(code), "--out", folder["site"])).OneSentence();
        Assert.Contains($"study.ipynb, cell parameters, {line}:", error, StringComparison.Ordinal);
        Assert.Contains("is not made of literals", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_reach_the_notebook_the_page_says_so_and_the_environment_is_as_before()
    {
        var result = await CommandResult.OfAsync("run", Notebook(Declared), "--out", folder["site"], "--profile", "smoke", "--set", "c=32", "--set", "epochs=1");
        Assert.True(result.ExitCode == 0, result.Error);
        var page = await File.ReadAllTextAsync(folder["site/study.html"]);
        Assert.Contains(">32 and 1</pre>", page, StringComparison.Ordinal);
        Assert.Contains("Run with C = 32 instead of 16.", page, StringComparison.Ordinal);
        Assert.Null(Environment.GetEnvironmentVariable("REGCLS_SET_C"));
    }

    [Fact]
    public async Task A_standard_run_says_nothing()
    {
        var result = await CommandResult.OfAsync("run", Notebook(Declared), "--out", folder["site"], "--set", "C=16");
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.DoesNotContain("Run with", await File.ReadAllTextAsync(folder["site/study.html"]), StringComparison.Ordinal);
    }

    private string Notebook(string declared) => folder.Write("study.ipynb", NotebookText.Of([Library, declared, "$\"{classes} and {epochs}\""], root =>
    {
        var cell = (JsonObject)root["cells"]![2]!;
        cell["id"] = "parameters";
    }));
}
