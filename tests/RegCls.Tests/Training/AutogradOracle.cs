using RegCls.Data;
using RegCls.Models;
using RegCls.Training.Vectorised;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

/// <summary>Holds gradients of the vectorised engine to those that autograd has left in a network of double precision.</summary>
internal static class AutogradOracle
{
    /// <param name="network">The network, after <c>backward</c>.</param>
    /// <param name="layout">Where its parameters stand.</param>
    /// <param name="compute">Computes the gradient at some parameters.</param>
    /// <param name="tolerance">Largest error of an element, as a share of the largest gradient.</param>
    public static void Holds(ReplicatedMlp network, VectorLayout layout, Action<float[], float[]> compute, double tolerance)
    {
        using ReplicatedMlp single = Converted(network.Parameters), expected = Converted(network.Gradients!);
        float[] gradients = new float[layout.Length], autograd = layout.Import(expected);
        compute(layout.Import(single), gradients);
        double scale = network.Gradients!.abs().max().item<double>();
        for (int i = 0; i < gradients.Length; i++)
        {
            Assert.Equal(autograd[i], gradients[i], tolerance * scale);
        }

        ReplicatedMlp Converted(Tensor values)
        {
            ReplicatedMlp copy = new(network.Shape, [RandomStream.Named("unused")], Precision.Single);
            using IDisposable guard = no_grad();
            copy.Parameters.copy_(values);
            return copy;
        }
    }
}
