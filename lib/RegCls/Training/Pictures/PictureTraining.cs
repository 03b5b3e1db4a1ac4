using System.Diagnostics;
using RegCls.Losses;
using RegCls.Models.Images;
using RegCls.Optimisers;

namespace RegCls.Training.Pictures;

/// <summary>The loop of every training on pictures. Network, feed and step are its parts; what an epoch is judged by is up to who asks for the epochs.</summary>
/// <param name="network">What is trained.</param>
/// <param name="name">The method, for messages.</param>
/// <param name="options">Epochs, optimiser, step sizes.</param>
/// <param name="criterion">What is learned beside the network.</param>
/// <param name="feed">The batches.</param>
/// <param name="step">Forward and backward pass of one.</param>
/// <param name="cancellation">Stops between two passes.</param>
internal sealed class PictureTraining<TBatch>(
    PictureNetwork network, string name, PictureTrainingOptions options, IRegressionCriterion criterion, PictureFeed<TBatch> feed, PictureStep<TBatch> step, CancellationToken cancellation) : IDisposable
{
    private readonly Adam adam = new(network.parameters(), options.WeightDecay, options.DecoupledDecay), criterionAdam = new(criterion.Parameters, 0);
    private readonly Divergence divergence = new(network);
    private readonly Stopwatch training = new();

    /// <summary>Time of the passes alone.</summary>
    public TimeSpan Elapsed => training.Elapsed;

    /// <summary>Whether all weights are numbers.</summary>
    public bool HasNumbers => divergence.HasNumbers;

    /// <summary>Trains an epoch each time it is asked for one.</summary>
    /// <returns>Number of the epoch from 1, mean of the minimised value over its steps, and a watch that began with it.</returns>
    /// <exception cref="InvalidOperationException">The loss is no longer a number.</exception>
    public IEnumerable<(int Epoch, double Loss, Stopwatch Watch)> Epochs()
    {
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            double sum = 0;
            int steps = 0;
            network.train();
            training.Start();
            for (int pass = 1; pass <= feed.Passes; pass++)
            {
                cancellation.ThrowIfCancellationRequested();
                TBatch batch = feed.Take();
                double taken = step.Take(batch);
                if (!double.IsFinite(taken))
                {
                    throw Diverged(epoch + 1, $"loss {taken}", step.Values(batch), () => step.Forward(batch));
                }

                sum += taken;
                feed.Return(batch);

                // What remains at the end of an epoch makes a step of its own.
                if (pass % options.Accumulated == 0 || pass == feed.Passes)
                {
                    adam.TakeStep(options.RateOf(epoch));
                    criterionAdam.TakeStep(options.CriterionLearningRate);
                    steps++;
                }
            }

            training.Stop();
            yield return (epoch + 1, sum / steps, watch);
        }
    }

    /// <summary>The exception for a training that cannot go on; see <see cref="Divergence.Explain"/>.</summary>
    public InvalidOperationException Diverged(int epoch, string found, IEnumerable<double> inputs, Action forward) => divergence.Explain(name, epoch, found, inputs, forward, options.LearningRate);

    public void Dispose()
    {
        adam.Dispose();
        criterionAdam.Dispose();
    }
}
