using RegCls.Data;
using RegCls.Studies;

namespace RegCls.Tests.Training;

public sealed class RunningWorkTests : IDisposable
{
    // Of this test's own flow, so that trainings of other tests see none.
    private static readonly AsyncLocal<CancellationToken> Cell = new();

    static RunningWorkTests() => AppDomain.CurrentDomain.SetData(RunningWork.HostKey, (Func<CancellationToken>)(() => Cell.Value));

    private readonly CancellationTokenSource host = new();

    public RunningWorkTests() => Cell.Value = host.Token;

    public void Dispose() => host.Dispose();

    [Fact]
    public void Who_stops_it_by_the_hosts_token_goes_on_when_it_is_over()
    {
        using var running = RunningWork.Begin(CancellationToken.None);
        var over = false;
        var work = new Thread(() =>
        {
            running.Cancellation.WaitHandle.WaitOne();
            Volatile.Write(ref over, true);
            running.Dispose();
        });
        work.Start();
        host.Cancel();
        Assert.True(Volatile.Read(ref over));
        work.Join();
    }

    [Fact]
    public void A_token_that_is_cancelled_already_stops_it_at_once()
    {
        host.Cancel();
        using var running = RunningWork.Begin(CancellationToken.None);
        Assert.True(running.Cancellation.IsCancellationRequested);
    }

    [Fact]
    public void The_callers_own_token_counts_alone()
    {
        using CancellationTokenSource own = new();
        using var running = RunningWork.Begin(own.Token);
        host.Cancel();
        Assert.False(running.Cancellation.IsCancellationRequested);
        own.Cancel();
        Assert.True(running.Cancellation.IsCancellationRequested);
    }

    [Fact]
    public void A_token_without_an_end_and_no_host_never_stop_it()
    {
        Cell.Value = CancellationToken.None;
        using var running = RunningWork.Begin(CancellationToken.None);
        Assert.False(running.Cancellation.IsCancellationRequested);
    }

    [Theory]
    [InlineData(true, "stopped after 2 of 6 models; run it again to go on")]
    [InlineData(false, "stopped after 2 of 6 models; they are not kept, so running it again starts anew")]
    public void A_study_that_is_stopped_says_how_far_it_came_and_how_to_go_on(bool keeps, string message)
    {
        using var folder = new TemporaryFolder();
        Study<RunConfiguration> smoke = Fig3Study.Create(Profile.Smoke);
        Study<RunConfiguration> study = smoke with { Configurations = [.. smoke.Configurations.Where(run => run.Epochs > 0).Take(6)] };
        RecordFile<RunRecord>? file = keeps ? new(Path.Combine(folder.FullPath, "records.csv")) : null;
        Watcher watcher = new(status =>
        {
            // By another thread, as a host does it.
            if (status.Done == 2)
            {
                _ = Task.Run(host.Cancel);
                host.Token.WaitHandle.WaitOne();
            }
        });

        StudyStoppedException stopped = Assert.Throws<StudyStoppedException>(() => StudyRunner.Run(study, file, watcher, workers: 1));
        Assert.Equal(message, stopped.Message);
        Assert.Equal([message], watcher.Messages);
        Assert.Equal([0, 1, 2], watcher.Reports.Select(report => report.Done));
        Assert.Equal(double.NaN, watcher.Reports[0].Error);

        Cell.Value = CancellationToken.None;
        IReadOnlyList<RunRecord> all = StudyRunner.Run(study, file, watcher, workers: 1);
        Assert.Equal(6, all.Count);
        Assert.Equal(keeps ? 2 : 0, watcher.Reports[3].Done);
        Assert.Equal(all.Average(record => record.TestMse), watcher.Reports[^1].Error, 12);
        Assert.Equal("test MSE", watcher.Reports[^1].ErrorName);
    }

    private sealed class Watcher(Action<StudyStatus> seen) : IStudyProgress
    {
        public List<StudyStatus> Reports { get; } = [];

        public List<string> Messages { get; } = [];

        public void Report(double value) => Assert.Fail("A study tells a status.");

        public void Report(StudyStatus status)
        {
            Reports.Add(status);
            seen(status);
        }

        public void Stopped(string message) => Messages.Add(message);
    }
}
