using System.Runtime.Intrinsics;

namespace RegCls.Training.Vectorised;

/// <summary>The gradient for a network of any inputs and widths, written out by hand with one matrix product (<see cref="DenseProduct"/>).</summary>
internal sealed class DenseGradient : IVectorGradient
{
    private const int Lanes = NetworkLayout.Lanes;

    private readonly DenseLayout layout;
    private readonly DenseForward forward;
    private readonly DenseSoftmax? softmax;
    private readonly float[][] activationGradients;
    private readonly float[] transposed;
    private readonly float[] zeros;

    public DenseGradient(DenseLayout layout, int batchSize)
    {
        this.layout = layout;
        forward = new DenseForward(layout, batchSize);
        softmax = layout.Shape.Classes > 0 ? new DenseSoftmax(layout.Shape.Classes, batchSize) : null;
        activationGradients = [.. layout.Shape.Hidden.Select(width => new float[batchSize * NetworkLayout.Padded(width)])];
        int widest = NetworkLayout.Padded(Math.Max(layout.Shape.Hidden.Max(), layout.Shape.Classes));
        transposed = new float[widest * widest];
        zeros = new float[Math.Max(widest, NetworkLayout.Padded(layout.Shape.Inputs))];
    }

    /// <inheritdoc/>
    public void Compute(float[] parameters, VectorBatch batch, float regressionFactor, float[] gradients)
    {
        forward.Run(parameters, batch.Inputs, batch.Size);
        float[] gradient = activationGradients[^1];
        if (softmax is null)
        {
            Array.Clear(gradient);
        }
        else
        {
            ClassHead(parameters, batch, softmax, gradients, gradient);
        }

        RegressionHead(parameters, batch, regressionFactor, gradients, gradient);
        for (int layer = layout.Layers - 1; layer >= 0; layer--)
        {
            Layer(layer, parameters, batch, gradients);
        }
    }

    private void ClassHead(float[] parameters, VectorBatch batch, DenseSoftmax head, float[] gradients, float[] gradient)
    {
        int from = layout.Last, stride = NetworkLayout.Padded(from), classes = NetworkLayout.Padded(layout.Shape.Classes), rows = DenseLayout.RoundedRows(from);
        float[] features = forward.Activations[^1], logits = head.Values;
        DenseProduct.Compute(features, 0, stride, 1, parameters, layout.ClassHead, parameters, layout.ClassBias, logits, 0, batch.Size, classes, from);
        head.Differentiate(batch.Labels);
        DenseProduct.Compute(features, 0, 1, stride, logits, 0, zeros, 0, gradients, layout.ClassHead, rows, classes, batch.Size);
        ColumnSums(logits, batch.Size, classes, gradients, layout.ClassBias);
        Transpose(parameters, layout.ClassHead, from, layout.Shape.Classes, classes, stride);
        DenseProduct.Compute(logits, 0, classes, 1, transposed, 0, zeros, 0, gradient, 0, batch.Size, stride, layout.Shape.Classes);
    }

    // Adds the regression head's share to the gradient of the last hidden layer.
    private void RegressionHead(float[] parameters, VectorBatch batch, float factor, float[] gradients, float[] gradient)
    {
        int stride = NetworkLayout.Padded(layout.Last), head = layout.RegressionHead;
        float[] features = forward.Activations[^1];
        float scale = 2 * factor / batch.Size, bias = 0;
        Array.Clear(gradients, layout.RegressionHead, stride + Lanes);
        for (int sample = 0; sample < batch.Size; sample++)
        {
            int row = sample * stride;
            float residual = scale * (forward.Prediction(parameters, sample) - batch.Targets[sample]);
            bias += residual;
            Vector512<float> share = Vector512.Create(residual);
            for (int lane = 0; lane < stride; lane += Lanes)
            {
                Vector512.FusedMultiplyAdd(share, At(features, row + lane), At(gradients, head + lane)).StoreUnsafe(ref gradients[head + lane]);
                Vector512.FusedMultiplyAdd(share, At(parameters, head + lane), At(gradient, row + lane)).StoreUnsafe(ref gradient[row + lane]);
            }
        }

        gradients[layout.RegressionBias] = bias;
    }

    // Through the ReLU of a hidden layer to its weights, its bias and the layer before.
    private void Layer(int layer, float[] parameters, VectorBatch batch, float[] gradients)
    {
        int from = layout.From(layer), to = layout.Shape.Hidden[layer], stride = NetworkLayout.Padded(to), fromStride = NetworkLayout.Padded(from), rows = DenseLayout.RoundedRows(from);
        float[] gradient = activationGradients[layer], activations = forward.Activations[layer], before = layer == 0 ? batch.Inputs : forward.Activations[layer - 1];
        for (int i = 0; i < batch.Size * stride; i += Lanes)
        {
            (At(gradient, i) & Vector512.GreaterThan(At(activations, i), Vector512<float>.Zero)).StoreUnsafe(ref gradient[i]);
        }

        DenseProduct.Compute(before, 0, 1, fromStride, gradient, 0, zeros, 0, gradients, layout.Weights(layer), rows, stride, batch.Size);
        ColumnSums(gradient, batch.Size, stride, gradients, layout.Bias(layer));
        if (layer > 0)
        {
            Transpose(parameters, layout.Weights(layer), from, to, stride, fromStride);
            DenseProduct.Compute(gradient, 0, stride, 1, transposed, 0, zeros, 0, activationGradients[layer - 1], 0, batch.Size, fromStride, to);
        }
    }

    private static void ColumnSums(float[] values, int rows, int stride, float[] sums, int offset)
    {
        for (int lane = 0; lane < stride; lane += Lanes)
        {
            Vector512<float> sum = default;
            for (int row = 0; row < rows; row++)
            {
                sum += At(values, row * stride + lane);
            }

            sum.StoreUnsafe(ref sums[offset + lane]);
        }
    }

    // Lanes beyond `from` meet activations that are 0 and are masked by them, so what stands there does not count; it is 0 all the same.
    private void Transpose(float[] weights, int offset, int from, int to, int stride, int toStride)
    {
        Array.Clear(transposed, 0, to * toStride);
        for (int i = 0; i < from; i++)
        {
            for (int j = 0; j < to; j++)
            {
                transposed[j * toStride + i] = weights[offset + i * stride + j];
            }
        }
    }

    private static Vector512<float> At(float[] values, int index) => Vector512.LoadUnsafe(ref values[index]);
}
