using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RegCls.Losses;
using static RegCls.Training.Vectorised.NetworkLayout;
using static RegCls.Training.Vectorised.VectorLayout;

namespace RegCls.Training.Vectorised;

/// <summary>
/// Gradient of <c>factor · MSE + class loss</c> (Eq. 3 and 4) for one Tab. 6 network and one batch, written out by hand. A sample's hidden
/// layer is one vector; nothing is allocated in a step.
/// </summary>
internal sealed class VectorGradient : IVectorGradient
{
    private static readonly Vector512<float> ConstantOne = Vector512<float>.Zero.WithElement(BiasLane, 1f);
    private static readonly Vector512<float> NotBias = Vector512<float>.AllBitsSet.WithElement(BiasLane, 0f);

    private readonly VectorLayout layout;
    private readonly VectorHead? head;
    private readonly float[] first;
    private readonly float[] second;
    private readonly float[] secondGradient;
    private readonly float[] secondTransposed = new float[Lanes * Lanes];

    public VectorGradient(VectorLayout layout, int batchSize, ClassLoss classLoss = ClassLoss.CrossEntropy)
    {
        this.layout = layout;
        head = layout.Classes > 0 ? new VectorHead(layout, batchSize, classLoss) : null;
        first = new float[batchSize * Lanes];
        second = new float[batchSize * Lanes];
        secondGradient = new float[batchSize * Lanes];
    }

    /// <inheritdoc/>
    public void Compute(float[] parameters, VectorBatch batch, float regressionFactor, float[] gradients)
    {
        Array.Clear(gradients);
        Forward(parameters, batch.Inputs);
        if (head is null)
        {
            Array.Clear(secondGradient);
        }
        else
        {
            head.Backward(parameters, second, batch, gradients, secondGradient);
        }

        RegressionHead(parameters, batch.Targets, 2 * regressionFactor / batch.Size, gradients);
        SecondLayer(batch.Size, gradients);
        FirstLayer(parameters, batch.Inputs, gradients);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> At(float[] values, int index) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector512<float> value, float[] values, int index) =>
        value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)index);

    private void Forward(float[] parameters, float[] inputs)
    {
        Vector512<float> weights = At(parameters, FirstWeights), bias = At(parameters, FirstBias), secondBias = At(parameters, layout.SecondBias);
        for (int sample = 0; sample < inputs.Length; sample++)
        {
            int row = sample * Lanes;
            Vector512<float> h1 = Vector512.Max(Vector512.FusedMultiplyAdd(Vector512.Create(inputs[sample]), weights, bias), Vector512<float>.Zero);
            Put(h1, first, row);
            Vector512<float> z2 = secondBias;
            for (int unit = 0; unit < layout.FirstWidth; unit++)
            {
                z2 = Vector512.FusedMultiplyAdd(Vector512.Create(first[row + unit]), At(parameters, SecondWeights + unit * Lanes), z2);
            }

            Put(Vector512.Max(z2, Vector512<float>.Zero) + ConstantOne, second, row);
        }
    }

    // Adds the regression head's share to the gradient of the last hidden layer and passes all of it back through the ReLU.
    private void RegressionHead(float[] parameters, float[] targets, float scale, float[] gradients)
    {
        Vector512<float> weights = At(parameters, layout.RegressionHead), weightGradient = default;
        for (int sample = 0; sample < targets.Length; sample++)
        {
            Vector512<float> features = At(second, sample * Lanes);
            Vector512<float> residual = Vector512.Create(scale * (Vector512.Dot(features, weights) - targets[sample]));
            weightGradient = Vector512.FusedMultiplyAdd(residual, features, weightGradient);
            Vector512<float> gradient = Vector512.FusedMultiplyAdd(residual, weights, At(secondGradient, sample * Lanes));
            Vector512<float> active = Vector512.GreaterThan(features, Vector512<float>.Zero) & NotBias;
            Put(gradient & active, secondGradient, sample * Lanes);
        }

        Put(weightGradient, gradients, layout.RegressionHead);
    }

    private void SecondLayer(int samples, float[] gradients)
    {
        Vector512<float> bias = default;
        for (int sample = 0; sample < samples; sample++)
        {
            bias += At(secondGradient, sample * Lanes);
        }

        Put(bias, gradients, layout.SecondBias);
        for (int unit = 0; unit < layout.FirstWidth; unit++)
        {
            // Four chains hide the latency of the multiply-add; a batch is a multiple of 16.
            Vector512<float> g0 = default, g1 = default, g2 = default, g3 = default;
            for (int row = 0; row < samples * Lanes; row += 4 * Lanes)
            {
                g0 = Vector512.FusedMultiplyAdd(Vector512.Create(first[row + unit]), At(secondGradient, row), g0);
                g1 = Vector512.FusedMultiplyAdd(Vector512.Create(first[row + Lanes + unit]), At(secondGradient, row + Lanes), g1);
                g2 = Vector512.FusedMultiplyAdd(Vector512.Create(first[row + 2 * Lanes + unit]), At(secondGradient, row + 2 * Lanes), g2);
                g3 = Vector512.FusedMultiplyAdd(Vector512.Create(first[row + 3 * Lanes + unit]), At(secondGradient, row + 3 * Lanes), g3);
            }

            Put(g0 + g1 + (g2 + g3), gradients, SecondWeights + unit * Lanes);
        }
    }

    private void FirstLayer(float[] parameters, float[] inputs, float[] gradients)
    {
        for (int unit = 0; unit < layout.FirstWidth; unit++)
        {
            for (int lane = 0; lane < layout.SecondWidth; lane++)
            {
                secondTransposed[lane * Lanes + unit] = parameters[SecondWeights + unit * Lanes + lane];
            }
        }

        Vector512<float> weightGradient = default, biasGradient = default;
        for (int sample = 0; sample < inputs.Length; sample++)
        {
            int row = sample * Lanes;
            Vector512<float> even = default, odd = default;
            for (int lane = 0; lane < layout.SecondWidth; lane += 2)
            {
                even = Vector512.FusedMultiplyAdd(Vector512.Create(secondGradient[row + lane]), At(secondTransposed, lane * Lanes), even);
                odd = Vector512.FusedMultiplyAdd(Vector512.Create(secondGradient[row + lane + 1]), At(secondTransposed, (lane + 1) * Lanes), odd);
            }

            Vector512<float> gradient = (even + odd) & Vector512.GreaterThan(At(first, row), Vector512<float>.Zero);
            weightGradient = Vector512.FusedMultiplyAdd(Vector512.Create(inputs[sample]), gradient, weightGradient);
            biasGradient += gradient;
        }

        Put(weightGradient, gradients, FirstWeights);
        Put(biasGradient, gradients, FirstBias);
    }
}
