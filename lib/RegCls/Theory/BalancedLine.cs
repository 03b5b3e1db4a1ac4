using MathNet.Numerics.Distributions;
using RegCls.Losses;
using RegCls.Models;
using RegCls.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Theory;

/// <summary>
/// A case with a known answer. Labels are imbalanced, <c>y ~ N(m, τ²)</c>, and <c>x | y ~ N(y, s²)</c> in both worlds. Under a uniform label prior
/// <c>p_bal(y|x) = N(x, s²)</c>: the balanced regression is <c>f(x) = x</c> with σ = s. The imbalanced posterior mean, which MSE finds, is shrunk towards m: a line of slope
/// <see cref="ShrunkSlope"/> (Eq. 5 with Gaussians).
/// </summary>
/// <param name="Slope">Slope of the fitted line.</param>
/// <param name="Offset">Its value at x = 0, in target units.</param>
/// <param name="Sigma">The learned noise scale σ; NaN for the squared loss.</param>
public sealed record BalancedLine(double Slope, double Offset, double Sigma)
{
    /// <summary>m, the mean of the labels.</summary>
    public const double LabelMean = 0.7;

    /// <summary>τ, the standard deviation of the labels.</summary>
    public const double LabelSpread = 0.6;

    /// <summary>s, the standard deviation of x given y.</summary>
    public const double Noise = 0.5;

    /// <summary><c>τ² / (τ² + s²)</c>: the slope of the mean of y given x in the imbalanced world.</summary>
    public const double ShrunkSlope = LabelSpread * LabelSpread / (LabelSpread * LabelSpread + Noise * Noise);

    /// <summary><c>m s² / (τ² + s²)</c>: the offset of that line.</summary>
    public const double ShrunkOffset = (1 - ShrunkSlope) * LabelMean;

    /// <summary>Inputs and labels of the imbalanced world, without a seed: quantiles at the points of a lattice in the unit square, so that means converge nearly as 1/n.</summary>
    /// <param name="count">Number of samples, positive.</param>
    public static (double[] Inputs, double[] Targets) Sample(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        double golden = (Math.Sqrt(5) - 1) / 2;
        double[] targets = [.. Enumerable.Range(0, count).Select(i => LabelMean + LabelSpread * Normal.InvCDF(0, 1, (i + 0.5) / count))];
        return ([.. targets.Select((target, i) => target + Noise * Normal.InvCDF(0, 1, (0.5 + i * golden) % 1))], targets);
    }

    /// <summary>Fits a line to the sample by gradient descent on a loss, all samples at once; a Balanced MSE learns σ as well, from σ = 1.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="inputs">x, <c>[N]</c>.</param>
    /// <param name="targets">y, <c>[N]</c>.</param>
    public static BalancedLine Fit(RegressionLoss loss, double[] inputs, double[] targets)
    {
        NativeLibraries.EnsureLoaded();
        using DisposeScope scope = NewDisposeScope();
        Tensor x = tensor(inputs, [1, inputs.Length, 1]), y = tensor(targets, [1, targets.Length, 1]);
        using BalancedTerm? balanced = loss.IsBalanced() ? BalancedTerm.Create(loss, [targets], ScalarType.Float64) : null;
        Tensor slope = tensor([0.2, 0.0]).requires_grad_(true), gradient = zeros(2, ScalarType.Float64);
        slope.grad = gradient;
        foreach ((double rate, int steps) in new[] { (0.05, 120), (0.005, 60) })
        {
            using ReplicatedAdam adam = new(slope, gradient, [rate, rate]);
            using ReplicatedAdam? noiseAdam = balanced is null ? null : new(balanced.Noise.Logarithm, balanced.Noise.Gradient!, [rate]);
            for (int step = 0; step < steps; step++)
            {
                using DisposeScope temporaries = NewDisposeScope();
                Tensor prediction = (x * slope[0]).add(slope[1], alpha: Numbers.One);
                (balanced?.PerReplica(prediction, y) ?? RegressionTerm.PerReplica(loss, prediction, y)).sum().backward();
                adam.TakeStep();
                noiseAdam?.TakeStep();
            }
        }

        double[] line = slope.detach().data<double>().ToArray();
        return new BalancedLine(line[0], line[1], balanced?.Noise.Values()[0] ?? double.NaN);
    }
}
