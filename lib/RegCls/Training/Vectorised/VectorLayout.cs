using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training.Vectorised;

/// <summary>
/// Where the parameters of one Tab. 6 network stand in a flat array of rows of 16 floats, one processor vector a row:
/// <c>W₁ | b₁ | W₂ (a row per first-layer unit) | b₂ | regression head | one row per class</c>.
/// The last lane of a head's row is its bias: the last hidden layer carries a constant 1 there, so bias and weights are one product.
/// Unused lanes hold 0 and receive gradient 0, so the optimiser leaves them 0.
/// </summary>
/// <param name="FirstWidth">Units of the first hidden layer, at most 16.</param>
/// <param name="SecondWidth">Units of the second hidden layer, at most 15 (the last lane is the constant 1).</param>
/// <param name="Classes">Classes C; 0 for none.</param>
internal sealed record VectorLayout(int FirstWidth, int SecondWidth, int Classes)
{
    public const int Lanes = 16;
    public const int BiasLane = Lanes - 1;

    public const int FirstWeights = 0;
    public const int FirstBias = Lanes;
    public const int SecondWeights = 2 * Lanes;

    public int SecondBias => SecondWeights + FirstWidth * Lanes;

    public int RegressionHead => SecondBias + Lanes;

    public int ClassHead => RegressionHead + Lanes;

    /// <summary>Classes rounded up to whole tiles of four; the padding rows stay 0.</summary>
    public int PaddedClasses => (Classes + 3) / 4 * 4;

    public int Length => ClassHead + PaddedClasses * Lanes;

    public static bool Supports(MlpShape shape) =>
        shape is { Inputs: 1, Hidden.Count: 2 } && shape.Hidden[0] <= Lanes && shape.Hidden[1] < Lanes;

    /// <summary>Copies the parameters of a single-replica network into rows.</summary>
    public float[] Import(ReplicatedMlp network)
    {
        using DisposeScope scope = NewDisposeScope();
        float[] rows = new float[Length];
        foreach ((Tensor parameter, Func<int, int, int> position) in Places(network))
        {
            int width = (int)parameter.shape[2];
            float[] values = parameter.detach().data<float>().ToArray();
            for (int i = 0; i < values.Length; i++)
            {
                rows[position(i / width, i % width)] = values[i];
            }
        }

        return rows;
    }

    /// <summary>Copies rows back into a single-replica network.</summary>
    public void Export(float[] rows, ReplicatedMlp network)
    {
        using IDisposable guard = no_grad();
        using DisposeScope scope = NewDisposeScope();
        foreach ((Tensor parameter, Func<int, int, int> position) in Places(network))
        {
            int width = (int)parameter.shape[2];
            float[] values = [.. Enumerable.Range(0, (int)parameter.NumberOfElements).Select(i => rows[position(i / width, i % width)])];
            parameter.copy_(tensor(values, parameter.shape));
        }
    }

    // Each parameter tensor [1, from, to] with the place of its element (from, to) in the rows.
    private IEnumerable<(Tensor Parameter, Func<int, int, int> Position)> Places(ReplicatedMlp network)
    {
        (Tensor Weight, Tensor Bias)[] layers = [.. network.Layers()];
        yield return (layers[0].Weight, (_, to) => FirstWeights + to);
        yield return (layers[0].Bias, (_, to) => FirstBias + to);
        yield return (layers[1].Weight, (from, to) => SecondWeights + from * Lanes + to);
        yield return (layers[1].Bias, (_, to) => SecondBias + to);
        yield return (layers[2].Weight, (from, _) => RegressionHead + from);
        yield return (layers[2].Bias, (_, _) => RegressionHead + BiasLane);
        if (Classes > 0)
        {
            yield return (layers[3].Weight, (from, to) => ClassHead + to * Lanes + from);
            yield return (layers[3].Bias, (_, to) => ClassHead + to * Lanes + BiasLane);
        }
    }
}
