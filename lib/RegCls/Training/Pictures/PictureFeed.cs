using System.Collections.Concurrent;
using System.Diagnostics;
using RegCls.Data;

namespace RegCls.Training.Pictures;

/// <summary>
/// Prepares batches on a thread of its own while the network trains: order, augmentation and what is kept are all drawn there in the order of visits, so that the numbers do
/// not depend on how fast either side is.
/// </summary>
internal sealed class PictureFeed<TBatch> : IDisposable
{
    private const int Ahead = 3;

    private readonly string domain;
    private readonly int count;
    private readonly PictureTrainingOptions options;
    private readonly Filling fill;
    private readonly BlockingCollection<TBatch> ready = new(Ahead);
    private readonly BlockingCollection<TBatch> free = [];
    private readonly CancellationTokenSource stop;
    private readonly Task producer;
    private readonly Stopwatch waiting = new();

    /// <summary>Starts to prepare the first batches.</summary>
    /// <param name="domain">Names the random streams, as in <c>image training</c>.</param>
    /// <param name="count">Number of training pictures.</param>
    /// <param name="options">Epochs, size of a batch, seed.</param>
    /// <param name="make">Makes an empty batch for at most so many pictures; batches are used again.</param>
    /// <param name="fill">Fills one.</param>
    /// <param name="cancellation">Stops both sides.</param>
    public PictureFeed(string domain, int count, PictureTrainingOptions options, Func<int, TBatch> make, Filling fill, CancellationToken cancellation)
    {
        (this.domain, this.count, this.options, this.fill) = (domain, count, options, fill);
        Passes = Batches.Of(count, options.BatchSize).Count();
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        for (int i = 0; i < Ahead + 1; i++)
        {
            free.Add(make(Batches.Capacity(count, options.BatchSize)), CancellationToken.None);
        }

        producer = Task.Factory.StartNew(Produce, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Fills a batch with the pictures of these places among the training pictures.</summary>
    public delegate void Filling(TBatch batch, ReadOnlySpan<int> places, RandomStream augmentation);

    /// <summary>Batches an epoch.</summary>
    public int Passes { get; }

    /// <summary>How long <see cref="Take"/> has waited in all.</summary>
    public TimeSpan Waiting => waiting.Elapsed;

    /// <summary>The next batch, to be given back with <see cref="Return"/>.</summary>
    public TBatch Take()
    {
        waiting.Start();
        try
        {
            return ready.Take(stop.Token);
        }
        catch (InvalidOperationException)
        {
            // The producer ended early: its own exception says why.
            producer.GetAwaiter().GetResult();
            throw;
        }
        finally
        {
            waiting.Stop();
        }
    }

    public void Return(TBatch batch) => free.Add(batch, CancellationToken.None);

    public void Dispose()
    {
        stop.Cancel();
        ((IAsyncResult)producer).AsyncWaitHandle.WaitOne();
        ready.Dispose();
        free.Dispose();
        stop.Dispose();
    }

    private void Produce()
    {
        try
        {
            RandomStream order = RandomStream.Named(domain, options.Seed, "order"), augmentation = RandomStream.Named(domain, options.Seed, "augmentation");
            int[] visits = [.. Enumerable.Range(0, count)];
            for (int epoch = 0; epoch < options.Epochs; epoch++)
            {
                order.Shuffle(visits.AsSpan());
                foreach ((int start, int length) in Batches.Of(visits.Length, options.BatchSize))
                {
                    TBatch batch = free.Take(stop.Token);
                    fill(batch, visits.AsSpan(start, length), augmentation);
                    ready.Add(batch, stop.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            ready.CompleteAdding();
        }
    }
}
