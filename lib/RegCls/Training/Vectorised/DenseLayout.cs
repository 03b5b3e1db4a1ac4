using RegCls.Models;
using static TorchSharp.torch;

namespace RegCls.Training.Vectorised;

/// <summary>
/// The layout of a network of any number of inputs and hidden layers: for each layer a row of whole vectors per input, then its bias. The regression head is one row and a bias, the classification head
/// a layer like the others.
/// </summary>
internal sealed record DenseLayout : NetworkLayout
{
    // Rows come in blocks of this many.
    private const int RowBlock = DenseProduct.Rows;

    private readonly int[] weights;

    /// <summary>Lays out a network.</summary>
    /// <param name="shape">Layer widths; ReLU after each hidden layer.</param>
    public DenseLayout(MlpShape shape)
    {
        Shape = shape;
        Layers = shape.Hidden.Count;
        Last = shape.Hidden[^1];
        weights = new int[Layers + 1];
        for (int layer = 0; layer < Layers; layer++)
        {
            weights[layer + 1] = weights[layer] + (RoundedRows(From(layer)) + 1) * Padded(shape.Hidden[layer]);
        }

        RegressionHead = weights[Layers];
        RegressionBias = RegressionHead + Padded(Last);
        ClassHead = RegressionBias + Lanes;
        ClassBias = ClassHead + RoundedRows(Last) * Padded(shape.Classes);
        Length = shape.Classes > 0 ? ClassBias + Padded(shape.Classes) : ClassHead;
    }

    /// <summary>Layer widths.</summary>
    public MlpShape Shape { get; }

    /// <summary>Hidden layers.</summary>
    public int Layers { get; }

    /// <summary>Units of the last hidden layer.</summary>
    public int Last { get; }

    /// <summary>The row of the regression head.</summary>
    public int RegressionHead { get; }

    /// <summary>The bias of the regression head.</summary>
    public int RegressionBias { get; }

    /// <summary>Where the weights of the classification head begin.</summary>
    public int ClassHead { get; }

    /// <summary>Where the bias of the classification head begins.</summary>
    public int ClassBias { get; }

    /// <inheritdoc/>
    public override int Length { get; }

    /// <summary>Units before a layer: the inputs, then the hidden widths.</summary>
    public int From(int layer) => layer == 0 ? Shape.Inputs : Shape.Hidden[layer - 1];

    /// <summary>Where the weights of a hidden layer begin.</summary>
    public int Weights(int layer) => weights[layer];

    /// <summary>Where the bias of a hidden layer begins.</summary>
    public int Bias(int layer) => weights[layer] + RoundedRows(From(layer)) * Padded(Shape.Hidden[layer]);

    /// <summary>A number of rows rounded up to whole blocks.</summary>
    public static int RoundedRows(int rows) => (rows + RowBlock - 1) / RowBlock * RowBlock;

    /// <inheritdoc/>
    protected override IEnumerable<(Tensor Parameter, Func<int, int, int> Position)> Places(ReplicatedMlp network)
    {
        (Tensor Weight, Tensor Bias)[] layers = [.. network.Layers()];
        for (int layer = 0; layer < Layers; layer++)
        {
            int first = Weights(layer), bias = Bias(layer), stride = Padded(Shape.Hidden[layer]);
            yield return (layers[layer].Weight, (from, to) => first + from * stride + to);
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
}
