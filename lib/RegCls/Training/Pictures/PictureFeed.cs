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
    private readonly IReadOnlyList<RandomStream> streams;
    private readonly BlockingCollection<(TBatch Batch, string? After)> ready = new(Ahead);
    private readonly BlockingCollection<TBatch> free = [];
    private readonly CancellationTokenSource stop = new();
    private readonly RandomStream augmentation;
    private Task? producer;
    private readonly Stopwatch waiting = new();

    /// <summary>Makes empty batches.</summary>
    /// <param name="domain">Names the random streams, as in <c>image training</c>.</param>
    /// <param name="count">Number of training pictures.</param>
    /// <param name="options">Epochs, size of a batch, seed.</param>
    /// <param name="make">Makes an empty batch for at most so many pictures; batches are used again.</param>
    /// <param name="fill">Fills one.</param>
    /// <param name="drawn">What filling draws from beside the augmentation.</param>
    public PictureFeed(string domain, int count, PictureTrainingOptions options, Func<int, TBatch> make, Filling fill, IEnumerable<RandomStream> drawn)
    {
        (this.domain, this.count, this.options, this.fill) = (domain, count, options, fill);
        augmentation = RandomStream.Named(domain, options.Seed, "augmentation");
        streams = [augmentation, .. drawn];
        Passes = Batches.Of(count, options.BatchSize).Count();
        for (int i = 0; i < Ahead + 1; i++)
        {
            free.Add(make(Batches.Capacity(count, options.BatchSize)));
        }
    }

    /// <summary>Fills a batch with the pictures of these places among the training pictures.</summary>
    public delegate void Filling(TBatch batch, ReadOnlySpan<int> places, RandomStream augmentation);

    /// <summary>Batches an epoch.</summary>
    public int Passes { get; }

    /// <summary>How long <see cref="Take"/> has waited in all.</summary>
    public TimeSpan Waiting => waiting.Elapsed;

    /// <summary>Starts to prepare batches.</summary>
    /// <param name="epoch">The epoch of the first one, from 0.</param>
    /// <param name="pass">Its place in the epoch, from 0.</param>
    /// <param name="after">What <see cref="Take"/> said with the batch before; null at the start.</param>
    public void Start(int epoch, int pass, string? after)
    {
        foreach ((RandomStream stream, string state) in streams.Zip(string.IsNullOrEmpty(after) ? [] : after.Split('|')))
        {
            stream.State = state;
        }

        producer = Task.Factory.StartNew(() => Produce(epoch, pass), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The next batch, to be given back with <see cref="Return"/>, and where the random numbers are after it; null where no state of the training is kept.</summary>
    public (TBatch Batch, string? After) Take()
    {
        waiting.Start();
        try
        {
            return ready.Take(stop.Token);
        }
        catch (InvalidOperationException)
        {
            // The producer ended early: its own exception says why.
            producer!.GetAwaiter().GetResult();
            throw;
        }
        finally
        {
            waiting.Stop();
        }
    }

    public void Return(TBatch batch) => free.Add(batch);

    public void Dispose()
    {
        stop.Cancel();
        ((IAsyncResult?)producer)?.AsyncWaitHandle.WaitOne();
        ready.Dispose();
        free.Dispose();
        stop.Dispose();
    }

    private void Produce(int firstEpoch, int firstPass)
    {
        try
        {
            RandomStream order = RandomStream.Named(domain, options.Seed, "order");
            int[] visits = [.. Enumerable.Range(0, count)];
            for (int epoch = 0; epoch < options.Epochs; epoch++)
            {
                order.Shuffle(visits.AsSpan());
                foreach ((int start, int length) in Batches.Of(visits.Length, options.BatchSize).Skip(epoch < firstEpoch ? Passes : epoch == firstEpoch ? firstPass : 0))
                {
                    TBatch batch = free.Take(stop.Token);
                    fill(batch, visits.AsSpan(start, length), augmentation);
                    ready.Add((batch, options.Checkpoint is null ? null : string.Join('|', streams.Select(stream => stream.State))), stop.Token);
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
