using RegCls.Binning;
using RegCls.Data.Depth;
using RegCls.Models;
using RegCls.Models.Depth;
using RegCls.Training.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training.Depth;

/// <summary>A depth model with the weights of its best epoch on validation; <see cref="Use"/> puts in those of the best on test.</summary>
public sealed class TrainedDepthModel : IDisposable
{
    private readonly int batchSize;
    private readonly NetworkState onValidation, onTest;

    internal TrainedDepthModel(DepthNetwork network, TrainingClasses? classes, int batchSize)
    {
        Network = network;
        Classes = classes;
        this.batchSize = batchSize;
        (onValidation, onTest) = (new NetworkState(network), new NetworkState(network));
    }

    /// <summary>The network, in evaluation mode.</summary>
    public DepthNetwork Network { get; }

    /// <summary>The classes it was trained with; null without.</summary>
    public TrainingClasses? Classes { get; }

    /// <summary>All epochs.</summary>
    public IReadOnlyList<DepthEpoch> Epochs { get; internal set; } = [];

    /// <summary>Seconds of the training before it was taken up again from a <see cref="Pictures.Checkpoint"/>; 0 where it was not.</summary>
    public double EarlierSeconds { get; internal set; }

    /// <summary>Whose weights the network has now.</summary>
    public DepthSelection Selection { get; private set; }

    /// <summary>The epoch chosen by a rule, from 1.</summary>
    /// <exception cref="InvalidOperationException">There were no test frames to choose by.</exception>
    public int BestEpoch(DepthSelection selection) => selection == DepthSelection.BestOnValidation
        ? Epochs.MinBy(epoch => epoch.ValidationRmse)!.Epoch
        : Epochs.All(epoch => epoch.TestRmse is null) ? throw new InvalidOperationException("This model was trained without test frames; only the best epoch on validation is known.") : Epochs.MinBy(epoch => epoch.TestRmse)!.Epoch;

    /// <summary>Puts in the weights of the epoch chosen by a rule.</summary>
    /// <exception cref="InvalidOperationException">There were no test frames to choose by.</exception>
    public void Use(DepthSelection selection)
    {
        _ = BestEpoch(selection);
        (selection == DepthSelection.BestOnValidation ? onValidation : onTest).Restore();
        Selection = selection;
    }

    /// <summary>The predicted depth of a frame.</summary>
    /// <param name="frames">Frames of any even size.</param>
    /// <param name="frame">Which of them.</param>
    /// <returns><c>[Height / 2, Width / 2]</c>, in metres.</returns>
    public float[,] Predict(IDepthFrames frames, int frame)
    {
        ArgumentNullException.ThrowIfNull(frames);
        float[,] depth = new float[frames.Height / 2, frames.Width / 2];
        ForEachBatch(Network, frames, [frame], 1, (features, _) => Buffer.BlockCopy(Network.Regression(features).data<float>().ToArray(), 0, depth, 0, depth.Length * sizeof(float)), default);
        return depth;
    }

    /// <summary>The errors on frames, at half their resolution; test masks are respected.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="indices">Which of them.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public DepthErrorSums Errors(IDepthFrames frames, ReadOnlySpan<int> indices, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(frames);
        DepthErrorSums sums = new();
        int half = frames.Width * frames.Height / 4;
        int[] all = indices.ToArray();
        ForEachBatch(Network, frames, all, batchSize, Add, cancellation);
        return sums;

        void Add(Tensor features, int start)
        {
            float[] predictions = Network.Regression(features).data<float>().ToArray();
            for (int i = 0; i < predictions.Length / half; i++)
            {
                sums.Add(predictions.AsSpan(i * half, half), DepthPixels.Counted(frames, all[start + i]));
            }
        }
    }

    /// <summary>Frees the network.</summary>
    public void Dispose()
    {
        onValidation.Dispose();
        onTest.Dispose();
        Network.Dispose();
    }

    internal void Pieces(CheckpointState state)
    {
        onValidation.Pieces("best on validation", state);
        onTest.Pieces("best on test", state);
    }

    internal void Keep(DepthSelection selection) => (selection == DepthSelection.BestOnValidation ? onValidation : onTest).Keep();

    /// <summary>Features of frames in evaluation mode, batch by batch, with the place of each batch's first frame.</summary>
    internal static void ForEachBatch(DepthNetwork network, IDepthFrames frames, int[] indices, int batchSize, Action<Tensor, int> use, CancellationToken cancellation)
    {
        network.eval();
        using IDisposable guard = inference_mode();
        int area = frames.Width * frames.Height;
        ushort[] depths = new ushort[area];
        for (int start = 0; start < indices.Length; start += batchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(batchSize, indices.Length - start);
            float[] pixels = new float[count * 3 * area];
            for (int i = 0; i < count; i++)
            {
                DepthView.Plain.Copy(frames.Colour(indices[start + i]), frames.Depth(indices[start + i]), frames.Width, pixels.AsSpan(i * 3 * area, 3 * area), depths);
            }

            using DisposeScope scope = NewDisposeScope();
            use(network.Features(network.Maps(tensor(pixels, [count, 3, frames.Height, frames.Width]))), start);
        }
    }
}
