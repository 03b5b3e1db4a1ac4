using System.Numerics;
using System.Runtime.Intrinsics;
using static RegCls.Training.Vectorised.NetworkLayout;
using static RegCls.Training.Vectorised.VectorLayout;

namespace RegCls.Training.Vectorised;

/// <summary>The MSE of a network in <see cref="VectorLayout"/> on a validation set.</summary>
internal sealed class VectorValidation(VectorLayout layout, (double[] Inputs, double[] Targets) validation)
{
    /// <summary>The MSE at some parameters.</summary>
    public double Mse(float[] parameters) => Mse(layout, parameters, validation.Inputs, validation.Targets);

    /// <summary>The MSE of a network on some samples.</summary>
    /// <param name="layout">Its layout.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="inputs">[N].</param>
    /// <param name="targets">[N].</param>
    public static double Mse<T>(VectorLayout layout, float[] parameters, T[] inputs, T[] targets)
        where T : IBinaryFloatingPointIeee754<T>
    {
        Vector512<float> weights = Row(FirstWeights), bias = Row(FirstBias), secondBias = Row(layout.SecondBias), head = Row(layout.RegressionHead);
        Vector512<float> constantOne = Vector512<float>.Zero.WithElement(BiasLane, 1f);
        double sum = 0;
        for (int sample = 0; sample < inputs.Length; sample++)
        {
            Vector512<float> h1 = Vector512.Max(Vector512.FusedMultiplyAdd(Vector512.Create(float.CreateTruncating(inputs[sample])), weights, bias), Vector512<float>.Zero);
            Vector512<float> z2 = secondBias;
            for (int unit = 0; unit < layout.FirstWidth; unit++)
            {
                z2 = Vector512.FusedMultiplyAdd(Vector512.Create(h1[unit]), Row(SecondWeights + unit * Lanes), z2);
            }

            double residual = Vector512.Dot(Vector512.Max(z2, Vector512<float>.Zero) + constantOne, head) - double.CreateTruncating(targets[sample]);
            sum += residual * residual;
        }

        return sum / inputs.Length;

        Vector512<float> Row(int index) => Vector512.LoadUnsafe(ref parameters[index]);
    }
}
