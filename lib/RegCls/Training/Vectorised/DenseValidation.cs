namespace RegCls.Training.Vectorised;

/// <summary>The MSE of a network in <see cref="DenseLayout"/> on a validation set.</summary>
internal sealed class DenseValidation(DenseLayout layout, FeatureRows inputs, double[] targets)
{
    private const int Block = 256;

    private readonly DenseForward forward = new(layout, Block);
    private readonly float[] rows = new float[Block * layout.Shape.Inputs];
    private readonly float[] padded = new float[Block * NetworkLayout.Padded(layout.Shape.Inputs)];
    private readonly int[] indices = [.. Enumerable.Range(0, targets.Length)];

    /// <summary>The MSE at some parameters.</summary>
    public double Mse(float[] parameters)
    {
        double sum = 0;
        for (int first = 0; first < targets.Length; first += Block)
        {
            int count = Math.Min(Block, targets.Length - first);
            inputs.Gather(indices.AsSpan(first, count), rows);
            VectorBatch.Pad(rows, layout.Shape.Inputs, padded, NetworkLayout.Padded(layout.Shape.Inputs), count);
            forward.Run(parameters, padded, DenseLayout.RoundedRows(count));
            for (int sample = 0; sample < count; sample++)
            {
                double residual = forward.Prediction(parameters, sample) - targets[first + sample];
                sum += residual * residual;
            }
        }

        return sum / targets.Length;
    }
}
