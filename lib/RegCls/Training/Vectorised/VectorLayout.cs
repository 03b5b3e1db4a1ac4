using RegCls.Models;
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
internal sealed record VectorLayout(int FirstWidth, int SecondWidth, int Classes) : NetworkLayout
{
    public const int BiasLane = Lanes - 1;

    public const int FirstWeights = 0;
    public const int FirstBias = Lanes;
    public const int SecondWeights = 2 * Lanes;

    public int SecondBias => SecondWeights + FirstWidth * Lanes;

    public int RegressionHead => SecondBias + Lanes;

    public int ClassHead => RegressionHead + Lanes;

    /// <summary>Classes rounded up to whole tiles of four; the padding rows stay 0.</summary>
    public int PaddedClasses => (Classes + 3) / 4 * 4;

    /// <inheritdoc/>
    public override int Length => ClassHead + PaddedClasses * Lanes;

    public static bool Supports(MlpShape shape) =>
        shape is { Inputs: 1, Hidden.Count: 2 } && shape.Hidden[0] <= Lanes && shape.Hidden[1] < Lanes;

    /// <inheritdoc/>
    protected override IEnumerable<(Tensor Parameter, Func<int, int, int> Position)> Places(ReplicatedMlp network)
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
