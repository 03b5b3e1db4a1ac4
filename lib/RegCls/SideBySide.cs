using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace RegCls;

/// <summary>
/// Work done on several cores, whose failure is the failure itself. The runtime wraps it in an <see cref="AggregateException"/>, whose message says that one or more errors occurred and repeats that of each core; here
/// the first one counts, as in a loop.
/// </summary>
internal static class SideBySide
{
    /// <summary>Does pieces 0 to count - 1.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static void For(int count, ParallelOptions options, Action<int> work) => Plain(() => Parallel.For(0, count, options, work));

    /// <summary>Does pieces one by one, each as soon as a core is free.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static void ForEach<T>(IEnumerable<T> pieces, ParallelOptions options, Action<T> work) =>
        Plain(() => Parallel.ForEach(Partitioner.Create(pieces, EnumerablePartitionerOptions.NoBuffering), options, work));

    private static void Plain(Action run)
    {
        try
        {
            run();
        }
        catch (AggregateException failures)
        {
            AggregateException all = failures.Flatten();
            ExceptionDispatchInfo.Throw(all.InnerExceptions.FirstOrDefault(failure => failure is not OperationCanceledException) ?? all.InnerExceptions[0]);
        }
    }
}
