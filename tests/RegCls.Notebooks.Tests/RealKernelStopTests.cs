using System.Text.RegularExpressions;
using RegCls.Notebooks.Tests.Support;

namespace RegCls.Notebooks.Tests;

/// <summary>What the stop button of VS Code does (the command <c>Cancel</c>), and what happens to trainings when their host goes.</summary>
public sealed partial class RealKernelStopTests : IDisposable
{
    private const string Study = """
        using RegCls.Interactive;
        using RegCls.Studies;
        var kept = 41;
        var study = Fig3Study.Create(Profile.Quick);
        """;

    private const string Train = "var records = StudyRunner.Run(study, LiveRecords.File<RunRecord>(study), Notebook.Progress(\"Fig. 3\"));";

    // What a bar says as soon as a model is trained.
    private const string SomeModels = "mean test MSE";

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_stopped_training_ends_says_how_far_it_came_and_goes_on_when_the_cell_is_run_again()
    {
        var run = await RealKernel.RunAsync(
            folder.Path,
            folder["records"],
            new KernelCell(RealKernel.SetUp),
            new KernelCell(Study),
            new KernelCell(Train, CancelAt: SomeModels),
            new KernelCell("Console.WriteLine(kept + 1);"),
            new KernelCell(Train, CancelAt: SomeModels));

        Assert.True(run.ExitCode == 0, run.Error);
        var stopped = run.Cells[2];
        Assert.StartsWith("Command cancelled", stopped.Failure, StringComparison.Ordinal);
        Assert.InRange(stopped.SecondsAfterCancel!.Value, 0, 2);
        var said = Stopped().Match(stopped.Outputs.Last(output => output.Mime == "text/html").Text);
        Assert.True(said.Success, string.Join('\n', stopped.Outputs.Select(output => output.Text)));
        Assert.Equal("42", run.Cells[3].Printed.Trim());
        Assert.StartsWith($"{said.Groups[1].Value} of 1,200 models are those of an earlier run", run.Cells[4].Printed, StringComparison.Ordinal);
        Assert.StartsWith("Command cancelled", run.Cells[4].Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_progress_is_one_display_that_is_replaced_where_it_stands()
    {
        var run = await RealKernel.RunAsync(folder.Path, folder["records"], new KernelCell(RealKernel.SetUp), new KernelCell(Study), new KernelCell(Train, CancelAt: SomeModels));
        KernelOutput[] bars = [.. run.Cells[2].Outputs.Where(output => output.Text.Contains("regcls-progress", StringComparison.Ordinal))];
        Assert.Equal("display", bars[0].Kind);
        Assert.Contains("Fig. 3: 0 %, 0 of 1,200 models<", bars[0].Text, StringComparison.Ordinal);
        Assert.All(bars.Skip(1), bar => Assert.Equal("update", bar.Kind));
        Assert.NotNull(bars[0].Id);
        Assert.Single(bars.Select(bar => bar.Id).Distinct());
        Assert.Contains(bars, bar => Running().IsMatch(bar.Text));
    }

    [Theory]
    [InlineData("StudyRunner.Run(Fig3Study.Create(Profile.Quick), null, Notebook.Progress(\"plain\"))")]
    [InlineData("AgeRunner.Run(AgeStudy.CreateDrawn(Profile.Quick), null, new StudyRunOptions { Progress = Notebook.Progress(\"tensors\") })")]
    public async Task A_host_that_is_closed_while_a_training_goes_on_ends_without_a_crash(string training)
    {
        var run = await RealKernel.RunAsync(
            folder.Path,
            string.Empty,
            new KernelCell(RealKernel.SetUp),
            new KernelCell("using RegCls.Interactive;\nusing RegCls.Studies;\nusing RegCls.Studies.Images;\nusing System.Threading;"),
            new KernelCell($"var training = Task.Run(() => {{ {training}; }});\nThread.Sleep(3000);\nConsole.WriteLine(training.Status);"));
        Assert.Equal("Running", run.Cells[2].Printed.Trim());
        Assert.True(run.ExitCode == 0, $"{run.ExitCode}: {run.Error}");
    }

    [Fact]
    public async Task Records_of_live_runs_are_kept_where_regcls_run_keeps_them_unless_told_otherwise()
    {
        const string Say = "Console.WriteLine(Environment.GetEnvironmentVariable(\"REGCLS_RECORDS\"));";
        var standard = await RealKernel.RunAsync(folder.Path, null, new KernelCell(RealKernel.SetUp), new KernelCell(Say));
        Assert.Equal(Path.Combine(CommandResult.RepositoryRoot, "artifacts", "live"), standard.Cells[1].Printed.Trim());
        var own = await RealKernel.RunAsync(folder.Path, folder["mine"], new KernelCell(RealKernel.SetUp), new KernelCell(Say));
        Assert.Equal(folder["mine"], own.Cells[1].Printed.Trim());
    }

    [GeneratedRegex("stopped after ([1-9][0-9,]*) of 1,200 models; run it again to go on<")]
    private static partial Regex Stopped();

    [GeneratedRegex(@"Fig\. 3: \d+ %, [1-9]\d* of 1,200 models, mean test MSE [\d.]+, \d+ (?:s|min) left<")]
    private static partial Regex Running();
}
