using System.Diagnostics;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed class JobArrayTests : IDisposable
{
    private const string Study = "mechanism";
    private const int Models = 63;
    private const int Parts = 4;

    // On two idle cores all of it takes a third of this.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private readonly TestFolder folder = new();

    private static string Script => Path.Combine(CommandResult.RepositoryRoot, "lib", "RegCls.Cli", "Slurm", "regcls-array.sbatch");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_job_array_that_is_told_to_stop_and_loses_a_node_ends_with_the_records_of_an_undisturbed_run()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var cluster = await SlurmCluster.StartAsync(limit.Token);
        Directory.CreateDirectory(folder["single"]);
        var job = (await SubmitAsync(cluster)).Trim();

        // Half way: part 2 is told to stop, as 60 seconds before its time limit. Parts 3 and 4 lose their node: the machine of one is gone, that of the other goes on without a controller.
        await UntilAsync(() => Recorded(2) is > 1 and < 12 && Recorded(3) > 0 && Recorded(4) > 0, limit.Token);
        await cluster.CommandAsync(["scancel", "--signal=TERM", "--batch", job + "_2"]);
        var lost = cluster.TaskProcesses($"--shard 3/{Parts} ");
        foreach (var process in lost.Reverse())
        {
            process.Kill();
        }

        await cluster.LoseNodeAsync("n2");
        var early = await MergeAsync("records", Parts, "early.csv");
        Assert.Equal(1, early.ExitCode);
        Assert.Matches($@"^error: {Study} quick: [0-9]+ of {Models} models are missing in ", early.Error);
        Assert.Matches($@"  part 3 of {Parts} lacks [0-9]+: regcls study run {Study} --profile quick --shard 3/{Parts} --out ", early.Output);
        Assert.False(File.Exists(folder["early.csv"]));

        // Slurm puts the tasks back with a delay of minutes; here they start at once.
        await UntilAsync(async () =>
        {
            var tasks = await cluster.TasksAsync(job);
            foreach (var task in tasks.Where(task => task.EndsWith(" PENDING BeginTime", StringComparison.Ordinal)))
            {
                await cluster.CommandAsync(["scontrol", "update", $"JobId={job}_{task.Split(' ')[0]}", "StartTime=now"]);
            }

            return tasks.Length == 0;
        }, limit.Token);

        Assert.Contains("part 2 goes back into the queue", Log(2), StringComparison.Ordinal);
        Assert.Contains("the same command goes on from there", Log(2), StringComparison.Ordinal);
        Assert.All((int[])[2, 3, 4], part => Assert.Contains($"part {part} of {Parts} on {Environment.MachineName.Split('.')[0]} (n1), start 2, ", Log(part), StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, Parts), part => Assert.Contains("models are recorded", Log(part).TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal));
        Assert.Equal(Models, Enumerable.Range(1, Parts).Sum(Recorded));

        Assert.Equal(0, (await CommandResult.OfAsync("study", "run", Study, "--profile", "quick", "--shard", "1/1", "--out", folder["single"])).ExitCode);
        Assert.Equal(0, (await MergeAsync("single", 1, "undisturbed.csv")).ExitCode);
        var merged = await MergeAsync("records", Parts, "merged.csv");
        Assert.Equal($"{Study} quick: all {Models} records of {Parts} parts: {folder["merged.csv"]}\n", merged.Output);
        Assert.Equal(Models + 1, Lines("merged.csv").Length);
        Assert.Equal(Lines("undisturbed.csv"), Lines("merged.csv"));
    }

    [Fact]
    public async Task The_script_submitted_wrongly_says_how_in_one_sentence()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Slurm runs batch scripts with bash.");
        using var process = Process.Start(new ProcessStartInfo("bash", [Script, Study]) { RedirectStandardError = true })!;
        Assert.Equal("error: submit it with sbatch --array=1-SHARDS regcls-array.sbatch STUDY PROFILE SHARDS FOLDER\n", await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
    }

    private Task<string> SubmitAsync(SlurmCluster cluster)
    {
        // A command that starts this build, as a cluster's users have one in their clone.
        var regcls = folder.Write("regcls", $"#!/bin/sh\nexec \"{Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet"}\" \"{ExecutedSite.Program}\" \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(regcls, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return cluster.CommandAsync(
            ["sbatch", "--parsable", $"--array=1-{Parts}", "--mem=1000", "--time=00:10:00", "--output=" + folder["log-%a.txt"], Script, Study, "quick", $"{Parts}", folder["records"]],
            new Dictionary<string, string> { ["REGCLS"] = regcls });
    }

    private Task<CommandResult> MergeAsync(string from, int parts, string output) =>
        CommandResult.OfAsync("study", "merge", Study, "--profile", "quick", "--from", folder[from], "--shards", $"{parts}", "--out", folder[output]);

    private string Log(int part) => File.ReadAllText(folder[$"log-{part}.txt"]);

    private int Recorded(int part)
    {
        try
        {
            return File.ReadLines(folder[$"records/{Study}-quick-{part}-of-{Parts}.csv"]).Count() - 1;
        }
        catch (IOException)
        {
            // It is not there yet, or a record is being written.
            return 0;
        }
    }

    /// <summary>The lines of a record file in their order, without what differs between two runs of a model: its seconds. Version is the same here.</summary>
    private string[] Lines(string name)
    {
        var rows = File.ReadAllLines(folder[name]).Select(line => line.Split(',')).ToArray();
        var seconds = Array.IndexOf(rows[0], "seconds");
        Assert.True(seconds > 0);
        return [.. rows.Select(row => string.Join(',', row.Where((_, column) => column != seconds)))];
    }

    private static Task UntilAsync(Func<bool> holds, CancellationToken limit) => UntilAsync(() => Task.FromResult(holds()), limit);

    private static async Task UntilAsync(Func<Task<bool>> holds, CancellationToken limit)
    {
        while (!await holds())
        {
            await Task.Delay(20, limit);
        }
    }
}
