using System.Diagnostics;
using System.Runtime.InteropServices;
using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;
using RegCls.Cli.Site;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

public sealed class InterruptionTests : IDisposable
{
    // Tells that it runs, then computes until it is told to end: it never looks at a cancellation.
    private const string Endless = "System.IO.File.WriteAllText(\"started\", \"\");\nwhile (!System.IO.File.Exists(\"end\")) { System.Threading.Thread.Sleep(20); }";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_cancelled_run_keeps_finished_pages_and_writes_nothing_of_the_running_one()
    {
        string[] paths = [folder.Write("a.ipynb", NotebookText.Of("1")), folder.Write("b.ipynb", NotebookText.Of("var x = 1;", Endless))];
        using var stop = new CancellationTokenSource();
        var running = CommandResult.OfAsync(["run", .. paths, "--out", folder["site"]], folder.Path, stop.Token);
        await StartedAsync();
        await stop.CancelAsync();
        var result = await running.WaitAsync(Limit);
        folder.Write("end", string.Empty);
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Stopped", Assert.Single(result.Errors), StringComparison.Ordinal);
        AssertOnlyFinished();
    }

    [Fact]
    public async Task Ctrl_C_ends_the_process_with_one_sentence()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no way to send Ctrl+C to one process; the cancellation itself is tested without a process.");
        Assert.SkipWhen(Interrupts.AreIgnored, Interrupts.Reason);
        string[] paths = [folder.Write("a.ipynb", NotebookText.Of("1")), folder.Write("b.ipynb", NotebookText.Of(Endless))];
        using var process = Process.Start(ExecutedSite.StartInfo([.. paths, "--out", folder["site"]]))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await StartedAsync();
        Assert.Equal(0, Kill(process.Id, 2));
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        Assert.Equal(130, process.ExitCode);
        Assert.StartsWith("error: Stopped", Assert.Single((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("b.ipynb: cell 1 of 1", await output, StringComparison.Ordinal);
        AssertOnlyFinished();
    }

    [Fact]
    public async Task Ctrl_C_stops_a_training_keeps_its_records_and_says_how_far_it_came()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no way to send Ctrl+C to one process; the cancellation itself is tested without a process.");
        Assert.SkipWhen(Interrupts.AreIgnored, Interrupts.Reason);
        var bundle = Path.GetRelativePath(folder.Path, Path.Combine(new RepositoryLayout(CommandResult.RepositoryRoot).Bundle, "RegCls.Interactive.dll"));
        var path = folder.Write("a.ipynb", NotebookText.Of(
            $"#r \"{bundle}\"\nRegCls.Interactive.Notebook.Setup();",
            "using RegCls.Interactive;\nusing RegCls.Studies;\nvar study = Fig3Study.Create(Profile.Quick);",
            "StudyRunner.Run(study, LiveRecords.File<RunRecord>(study), Notebook.Progress(\"Fig. 3\")).Count"));
        var start = ExecutedSite.StartInfo(path, "--out", folder["site"]);
        start.Environment["REGCLS_RECORDS"] = folder["records"];
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var clock = Stopwatch.StartNew();
        while (Models() == 0)
        {
            Assert.True(clock.Elapsed < Limit && !process.HasExited, "no model was trained");
            await Task.Delay(50);
        }

        Assert.Equal(0, Kill(process.Id, 2));
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        Assert.Equal(130, process.ExitCode);
        Assert.StartsWith($"error: Stopped after {Models()} of 1,200 models; run it again to go on. Pages", Assert.Single((await error).Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("  Fig. 3: ", await output, StringComparison.Ordinal);

        // The lines but the header; while the program writes, nobody else may open the file.
        int Models()
        {
            if (!Directory.Exists(folder["records"]) || Directory.GetFiles(folder["records"], "*.csv").SingleOrDefault() is not { } file)
            {
                return 0;
            }

            try
            {
                using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
                return Math.Max(0, reader.ReadToEnd().Count(letter => letter == '\n') - 1);
            }
            catch (IOException)
            {
                return 0;
            }
        }
    }

    [Fact]
    public void A_file_that_fails_while_it_is_written_leaves_the_old_one_and_nothing_else()
    {
        folder.Write("page.html", "old");
        Assert.Throws<UserErrorException>(() => AtomicFile.Write(folder["page.html"], stream =>
        {
            stream.WriteByte(1);
            throw new IOException("disk full");
        }));
        Assert.Equal(["page.html"], folder.Files());
        Assert.Equal("old", File.ReadAllText(folder["page.html"]));
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private async Task StartedAsync()
    {
        var clock = Stopwatch.StartNew();
        while (!File.Exists(folder["started"]))
        {
            Assert.True(clock.Elapsed < Limit, "the cell did not start");
            await Task.Delay(50);
        }
    }

    private void AssertOnlyFinished()
    {
        var files = folder.Files().ToArray();
        Assert.Contains(Path.Combine("site", "a.html"), files);
        Assert.DoesNotContain(files, file => file.EndsWith(".tmp", StringComparison.Ordinal) || file.StartsWith(Path.Combine("site", "b."), StringComparison.Ordinal));
        Assert.DoesNotContain("b.html", File.ReadAllText(folder["site/index.html"]), StringComparison.Ordinal);
        Assert.DoesNotContain("b.html", File.ReadAllText(folder["site/a.html"]), StringComparison.Ordinal);
    }
}
