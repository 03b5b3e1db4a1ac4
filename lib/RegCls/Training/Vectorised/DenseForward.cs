using System.Runtime.Intrinsics;

namespace RegCls.Training.Vectorised;

/// <summary>The forward pass of a network in <see cref="DenseLayout"/>, up to the regression head.</summary>
internal sealed class DenseForward(DenseLayout layout, int batchSize)
{
    /// <summary>Each hidden layer after its ReLU, <c>[B, width]</c>, rows of whole vectors.</summary>
    public float[][] Activations { get; } = [.. layout.Shape.Hidden.Select(width => new float[batchSize * NetworkLayout.Padded(width)])];

    /// <summary>Computes the activations.</summary>
    /// <param name="parameters">Parameters.</param>
    /// <param name="inputs"><c>[B, inputs]</c>, rows of whole vectors.</param>
    /// <param name="samples">B, a multiple of 4.</param>
    public void Run(float[] parameters, float[] inputs, int samples)
    {
        for (int layer = 0; layer < layout.Layers; layer++)
        {
            int from = layout.From(layer), stride = NetworkLayout.Padded(layout.Shape.Hidden[layer]);
            float[] before = layer == 0 ? inputs : Activations[layer - 1], after = Activations[layer];
            DenseProduct.Compute(before, 0, NetworkLayout.Padded(from), 1, parameters, layout.Weights(layer), parameters, layout.Bias(layer), after, 0, samples, stride, from);
            for (int i = 0; i < samples * stride; i += NetworkLayout.Lanes)
            {
                Vector512.Max(Vector512.LoadUnsafe(ref after[i]), Vector512<float>.Zero).StoreUnsafe(ref after[i]);
            }
        }
    }

    /// <summary>f(x) of one sample of the last run.</summary>
    public float Prediction(float[] parameters, int sample)
    {
        int stride = NetworkLayout.Padded(layout.Last), head = layout.RegressionHead;
        float[] features = Activations[^1];
        Vector512<float> sum = default;
        for (int lane = 0; lane < stride; lane += NetworkLayout.Lanes)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref features[sample * stride + lane]), Vector512.LoadUnsafe(ref parameters[head + lane]), sum);
        }

        return Vector512.Sum(sum) + parameters[layout.RegressionBias];
    }
}
