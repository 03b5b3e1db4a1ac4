using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training;

/// <summary>One trained model, as it was after its own last step.</summary>
public sealed class TrainedReplica : IDisposable
{
    internal TrainedReplica(ReplicatedMlp network) => Network = network;

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

    private Tensor Batch(ReadOnlySpan<double> inputs) =>
        tensor(inputs.ToArray(), [1, inputs.Length, 1]).to(Network.Precision.ToScalarType());
}
