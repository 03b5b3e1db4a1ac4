using System.Diagnostics;

namespace RegCls.Notebooks.Tests.Support;

/// <summary>`regcls study run` as a process of its own, which can be killed.</summary>
internal sealed class StudyProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private StudyProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public static StudyProcess Start(params IEnumerable<string> arguments) => Start(new Dictionary<string, string>(), arguments);

    public static StudyProcess Start(IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var start = ExecutedSite.StartInfo();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        start.ArgumentList.Clear();
        foreach (var argument in (string[])[ExecutedSite.Program, "study", "run", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return new StudyProcess(Process.Start(start)!);
    }

    /// <summary>Waits until a file has grown to a size.</summary>
    /// <returns>False if the process ended before.</returns>
    public bool WaitForSize(string path, long size) => WaitFor(() => size <= 0 || (File.Exists(path) && new FileInfo(path).Length >= size));

    /// <summary>Waits until something has happened.</summary>
    /// <returns>False if the process ended before.</returns>
    public bool WaitFor(Func<bool> happened)
    {
        var clock = Stopwatch.StartNew();
        while (!process.HasExited)
        {
            if (happened())
            {
                return true;
            }

            Assert.True(clock.Elapsed < Limit, "the study recorded nothing");
            Thread.Sleep(1);
        }

        return false;
    }

    /// <summary>Ends the process as `kill -9` does, unless it has ended by itself.</summary>
    /// <returns>True if it was killed; false if it had done all its work.</returns>
    public async Task<bool> KillAsync()
    {
        process.Kill();
        var (code, _, sentence) = await EndAsync();
        Assert.Empty(sentence);
        return code != 0;
    }

    public async Task<(int Code, string Output, string Error)> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
