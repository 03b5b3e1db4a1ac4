using System.Collections.Concurrent;
using System.Diagnostics;
using RegCls.Data;
using RegCls.Data.Images;

namespace RegCls.Training.Images;

/// <summary>
/// Prepares batches on a thread of its own while the network trains: order, crops, flips and which samples are kept, all drawn there in the order of visits, so that the numbers do
/// not depend on how fast either side is.
/// </summary>
internal sealed class ImageBatchFeed : IDisposable
{
    private const int Ahead = 3;

    private readonly IImages images;
    private readonly int[] indices;
    private readonly ImagePlan plan;
    private readonly ImageTrainingOptions options;
    private readonly BlockingCollection<ImageBatch> ready = new(Ahead);
    private readonly BlockingCollection<ImageBatch> free = [];
    private readonly CancellationTokenSource stop;
    private readonly Task producer;
    private readonly Stopwatch waiting = new();

    public ImageBatchFeed(IImages images, int[] indices, ImagePlan plan, ImageTrainingOptions options, CancellationToken cancellation)
    {
        (this.images, this.indices, this.plan, this.options) = (images, indices, plan, options);
        StepsPerEpoch = Batches.Of(indices.Length, options.BatchSize).Count();
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        for (int i = 0; i < Ahead + 1; i++)
        {
            free.Add(new ImageBatch(Batches.Capacity(indices.Length, options.BatchSize), images.Size), CancellationToken.None);
        }

        producer = Task.Factory.StartNew(Produce, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public int StepsPerEpoch { get; }

    /// <summary>How long <see cref="Take"/> has waited in all.</summary>
    public TimeSpan Waiting => waiting.Elapsed;

    /// <summary>The next batch, to be given back with <see cref="Return"/>.</summary>
    public ImageBatch Take()
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

    public void Return(ImageBatch batch) => free.Add(batch, CancellationToken.None);

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
            RandomStream order = RandomStream.Named("image training", options.Seed, "order"), augmentation = RandomStream.Named("image training", options.Seed, "augmentation");
            int[] visits = [.. Enumerable.Range(0, indices.Length)];
            for (int epoch = 0; epoch < options.Epochs; epoch++)
            {
                order.Shuffle(visits.AsSpan());
                foreach ((int start, int length) in Batches.Of(visits.Length, options.BatchSize))
                {
                    ImageBatch batch = free.Take(stop.Token);
                    Fill(batch, visits.AsSpan(start, length), augmentation);
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

    private void Fill(ImageBatch batch, ReadOnlySpan<int> samples, RandomStream augmentation)
    {
        int length = 3 * images.Size * images.Size;
        batch.Count = samples.Length;
        batch.Kept.Clear();
        for (int i = 0; i < samples.Length; i++)
        {
            int sample = samples[i];
            int dx = options.Padding == 0 ? 0 : augmentation.NextInt32(2 * options.Padding + 1) - options.Padding, dy = options.Padding == 0 ? 0 : augmentation.NextInt32(2 * options.Padding + 1) - options.Padding;
            bool mirrored = options.Flip && augmentation.NextInt32(2) == 1;
            Augmentation.Copy(images.Pixels(indices[sample]), batch.Pixels.AsSpan(i * length, length), images.Size, dx, dy, mirrored);
            batch.Targets[i] = images.Labels[indices[sample]];
            batch.Weights[i] = plan.Weights?[sample] ?? 1;
            bool kept = plan.SampleSelection is null || plan.SampleSelection.Visit(plan.SampleClasses![sample]) >= 0;
            if (kept)
            {
                batch.Kept.Add(i);
            }

            long label = plan.Labels?[sample] ?? -1;
            label = plan.Selection is null ? label : plan.Selection.Visit(label);
            batch.Labels[i] = kept ? label : -1;
        }
    }
}
