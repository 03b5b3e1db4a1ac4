using System.Runtime.Intrinsics;
using static RegCls.Training.Vectorised.VectorLayout;

namespace RegCls.Training.Vectorised;

/// <summary>Keeps the parameters of the epoch with the lowest validation MSE.</summary>
internal sealed class BestEpoch(VectorLayout layout, (double[] Inputs, double[] Targets) validation)
{
    private double lowest = double.PositiveInfinity;

    /// <summary>The parameters of the best epoch so far; null before the first, or if every epoch's error was NaN.</summary>
    public float[]? Parameters { get; private set; }

    /// <summary>Keeps a copy if these parameters are better than all before.</summary>
    public void Offer(float[] parameters)
    {
        double mse = Mse(parameters);
        if (mse < lowest)
        {
            (lowest, Parameters) = (mse, [.. parameters]);
        }
    }

    private double Mse(float[] parameters)
    {
        Vector512<float> weights = Row(FirstWeights), bias = Row(FirstBias), secondBias = Row(layout.SecondBias), head = Row(layout.RegressionHead);
        Vector512<float> constantOne = Vector512<float>.Zero.WithElement(BiasLane, 1f);
        double sum = 0;
        for (int sample = 0; sample < validation.Inputs.Length; sample++)
        {
            Vector512<float> h1 = Vector512.Max(Vector512.FusedMultiplyAdd(Vector512.Create((float)validation.Inputs[sample]), weights, bias), Vector512<float>.Zero);
            Vector512<float> z2 = secondBias;
            for (int unit = 0; unit < layout.FirstWidth; unit++)
            {
                z2 = Vector512.FusedMultiplyAdd(Vector512.Create(h1[unit]), Row(SecondWeights + unit * Lanes), z2);
            }

            double residual = Vector512.Dot(Vector512.Max(z2, Vector512<float>.Zero) + constantOne, head) - validation.Targets[sample];
            sum += residual * residual;
        }

        return sum / validation.Inputs.Length;

        Vector512<float> Row(int index) => Vector512.LoadUnsafe(ref parameters[index]);
    }
}
