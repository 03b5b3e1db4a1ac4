using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using RegCls.Cli.Notebooks;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>The kernel of .NET Interactive, in a process of its own.</summary>
internal static class RealKernel
{
    /// <summary>The first cell of every notebook, as one outside of the repository has to write it.</summary>
    public static readonly string SetUp = $"#r \"{Path.Combine(new RepositoryLayout(CommandResult.RepositoryRoot).Bundle, "RegCls.Interactive.dll")}\"\nRegCls.Interactive.Notebook.Setup();";

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);
    private static readonly string Program = typeof(RealKernel).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == "KernelHost").Value!;

    /// <summary>Runs cells in one kernel.</summary>
    /// <param name="folder">The kernel's current folder.</param>
    /// <param name="records">Where records of live runs are kept; empty for nowhere, null for where the product keeps them.</param>
    /// <param name="cells">The cells.</param>
    public static async Task<KernelRun> RunAsync(string folder, string? records, params IEnumerable<KernelCell> cells)
    {
        var (code, output, error) = await StartAsync([], JsonSerializer.Serialize(new { folder, cells }, Names), ("REGCLS_PROFILE", "smoke"), ("REGCLS_RECORDS", records));
        return new KernelRun(code, output.Length == 0 ? [] : JsonSerializer.Deserialize<KernelResult[]>(output, Names)!, error);
    }

    /// <summary>Reads notebooks with the kernel family's own library.</summary>
    /// <param name="paths">Notebook files.</param>
    public static async Task<DocumentReading[]> ReadAsync(params IEnumerable<string> paths)
    {
        var (code, output, error) = await StartAsync(["documents", .. paths], string.Empty);
        Assert.True(code == 0, error);
        return JsonSerializer.Deserialize<DocumentReading[]>(output, Names)!;
    }

    private static async Task<(int Code, string Output, string Error)> StartAsync(string[] arguments, string input, params (string Name, string? Value)[] variables)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

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
            throw new TimeoutException($"The kernel did not end within {Limit}.");
        }

        return (process.ExitCode, await output, await error);
    }
}
