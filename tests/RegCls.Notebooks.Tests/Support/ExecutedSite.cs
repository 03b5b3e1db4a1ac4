using System.Diagnostics;
using System.Text;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>All notebooks, executed once by the real program in a process of its own, in the smoke profile.</summary>
public sealed class ExecutedSite : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "RegCls.Cli.dll");

    public string Folder { get; } = Path.Combine(CommandResult.RepositoryRoot, "artifacts", "smoke-site");

    public int ExitCode { get; private set; }

    public string Log { get; private set; } = string.Empty;

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        using var process = Process.Start(StartInfo([.. SitePages.Notebooks(), "--profile", "smoke", "--out", Folder]))!;
        var log = new StringBuilder();
        var reading = new[] { process.StandardOutput, process.StandardError }.Select(async reader =>
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                lock (log)
                {
                    log.AppendLine(line);
                }
            }
        });
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await Task.WhenAll([.. reading, process.WaitForExitAsync(limit.Token)]).WaitAsync(limit.Token);
            ExitCode = process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ExitCode = -1;
            log.AppendLine(null, $"stopped after {Limit}");
        }

        Log = log.ToString();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>How to start `regcls run` from the repository's folder.</summary>
    internal static ProcessStartInfo StartInfo(params IEnumerable<string> arguments) =>
        new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Program, "run", .. arguments])
        {
            WorkingDirectory = CommandResult.RepositoryRoot,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
}
