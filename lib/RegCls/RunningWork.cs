using System.Collections.Concurrent;

namespace RegCls;

/// <summary>
/// A training while it goes on. Whoever runs the process can stop it between two steps: the caller by its token, a notebook's host by the one it left under <see cref="HostKey"/>, and the end of the
/// process, so that no thread is inside libtorch when that is unloaded. Safe to use from any thread.
/// </summary>
public sealed class RunningWork : IDisposable
{
    /// <summary>
    /// Key of the host's way to say stop, in <see cref="AppDomain.GetData"/>: a <see cref="CancellationToken"/>, or a <see cref="Func{TResult}"/> that gives the one of the cell that calls.
    /// </summary>
    public const string HostKey = "RegCls.Host.Cancellation";

    // A step of an image model on a busy core takes seconds; a process that ends must end all the same.
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(10);

    // Of the process, as its end and its native libraries are.
    private static readonly ConcurrentDictionary<RunningWork, bool> All = new();

    private readonly CancellationTokenSource source = new();
    private readonly ManualResetEventSlim over = new();
    private readonly CancellationTokenRegistration registration;
    private volatile bool begun;

    static RunningWork() => AppDomain.CurrentDomain.ProcessExit += (_, _) => StopAll();

    private RunningWork(CancellationToken caller)
    {
        All.TryAdd(this, true);
        CancellationToken host = caller.CanBeCanceled ? CancellationToken.None : Host();

        // The host goes on as soon as its token is cancelled; it must not find the training still running, nor a cell that was stopped closed before it said how far it came.
        registration = caller.CanBeCanceled ? caller.Register(source.Cancel) : host.Register(Stop);
        begun = true;
    }

    /// <summary>Looked at between two steps; cancelled when the work is to end.</summary>
    public CancellationToken Cancellation => source.Token;

    /// <summary>Begins; dispose it when the last tensor of the work is done with.</summary>
    /// <param name="cancellation">The caller's token; where it cannot be cancelled, the host's counts.</param>
    public static RunningWork Begin(CancellationToken cancellation) => new(cancellation);

    /// <summary>Stops everything that runs and waits until it is over, at most ten seconds.</summary>
    public static void StopAll()
    {
        RunningWork[] running = [.. All.Keys];
        Array.ForEach(running, work => work.Cancel());
        Array.ForEach(running, work => work.Wait());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        All.TryRemove(this, out _);
        over.Set();

        // The registration is not waited for: the one who stops waits for this.
        registration.Unregister();
    }

    private static CancellationToken Host() => AppDomain.CurrentDomain.GetData(HostKey) switch
    {
        CancellationToken token => token,
        Func<CancellationToken> current => current(),
        _ => CancellationToken.None,
    };

    // Of a token that is cancelled already, the thread that begins is told, and would wait for itself.
    private void Stop()
    {
        Cancel();
        if (begun)
        {
            Wait();
        }
    }

    private void Cancel() => source.Cancel();

    private void Wait() => over.Wait(LongestStep);
}
