using RegCls.Binning;
using RegCls.Data.Images;
using RegCls.Losses;
using RegCls.Models.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training.Images;

/// <summary>An image model with the weights of its best epoch on validation.</summary>
public sealed class TrainedImageModel : IDisposable
{
    private readonly double[]? values;
    private readonly int batchSize;

    internal TrainedImageModel(ImageNetwork network, TrainingClasses? classes, double[]? values, int batchSize)
    {
        Network = network;
        Classes = classes;
        this.values = values;
        this.batchSize = batchSize;
    }

    /// <summary>The network, in evaluation mode.</summary>
    public ImageNetwork Network { get; }

    /// <summary>The classes it was trained with; null without.</summary>
    public TrainingClasses? Classes { get; }

    /// <summary>The epoch whose weights these are; the first is 1.</summary>
    public int BestEpoch { get; internal set; }

    /// <summary>Validation MSE after the last layer was trained again; null where it was not.</summary>
    public double? LastLayerValidationMse { get; internal set; }

    /// <summary>All epochs.</summary>
    public IReadOnlyList<ImageEpoch> Epochs { get; internal set; } = [];

    /// <summary>Training images a second of wall time, over training steps alone.</summary>
    public double ImagesPerSecond { get; internal set; }

    /// <summary>Seconds of the training before it was taken up again from a <see cref="Pictures.Checkpoint"/>; 0 where it was not.</summary>
    public double EarlierSeconds { get; internal set; }

    /// <summary>Share of the training steps' time spent waiting for a batch, 0 to 1.</summary>
    public double WaitingShare { get; internal set; }

    /// <summary>Predictions: f(x), or the expected value of the classes where the model has no regression loss.</summary>
    /// <param name="images">Images of the size it was trained on.</param>
    /// <param name="indices">Which of them.</param>
    /// <param name="cancellation">Stops between batches.</param>
    /// <returns>[indices], in units of the label.</returns>
    public double[] Predict(IImages images, ReadOnlySpan<int> indices, CancellationToken cancellation = default)
        => Predict(Network, values, images, indices, batchSize, cancellation);

    /// <summary>Frees the network.</summary>
    public void Dispose() => Network.Dispose();

    internal static double[] Predict(ImageNetwork network, double[]? values, IImages images, ReadOnlySpan<int> indices, int batchSize, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(images);
        List<double> predictions = new(indices.Length);
        ForEachBatch(network, images, indices, batchSize, Append, cancellation);
        return [.. predictions];

        void Append(Tensor features, int start)
        {
            Tensor prediction = values is null ? network.Regression(features) : ExpectedValue.Of(network.Logits(features), tensor(values.Select(value => (float)value).ToArray()));
            predictions.AddRange(prediction.data<float>().ToArray().Select(value => (double)value));
        }
    }

    /// <summary>Features of images in evaluation mode, batch by batch, with the place of each batch's first image.</summary>
    internal static void ForEachBatch(ImageNetwork network, IImages images, ReadOnlySpan<int> indices, int batchSize, Action<Tensor, int> use, CancellationToken cancellation)
    {
        network.eval();
        using IDisposable guard = inference_mode();
        int length = 3 * images.Size * images.Size;
        for (int start = 0; start < indices.Length; start += batchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            int[] batch = indices.Slice(start, Math.Min(batchSize, indices.Length - start)).ToArray();
            float[] pixels = new float[batch.Length * length];
            for (int i = 0; i < batch.Length; i++)
            {
                Augmentation.Copy(images.Pixels(batch[i]), pixels.AsSpan(i * length, length), images.Size, 0, 0, mirrored: false);
            }

            using DisposeScope scope = NewDisposeScope();
            use(network.Features(tensor(pixels, [batch.Length, 3, images.Size, images.Size])), start);
        }
    }
}
