using System.Diagnostics;
using RegCls.Losses;
using RegCls.Models;
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
/// <param name="judged">What the one who asks for the epochs keeps from one to the next, as pieces of the training's state.</param>
/// <param name="cancellation">Stops between two steps.</param>
internal sealed class PictureTraining<TBatch>(
    PictureNetwork network, string name, PictureTrainingOptions options, IRegressionCriterion criterion, PictureFeed<TBatch> feed, PictureStep<TBatch> step, Action<CheckpointState> judged, CancellationToken cancellation) : IDisposable
{
    private readonly Adam adam = new(network.parameters(), options.WeightDecay, options.DecoupledDecay), criterionAdam = new(criterion.Parameters, 0);
    private readonly Divergence divergence = new(network);
    private readonly Stopwatch training = new(), sinceKept = Stopwatch.StartNew(), total = Stopwatch.StartNew();
    private int epoch, pass, steps, trained;
    private double sum, seconds;
    private string? after;

    /// <summary>Time of the passes alone.</summary>
    public TimeSpan Elapsed => training.Elapsed;

    /// <summary>Epochs, and parts of them, that were trained in that time.</summary>
    public double Trained => (double)trained / feed.Passes;

    /// <summary>Seconds of the training before it was taken up again; 0 where it was not.</summary>
    public double EarlierSeconds { get; private set; }

    /// <summary>Whether all weights are numbers.</summary>
    public bool HasNumbers => divergence.HasNumbers;

    /// <summary>Trains an epoch each time it is asked for one.</summary>
    /// <returns>Number of the epoch from 1, mean of the minimised value over its steps, and a watch that began with it.</returns>
    /// <exception cref="InvalidOperationException">The loss is no longer a number.</exception>
    public IEnumerable<(int Epoch, double Loss, Stopwatch Watch)> Epochs()
    {
        if (options.Checkpoint is { } kept)
        {
            EarlierSeconds = CheckpointState.TryRead(kept.Path, Pieces) ? seconds : 0;
        }

        feed.Start(epoch, pass, after);
        for (; epoch < options.Epochs; epoch++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            network.train();
            training.Start();
            Train();
            training.Stop();
            Keep();
            yield return (epoch + 1, sum / steps, watch);
            (pass, steps, sum) = (0, 0, 0);
        }
    }

    // The passes of an epoch that are left.
    private void Train()
    {
        while (pass < feed.Passes)
        {
            (TBatch batch, string? drawn) = feed.Take();
            double taken = step.Take(batch);
            if (!double.IsFinite(taken))
            {
                throw Diverged(epoch + 1, $"loss {taken}", step.Values(batch), () => step.Forward(batch));
            }

            (sum, pass, trained, after) = (sum + taken, pass + 1, trained + 1, drawn);
            feed.Return(batch);

            // What remains at the end of an epoch makes a step of its own.
            if (pass % options.Accumulated == 0 || pass == feed.Passes)
            {
                adam.TakeStep(options.RateOf(epoch));
                criterionAdam.TakeStep(options.CriterionLearningRate);
                steps++;
                if (cancellation.IsCancellationRequested || sinceKept.Elapsed >= options.Checkpoint?.Every)
                {
                    Keep();
                    cancellation.ThrowIfCancellationRequested();
                }
            }
        }
    }

    private void Keep()
    {
        if (options.Checkpoint is { } kept)
        {
            CheckpointState.Write(kept.Path, Pieces);
            sinceKept.Restart();
        }
    }

    // Taken between two steps, where all gradients are zero.
    private void Pieces(CheckpointState state)
    {
        state.Require("training", $"{name}, {options with { Checkpoint = null }}, {feed.Passes} passes");
        (epoch, pass, steps) = ((int)state.Integer("epoch", epoch), (int)state.Integer("pass", pass), (int)state.Integer("steps", steps));
        (sum, seconds) = (state.Number("sum", sum), state.Number("seconds", seconds + total.Elapsed.TotalSeconds));
        total.Restart();
        after = state.Text("random", after ?? "");
        state.Pieces("network", network.parameters().Concat(network.buffers()));
        state.Pieces("criterion", criterion.Parameters);
        adam.Pieces("adam", state);
        criterionAdam.Pieces("criterion adam", state);
        judged(state);
    }

    /// <summary>The exception for a training that cannot go on; see <see cref="Divergence.Explain"/>.</summary>
    public InvalidOperationException Diverged(int epoch, string found, IEnumerable<double> inputs, Action forward) => divergence.Explain(name, epoch, found, inputs, forward, options.LearningRate);

    public void Dispose()
    {
        adam.Dispose();
        criterionAdam.Dispose();
    }
}
