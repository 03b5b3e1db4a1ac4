using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Doctor;
using RegCls.Cli.Notebooks;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>The installed tool of .NET Interactive, driven through Jupyter's protocol with nbclient.</summary>
public sealed class JupyterKernel : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);
    private static readonly string Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
    private readonly TestFolder data = new();
    private readonly Lazy<(string Tool, string Python)> ready;

    public JupyterKernel() => ready = new(Prepare);

    public void Dispose() => data.Dispose();

    /// <summary>Carries actions out in one kernel; see drive.py.</summary>
    /// <param name="profile">The notebooks' profile.</param>
    /// <param name="records">The folder of live records; empty for none.</param>
    /// <param name="actions">Objects that become JSON.</param>
    internal async Task<JupyterResult[]> RunAsync(string profile, string records, params object[] actions)
    {
        var (tool, python) = ready.Value;
        var answer = data[Guid.NewGuid().ToString("N")];
        var start = new ProcessStartInfo(python, [Path.Combine(CommandResult.RepositoryRoot, "tests", "RegCls.Notebooks.Tests", "Jupyter", "drive.py"), answer])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Set(start, tool);
        start.Environment["REGCLS_PROFILE"] = profile;
        start.Environment["REGCLS_RECORDS"] = records;
        var (code, log) = await RunAsync(start, JsonSerializer.Serialize(new { folder = Path.Combine(CommandResult.RepositoryRoot, "notebooks"), actions }));
        Assert.True(code == 0 && File.Exists(answer), log);
        return [.. JsonNode.Parse(await File.ReadAllTextAsync(answer))!.AsArray().Select(result => new JupyterResult([.. result!["cells"]!.AsArray().OfType<JsonNode>()], (double?)result["seconds"]))];
    }

    /// <summary>The program, and a Python that has nbclient; where one is missing the test is skipped with the reason, and fails in CI.</summary>
    private (string Tool, string Python) Prepare()
    {
        var tools = new Machine(name => name == "PATH" ? Environment.GetEnvironmentVariable("PATH") + Path.PathSeparator + Path.Combine(Home, ".dotnet", "tools") : null, Home, _ => 0);
        var tool = tools.OnPath("dotnet-interactive");
        if (tool is null)
        {
            Missing($"no dotnet-interactive is on the PATH; install it with `dotnet tool install -g Microsoft.dotnet-interactive --version {JupyterKernelSpec.ToolVersion}`.");
        }

        string?[] pythons = [tools.OnPath("python3"), "/usr/bin/python3"];
        var python = pythons.OfType<string>().FirstOrDefault(path => File.Exists(path) && HasClient(path));
        if (python is null)
        {
            Missing("no python3 has nbclient; install it (Debian: apt-get install python3-nbclient).");
        }

        // The spec as the tool installs it, mended as environment.md says.
        var kernels = Directory.CreateDirectory(data["kernels"]).FullName;
        var install = new ProcessStartInfo(tool!, ["jupyter", "install", "--path", kernels]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        Set(install, tool!);
        var (code, log) = RunAsync(install, string.Empty).GetAwaiter().GetResult();
        Assert.True(code == 0, log);
        using var output = new StringWriter();
        var machine = new Machine(name => name == "JUPYTER_DATA_DIR" ? data.Path : Environment.GetEnvironmentVariable(name), Home, _ => long.MaxValue);
        DoctorCommand.Run(new Terminal(output, output, IsInteractive: false), new RepositoryLayout(CommandResult.RepositoryRoot), machine, fixes: true);
        Assert.Contains("has interrupt_mode message", output.ToString(), StringComparison.Ordinal);
        return (tool!, python!);
    }

    private static void Missing(string sentence)
    {
        Assert.False(string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase), "CI=true but " + sentence);
        Assert.Skip("In this test " + sentence);
    }

    private static bool HasClient(string python)
    {
        var start = new ProcessStartInfo(python, ["-c", "import nbclient, nbformat"]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        return RunAsync(start, string.Empty).GetAwaiter().GetResult().Code == 0;
    }

    private void Set(ProcessStartInfo start, string tool)
    {
        start.Environment["JUPYTER_DATA_DIR"] = data.Path;
        start.Environment["PATH"] = Path.GetDirectoryName(tool) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1";
    }

    private static async Task<(int Code, string Log)> RunAsync(ProcessStartInfo start, string input)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} did not end within {Limit}.");
        }

        return (process.ExitCode, await output + await error);
    }
}
