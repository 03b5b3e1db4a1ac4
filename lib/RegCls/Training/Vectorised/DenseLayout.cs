using RegCls.Models;
using static TorchSharp.torch;

namespace RegCls.Training.Vectorised;

/// <summary>
/// The layout of a network of any number of inputs and hidden layers: for each layer a row of whole vectors per input, then its bias. The regression head is one row and a bias, the classification head
/// a layer like the others.
/// </summary>
/// <param name="Shape">Layer widths; ReLU after each hidden layer.</param>
internal sealed record DenseLayout(MlpShape Shape) : NetworkLayout
{
    // Rows come in blocks of this many.
    private const int RowBlock = DenseProduct.Rows;

    /// <summary>Units before each layer: the inputs, then the hidden widths.</summary>
    public int From(int layer) => layer == 0 ? Shape.Inputs : Shape.Hidden[layer - 1];

    /// <summary>Hidden layers.</summary>
    public int Layers => Shape.Hidden.Count;

    /// <summary>Units of the last hidden layer.</summary>
    public int Last => Shape.Hidden[^1];

    /// <summary>Where the weights of a hidden layer begin.</summary>
    public int Weights(int layer) => Enumerable.Range(0, layer).Sum(Size);

    /// <summary>Where the bias of a hidden layer begins.</summary>
    public int Bias(int layer) => Weights(layer) + RoundedRows(From(layer)) * Padded(Shape.Hidden[layer]);

    /// <summary>The row of the regression head.</summary>
    public int RegressionHead => Weights(Layers);

    /// <summary>The bias of the regression head.</summary>
    public int RegressionBias => RegressionHead + Padded(Last);

    /// <summary>Where the weights of the classification head begin.</summary>
    public int ClassHead => RegressionBias + Lanes;

    /// <summary>Where the bias of the classification head begins.</summary>
    public int ClassBias => ClassHead + RoundedRows(Last) * Padded(Shape.Classes);

    /// <inheritdoc/>
    public override int Length => Shape.Classes > 0 ? ClassBias + Padded(Shape.Classes) : ClassHead;

    /// <summary>A number of rows rounded up to whole blocks.</summary>
    public static int RoundedRows(int rows) => (rows + RowBlock - 1) / RowBlock * RowBlock;

    /// <inheritdoc/>
    protected override IEnumerable<(Tensor Parameter, Func<int, int, int> Position)> Places(ReplicatedMlp network)
    {
        (Tensor Weight, Tensor Bias)[] layers = [.. network.Layers()];
        for (int layer = 0; layer < Layers; layer++)
        {
            int weights = Weights(layer), bias = Bias(layer), stride = Padded(Shape.Hidden[layer]);
            yield return (layers[layer].Weight, (from, to) => weights + from * stride + to);
            yield return (layers[layer].Bias, (_, to) => bias + to);
        }

        yield return (layers[Layers].Weight, (from, _) => RegressionHead + from);
        yield return (layers[Layers].Bias, (_, _) => RegressionBias);
        if (Shape.Classes > 0)
        {
            yield return (layers[Layers + 1].Weight, (from, to) => ClassHead + from * Padded(Shape.Classes) + to);
            yield return (layers[Layers + 1].Bias, (_, to) => ClassBias + to);
        }
    }

    private int Size(int layer) => (RoundedRows(From(layer)) + 1) * Padded(Shape.Hidden[layer]);
}
