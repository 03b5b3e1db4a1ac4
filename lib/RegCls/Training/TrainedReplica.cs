using RegCls.Data;
using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training;

/// <summary>One trained model, as it was after its own last step.</summary>
public sealed class TrainedReplica : IDisposable
{
    private const int BlockRows = 4096;

    internal TrainedReplica(ReplicatedMlp network) => Network = network;

    /// <summary>A network as it is before training.</summary>
    /// <param name="options">The network.</param>
    /// <param name="initialisation">Draws the weights.</param>
    public static TrainedReplica Untrained(TrainingOptions options, RandomStream initialisation)
    {
        NativeLibraries.EnsureLoaded();
        using ReplicatedMlp network = new(options.Shape, [initialisation], options.Precision, options.Initialisation);
        return new TrainedReplica(network.Replica(0));
    }

    /// <summary>The network, R = 1.</summary>
    public ReplicatedMlp Network { get; }

    /// <summary>The learned noise scale σ of a Balanced MSE, in target units; NaN where another loss was minimised.</summary>
    public double NoiseScale { get; internal init; } = double.NaN;

    /// <summary>Predictions f(x) for inputs x of a one-feature network.</summary>
    public double[] Predict(ReadOnlySpan<double> inputs)
    {
        using IDisposable guard = inference_mode();
        using DisposeScope scope = NewDisposeScope();
        return Network.Forward(Batch(inputs), withLogits: false).Prediction.to(ScalarType.Float64).data<double>().ToArray();
    }

    /// <summary>The last hidden layer after its ReLU for inputs x of a one-feature network, <c>[N, width]</c> row by row.</summary>
    public double[] Features(ReadOnlySpan<double> inputs)
    {
        using IDisposable guard = inference_mode();
        using DisposeScope scope = NewDisposeScope();
        return Network.Features(Batch(inputs)).to(ScalarType.Float64).contiguous().data<double>().ToArray();
    }

    /// <summary>Predictions f(x) for rows of several features, some thousand at a time.</summary>
    public double[] Predict(FeatureRows inputs)
    {
        double[] predictions = new double[inputs.Rows.Length];
        ForEachBlock(inputs, (first, block) =>
            Network.Forward(block, withLogits: false).Prediction.to(ScalarType.Float64).data<double>().ToArray().CopyTo(predictions, first));
        return predictions;
    }

    /// <summary>Share of rows whose largest logit is their class, of those that have one; NaN without a classification head or without such rows.</summary>
    /// <param name="inputs">N rows of several features.</param>
    /// <param name="labels">[N] classes; negative for rows that count for nothing.</param>
    public double ClassAccuracy(FeatureRows inputs, long[] labels)
    {
        if (Network.Shape.Classes == 0)
        {
            return double.NaN;
        }

        long right = 0, all = 0;
        ForEachBlock(inputs, (first, block) =>
        {
            long[] predicted = Network.Forward(block).Logits!.argmax(2).data<long>().ToArray();
            for (int i = 0; i < predicted.Length; i++)
            {
                all += labels[first + i] >= 0 ? 1 : 0;
                right += labels[first + i] >= 0 && labels[first + i] == predicted[i] ? 1 : 0;
            }
        });
        return (double)right / all;
    }

    /// <summary>Share of samples whose largest logit is their class; NaN without a classification head.</summary>
    public double ClassAccuracy(ReadOnlySpan<double> inputs, ReadOnlySpan<long> labels)
    {
        using IDisposable guard = inference_mode();
        using DisposeScope scope = NewDisposeScope();
        if (Network.Forward(Batch(inputs)).Logits is not { } logits)
        {
            return double.NaN;
        }

        using Tensor expected = tensor(labels.ToArray(), [1, labels.Length]);
        return logits.argmax(2).eq(expected).to(ScalarType.Float64).mean().item<double>();
    }

    /// <summary>The class head's outputs for inputs x of a one-feature network: <c>[N, C]</c>, row after row.</summary>
    /// <exception cref="InvalidOperationException">There is no classification head.</exception>
    public double[] Logits(ReadOnlySpan<double> inputs)
    {
        using IDisposable guard = inference_mode();
        using DisposeScope scope = NewDisposeScope();
        Tensor logits = Network.Forward(Batch(inputs)).Logits ?? throw new InvalidOperationException("This network has no classification head, so it has no outputs of one.");
        return logits.to(ScalarType.Float64).contiguous().data<double>().ToArray();
    }

    /// <summary>Class probabilities, the softmax of the logits, for inputs x of a one-feature network: <c>[N, C]</c>, row after row; null without a classification head.</summary>
    public double[]? ClassProbabilities(ReadOnlySpan<double> inputs)
    {
        using IDisposable guard = inference_mode();
        using DisposeScope scope = NewDisposeScope();
        return Network.Forward(Batch(inputs)).Logits is { } logits
            ? logits.to(ScalarType.Float64).softmax(2).contiguous().data<double>().ToArray()
            : null;
    }

    /// <summary>Frees the network.</summary>
    public void Dispose() => Network.Dispose();

    private void ForEachBlock(FeatureRows inputs, Action<int, Tensor> use)
    {
        using IDisposable guard = inference_mode();
        float[] values = new float[Math.Min(BlockRows, inputs.Rows.Length) * inputs.Width];
        int[] indices = [.. Enumerable.Range(0, inputs.Rows.Length)];
        for (int first = 0; first < indices.Length; first += BlockRows)
        {
            using DisposeScope scope = NewDisposeScope();
            int count = Math.Min(BlockRows, indices.Length - first);
            inputs.Gather(indices.AsSpan(first, count), values);
            use(first, tensor(values.AsMemory(0, count * inputs.Width).ToArray(), [1, count, inputs.Width]).to(Network.Precision.ToScalarType()));
        }
    }

    private Tensor Batch(ReadOnlySpan<double> inputs) =>
        tensor(inputs.ToArray(), [1, inputs.Length, 1]).to(Network.Precision.ToScalarType());
}
