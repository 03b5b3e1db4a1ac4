using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>
/// σ of the Gaussian noise of the balanced world, one a replica, for the Balanced MSE losses. What is stored and learned is its logarithm, so that σ stays positive
/// whatever the step (Ren et al. learn σ itself).
/// </summary>
public sealed class NoiseScale : IDisposable
{
    private static readonly Scalar Two = 2, MinusTwo = -2, Half = 0.5;

    /// <summary>Starts with given values.</summary>
    /// <param name="scales">σ of each replica, positive, in target units.</param>
    /// <param name="learnable">True if gradients are collected in <see cref="Gradient"/>; false for a fixed σ.</param>
    /// <param name="type">Element type, that of the predictions.</param>
    /// <exception cref="ArgumentException">There is no σ, or one is not positive and finite.</exception>
    public NoiseScale(IReadOnlyList<double> scales, bool learnable, ScalarType type = ScalarType.Float64)
    {
        if (scales.Count == 0)
        {
            throw new ArgumentException("Balanced MSE needs one noise scale σ a replica, got none.", nameof(scales));
        }

        for (int replica = 0; replica < scales.Count; replica++)
        {
            if (!(scales[replica] > 0) || !double.IsFinite(scales[replica]))
            {
                throw new ArgumentException($"The noise scale σ of replica {replica} is {scales[replica]}; expected a positive number, in target units.", nameof(scales));
            }
        }

        Replicas = scales.Count;
        Logarithm = tensor(scales.Select(scale => Math.Log(scale)).ToArray(), type).DetachFromDisposeScope();
        if (learnable)
        {
            Gradient = zeros([Replicas], type).DetachFromDisposeScope();
            Logarithm.requires_grad_(true);
            Logarithm.grad = Gradient;
        }
    }

    /// <summary>Number of replicas R.</summary>
    public int Replicas { get; }

    /// <summary>log σ, <c>[R]</c>.</summary>
    public Tensor Logarithm { get; }

    /// <summary>The gradient with respect to <see cref="Logarithm"/>, <c>[R]</c>; null for a fixed σ.</summary>
    public Tensor? Gradient { get; }

    /// <summary>σ of each replica now, in target units.</summary>
    public double[] Values()
    {
        using IDisposable guard = no_grad();
        using DisposeScope scope = NewDisposeScope();
        return Logarithm.to(ScalarType.Float64).exp().data<double>().ToArray();
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Logarithm.Dispose();
        Gradient?.Dispose();
    }

    /// <summary>log σ as <c>[R, 1, 1]</c>.</summary>
    internal Tensor LogScale() => Logarithm.view(-1, 1, 1);

    /// <summary>σ² as <c>[R, 1, 1]</c>.</summary>
    internal Tensor Variance() => LogScale().mul(Two).exp();

    /// <summary>1 / 2σ² as <c>[R, 1, 1]</c>.</summary>
    internal Tensor HalfPrecision() => LogScale().mul(MinusTwo).exp().mul(Half);

    /// <summary>2σ² as <c>[R]</c>, a number and no function of log σ: nothing flows back through it.</summary>
    internal Tensor LossFactor()
    {
        using Tensor fixedLogarithm = Logarithm.detach();
        return fixedLogarithm.mul(Two).exp_().mul_(Two);
    }
}
