using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

/// <summary>What hosts read: the notebooks' metadata, and the set-up of containers.</summary>
public partial class HostTests
{
    public static TheoryData<string> Walkthrough => [.. SitePages.Notebooks().Where(path => path.StartsWith("notebooks/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Walkthrough))]
    public void A_notebook_opens_with_the_C_sharp_kernel_without_a_question(string path)
    {
        var root = JsonNode.Parse(Text(path))!;
        var metadata = root["metadata"]!;
        Assert.Equal(".net-csharp", (string?)metadata["kernelspec"]?["name"]);
        Assert.Equal("C#", (string?)metadata["kernelspec"]?["language"]);
        Assert.Equal("C#", (string?)metadata["language_info"]?["name"]);
        Assert.Equal(".cs", (string?)metadata["language_info"]?["file_extension"]);
        var kernels = metadata["polyglot_notebook"]?["kernelInfo"];
        Assert.Equal("csharp", (string?)kernels?["defaultKernelName"]);
        Assert.Contains(kernels!["items"]!.AsArray(), kernel => (string?)kernel!["name"] == "csharp");
        string[] languages = [.. root["cells"]!.AsArray().Where(cell => (string?)cell!["cell_type"] == "code").Select(cell =>
        {
            var first = (string)cell!["source"]![0]!;
            var language = first.StartsWith("#!", StringComparison.Ordinal) ? first[2..].Trim() : "csharp";
            Assert.Equal(language, (string?)cell["metadata"]?["polyglot_notebook"]?["kernelName"]);
            return language;
        }).Distinct()];
        Assert.Empty(languages.Except(kernels["items"]!.AsArray().Select(kernel => (string)kernel!["name"]!)));
    }

    [Fact]
    public void The_containers_run_the_steps_of_the_documentation()
    {
        var documented = Steps(Container().Match(Text("environment.md")).Groups[1].Value);
        var run = Steps(Text(".binder/postBuild")).SkipWhile(line => !line.StartsWith("python3", StringComparison.Ordinal));
        Assert.Equal(documented, run);
        Assert.Contains(documented, line => line.StartsWith("dotnet build lib/RegCls.Interactive", StringComparison.Ordinal));

        var container = JsonNode.Parse(Text(".devcontainer/devcontainer.json"))!;
        Assert.Equal("bash .binder/postBuild", (string?)container["postCreateCommand"]);
        Assert.StartsWith("nohup bash .binder/start jupyter lab ", (string?)container["postStartCommand"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_containers_install_is_pinned()
    {
        Assert.All(Steps(Text(".binder/requirements.txt")), line => Assert.Matches(@"^[a-z-]+==\d+(\.\d+)+$", line));
        Assert.Matches(@":\d+-[\d.]+-\w+$", (string?)JsonNode.Parse(Text(".devcontainer/devcontainer.json"))!["image"]);
        var script = Text(".binder/postBuild");
        var sdk = Version.Parse(SdkVersion().Match(script).Groups[1].Value);
        var asked = Version.Parse((string)JsonNode.Parse(Text("global.json"))!["sdk"]!["version"]!);
        Assert.True(sdk >= asked && (sdk.Major, sdk.Minor) == (asked.Major, asked.Minor), $"global.json does not take SDK {sdk}");

        // Every place that names the kernel's version names the same one.
        var tool = ToolVersion().Match(script).Groups[1].Value;
        Assert.NotEmpty(tool);
        Assert.Contains(tool, Text("lib/RegCls.Cli/Doctor/JupyterKernelSpec.cs"), StringComparison.Ordinal);
        Assert.Contains($".NET Interactive {tool}", Text("environment.md"), StringComparison.Ordinal);
        Assert.Contains($"JupyterLab {Text(".binder/requirements.txt").Trim().Split("==")[1]}", Text("environment.md"), StringComparison.Ordinal);
    }

    private static string[] Steps(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];

    private static string Text(string path) => File.ReadAllText(Path.Combine(CommandResult.RepositoryRoot, path));

    [GeneratedRegex("## A container\n.*?```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Container();

    [GeneratedRegex(@"dotnet-install\.sh .*--version (\S+)")]
    private static partial Regex SdkVersion();

    [GeneratedRegex(@"Microsoft\.dotnet-interactive --version (\S+)")]
    private static partial Regex ToolVersion();
}
