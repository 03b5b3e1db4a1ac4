using System.Text.Json.Nodes;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Doctor;
using RegCls.Cli.Notebooks;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed class DoctorTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly Dictionary<string, string> variables = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task On_the_machine_of_the_tests_the_notebooks_can_run()
    {
        var result = await CommandResult.OfAsync("doctor");
        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("ok        libtorch: loads", result.Output, StringComparison.Ordinal);
        Assert.Contains("ok        FSharp.Core fix", result.Output, StringComparison.Ordinal);
        Assert.Contains("data set utkface", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void On_an_empty_machine_it_says_what_is_missing_and_what_to_do()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = DoctorCommand.Run(new Terminal(output, output, IsInteractive: false), new RepositoryLayout(folder.Path), Machine());
        Assert.Equal(1, code);
        string[] lines = output.ToString().TrimEnd().Split('\n');
        Assert.Equal([".NET SDK", "bundle"], lines.Where(line => line.StartsWith("missing", StringComparison.Ordinal)).Select(line => line[10..].Split(':')[0]));
        Assert.All(lines.Where(line => !line.StartsWith("ok", StringComparison.Ordinal)).SkipLast(1), line => Assert.Contains(" -> ", line, StringComparison.Ordinal));
        Assert.Equal("The notebooks cannot run yet: 2 missing.", lines[^1]);
    }

    [Theory]
    [InlineData("10.0.100", nameof(FindingState.Ok))]
    [InlineData("10.0.401", nameof(FindingState.Ok))]
    [InlineData("9.0.300", nameof(FindingState.Missing))]
    [InlineData("11.0.100", nameof(FindingState.Missing))]
    public void The_SDK_has_to_be_of_version_10(string version, string expected)
    {
        folder.Write("bin/dotnet", string.Empty);
        folder.Write($"bin/sdk/{version}/dotnet.dll", string.Empty);
        variables["PATH"] = folder["bin"];
        var finding = Examine().Sdk();
        Assert.Equal(expected, finding.State.ToString());
        Assert.Contains(version, finding.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", ".local/share/jupyter")]
    [InlineData("JUPYTER_DATA_DIR", "elsewhere")]
    [InlineData("JUPYTER_PATH", "elsewhere")]
    public void The_kernel_is_looked_for_where_Jupyter_does(string variable, string place)
    {
        if (variable.Length > 0)
        {
            variables[variable] = folder[place];
        }

        Assert.Equal(FindingState.Optional, Examine().Kernel().State);
        var file = folder.Write(place + "/kernels/.net-csharp/kernel.json", """{"interrupt_mode":"message"}""");
        Assert.Equal(new Finding("Jupyter kernel .net-csharp", FindingState.Ok, file), Examine().Kernel());
    }

    [Theory]
    [InlineData("""{"argv":["dotnet","interactive"],"language":"C#","metadata":{"a":{"b":1}}}""")]
    [InlineData("""{"argv":[],"interrupt_mode":"signal"}""")]
    public void A_kernel_that_dies_at_the_stop_button_is_named_and_mended_once(string spec)
    {
        var file = folder.Write(".local/share/jupyter/kernels/.net-csharp/kernel.json", spec);
        var finding = Examine().Kernel();
        Assert.Equal(FindingState.Optional, finding.State);
        Assert.Contains("regcls doctor --fix", finding.Cure, StringComparison.Ordinal);

        Assert.StartsWith("fixed: ", Fix()[0], StringComparison.Ordinal);
        var expected = JsonNode.Parse(spec)!.AsObject();
        expected["interrupt_mode"] = "message";
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(File.ReadAllText(file))));
        Assert.Equal(FindingState.Ok, Examine().Kernel().State);
        var written = File.ReadAllBytes(file);
        Assert.StartsWith("nothing to fix: ", Fix()[0], StringComparison.Ordinal);
        Assert.Equal(written, File.ReadAllBytes(file));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    public void A_file_that_is_no_kernel_spec_is_named_and_left_alone(string text)
    {
        var file = folder.Write(".local/share/jupyter/kernels/.net-csharp/kernel.json", text);
        Assert.Contains("is no kernel spec", Examine().Kernel().Text, StringComparison.Ordinal);
        Assert.StartsWith("nothing to fix: ", Fix()[0], StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(file));
    }

    [Fact]
    public void Without_a_kernel_there_is_nothing_to_fix() => Assert.StartsWith("nothing to fix: ", Fix()[0], StringComparison.Ordinal);

    [Fact]
    public void Chromium_is_looked_for_on_the_path()
    {
        Assert.Equal(FindingState.Optional, Examine().Chromium().State);
        var file = folder.Write("tools/google-chrome", string.Empty);
        variables["PATH"] = folder["none"] + Path.PathSeparator + folder["tools"];
        Assert.Equal(new Finding("Chromium", FindingState.Ok, file), Examine().Chromium());
    }

    [Theory]
    [InlineData(10_000_000, nameof(FindingState.Missing))]
    [InlineData(1_000_000_000, nameof(FindingState.Optional))]
    [InlineData(9_000_000_000, nameof(FindingState.Ok))]
    public void A_full_disk_is_named(long free, string expected) => Assert.Equal(expected, new Examination(new RepositoryLayout(folder.Path), Machine(free)).Disk().State.ToString());

    [Fact]
    public void A_library_that_asks_for_a_newer_FSharp_is_named()
    {
        // Plotly.NET as it is published, from the package cache, asks for 10.1; the bundle's copies do not.
        var bundle = new RepositoryLayout(CommandResult.RepositoryRoot).Bundle;
        foreach (var name in new[] { "Plotly.NET.dll", "Plotly.NET.CSharp.dll", "Deedle.dll", "DynamicObj.dll" })
        {
            Directory.CreateDirectory(new RepositoryLayout(folder.Path).Bundle);
            File.Copy(Path.Combine(bundle, name), Path.Combine(new RepositoryLayout(folder.Path).Bundle, name));
        }

        Assert.Equal(FindingState.Ok, Examine().FSharpFix().State);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var published = Directory.Exists(Path.Combine(cache, "plotly.net")) ? Directory.EnumerateFiles(Path.Combine(cache, "plotly.net"), "Plotly.NET.dll", SearchOption.AllDirectories).FirstOrDefault() : null;
        Assert.SkipWhen(published is null, "The package cache holds no Plotly.NET.");
        File.Copy(published, Path.Combine(new RepositoryLayout(folder.Path).Bundle, "Plotly.NET.dll"), overwrite: true);
        var finding = Examine().FSharpFix();
        Assert.Equal(FindingState.Missing, finding.State);
        Assert.Contains("Plotly.NET.dll asks for FSharp.Core 10.1", finding.Text, StringComparison.Ordinal);
    }

    private string[] Fix()
    {
        using var output = new StringWriter { NewLine = "\n" };
        DoctorCommand.Run(new Terminal(output, output, IsInteractive: false), new RepositoryLayout(folder.Path), Machine(), fixes: true);
        return output.ToString().Split('\n');
    }

    private Examination Examine() => new(new RepositoryLayout(folder.Path), Machine());

    private Machine Machine(long free = 9_000_000_000) => new(name => variables.GetValueOrDefault(name), folder.Path, _ => free);
}
