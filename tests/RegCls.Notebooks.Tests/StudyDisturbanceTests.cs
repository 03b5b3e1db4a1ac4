using System.Runtime.InteropServices;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed class StudyDisturbanceTests(UndisturbedStudy undisturbed) : IClassFixture<UndisturbedStudy>, IDisposable
{
    private const int Interrupt = 2;
    private const int Kills = 16;
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_study_killed_at_random_moments_ends_with_the_records_of_an_undisturbed_one()
    {
        Assert.Equal(0, undisturbed.Result.ExitCode);
        Assert.Equal(96, undisturbed.Numbers.Length);
        var random = new Random(20_260_901);
        var kills = 0;
        for (var round = 1; kills < Kills; round++)
        {
            // A fast machine may finish before it was killed often enough; then it starts again.
            var file = folder[$"round{round}.csv"];
            while (await RunAndKillAsync(file, random))
            {
                kills++;
                CutLikeACrash(file, random, kills);
                if (kills >= Kills)
                {
                    using var last = StudyProcess.Start([.. UndisturbedStudy.Arguments, "--out", file]);
                    Assert.Equal(0, (await last.EndAsync()).Code);
                    break;
                }
            }

            Assert.Equal(undisturbed.Numbers, RecordText.Numbers(file));
        }
    }

    [Fact]
    public async Task Parts_that_were_run_apart_and_merged_are_the_whole()
    {
        for (var part = 1; part <= 3; part++)
        {
            var run = await RunAsync(["study", "run", .. UndisturbedStudy.Arguments, "--shard", $"{part}/3", "--out", folder[$"fig3-smoke-{part}-of-3.csv"]]);
            Assert.Equal(0, run.ExitCode);
        }

        string[] files = [folder["fig3-smoke-3-of-3.csv"], folder["fig3-smoke-1-of-3.csv"]];
        var partial = await RunAsync(["study", "merge", .. files, "--out", folder["partial.csv"]]);
        Assert.Equal(0, partial.ExitCode);
        Assert.Contains("fig3 smoke: 32 of 96 models are missing\n  part 2 of 3 lacks 32: regcls study run fig3 --profile smoke --shard 2/3\n", partial.Output, StringComparison.Ordinal);

        var whole = await RunAsync(["study", "merge", .. files, folder["fig3-smoke-2-of-3.csv"], "--out", folder["merged.csv"]]);
        Assert.Equal(0, whole.ExitCode);
        Assert.Contains("fig3 smoke: no model is missing", whole.Output, StringComparison.Ordinal);
        Assert.Equal(undisturbed.Numbers, RecordText.Numbers(folder["merged.csv"]));
    }

    [Fact]
    public async Task A_second_process_is_told_that_the_file_is_taken_and_Ctrl_C_that_the_same_command_goes_on()
    {
        string[] arguments = ["fig3", "--profile", "quick", "--shard", "1/2", "--out", folder["busy.csv"]];
        using var first = StudyProcess.Start(arguments);
        Assert.True(first.WaitForSize(folder["busy.csv"], 1));
        Assert.Contains(folder["busy.csv"] + " is being written by another process", (await RunAsync(["study", "run", .. arguments])).OneSentence(), StringComparison.Ordinal);

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no way to send Ctrl+C to one process.");
        Assert.SkipWhen(Interrupts.AreIgnored, Interrupts.Reason);
        Assert.Equal(0, Kill(first.Id, Interrupt));
        var (code, _, error) = await first.EndAsync();
        Assert.Equal(130, code);
        var records = RecordText.Numbers(folder["busy.csv"]).Length;
        Assert.Equal($"error: Stopped; {records} of 600 models are recorded in {folder["busy.csv"]}, and the same command goes on from there.\n", error);
    }

    [Fact]
    public async Task A_process_waits_for_another_on_its_file_and_goes_on_where_that_one_was_killed()
    {
        string[] arguments = ["fig3", "--profile", "smoke", "--shard", "1/2", "--out", folder["part.csv"]];
        using var first = StudyProcess.Start([.. arguments, "--workers", "1"]);
        Assert.True(first.WaitForSize(folder["part.csv"], 1));
        using var second = StudyProcess.Start([.. arguments, "--wait", "50"]);
        await Task.Delay(500);
        await first.KillAsync();
        var (code, _, error) = await second.EndAsync();
        Assert.Empty(error);
        Assert.Equal(0, code);
        Assert.Equal(48, RecordText.Numbers(folder["part.csv"]).Distinct().Count());
        Assert.Equal(48, RecordText.Numbers(folder["part.csv"]).Length);
        Assert.Subset(undisturbed.Numbers.ToHashSet(), RecordText.Numbers(folder["part.csv"]).ToHashSet());
    }

    [Fact]
    public async Task A_folder_without_locks_is_refused()
    {
        using var process = StudyProcess.Start(new Dictionary<string, string> { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1" }, [.. UndisturbedStudy.Arguments, "--out", folder["unlocked.csv"]]);
        var (code, _, error) = await process.EndAsync();
        Assert.Equal(2, code);
        Assert.StartsWith($"error: {folder.Path} is on a file system that keeps no locks, so two processes could write one file: ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["unlocked.csv"]));
    }

    [Fact]
    public async Task A_log_has_about_twenty_lines_and_a_finished_study_is_not_run_again()
    {
        Assert.InRange(undisturbed.Result.Output.Split('\n').Length, 15, 25);
        Assert.Contains("fig3 smoke: 96 of 96 models, ", undisturbed.Result.Output, StringComparison.Ordinal);
        var before = File.GetLastWriteTimeUtc(undisturbed.File);
        var again = await RunAsync(["study", "run", .. UndisturbedStudy.Arguments, "--out", undisturbed.File]);
        Assert.Equal($"fig3 smoke: all 96 models are recorded already: {undisturbed.File}\n", again.Output);
        Assert.Equal(before, File.GetLastWriteTimeUtc(undisturbed.File));
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private Task<CommandResult> RunAsync(string[] arguments) => CommandResult.OfAsync(arguments, folder.Path, CancellationToken.None);

    /// <returns>False if the study ended before it was killed.</returns>
    private static async Task<bool> RunAndKillAsync(string file, Random random)
    {
        using var process = StudyProcess.Start([.. UndisturbedStudy.Arguments, "--workers", "2", "--out", file]);
        if (random.Next(5) == 0)
        {
            // While it starts and reads what is there.
            await Task.Delay(random.Next(300));
        }
        else
        {
            // After some bytes more, most often amid a training, now and then amid a line.
            const int ThreeToFourLines = 600;
            var length = File.Exists(file) ? new FileInfo(file).Length : 0;
            process.WaitForSize(file, length + random.Next(1, ThreeToFourLines));
            await Task.Delay(random.Next(12));
        }

        return await process.KillAsync();
    }

    /// <summary>A killed process loses no byte it has written, a machine without power does: every third time, the end of the file is gone.</summary>
    private static void CutLikeACrash(string file, Random random, int kills)
    {
        const int LongestCut = 60;
        if (kills % 3 == 0 && File.Exists(file))
        {
            using var stream = new FileStream(file, FileMode.Open);
            stream.SetLength(Math.Max(0, stream.Length - random.Next(1, LongestCut)));
        }
    }
}
