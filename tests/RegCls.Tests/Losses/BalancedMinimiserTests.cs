using MathNet.Numerics.Distributions;
using RegCls.Losses;
using RegCls.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Losses;

/// <summary>
/// A case with a known answer. Labels are imbalanced, y ~ N(m, τ²), and x | y ~ N(y, s²) in both worlds. With a uniform label prior p_bal(y|x) = N(x, s²): the balanced
/// regression is f(x) = x with σ = s. The imbalanced posterior mean, which MSE finds, is shrunk towards m: its slope is τ² / (τ² + s²).
/// </summary>
public class BalancedMinimiserTests
{
    private const double Mean = 0.7, Tau = 0.6, Noise = 0.5;
    private const double Shrunk = Tau * Tau / (Tau * Tau + Noise * Noise);

    private static readonly (double[] X, double[] Y) Sample = Draw(256);

    // Quantiles of a lattice in the unit square: no seed, and sums converge nearly as 1/n.
    private static (double[] X, double[] Y) Draw(int count)
    {
        double golden = (Math.Sqrt(5) - 1) / 2;
        double[] y = [.. Enumerable.Range(0, count).Select(i => Mean + Tau * Normal.InvCDF(0, 1, (i + 0.5) / count))];
        double[] x = [.. y.Select((label, i) => label + Noise * Normal.InvCDF(0, 1, (0.5 + i * golden) % 1))];
        return (x, y);
    }

    private static (double Slope, double Offset, double Sigma) Minimise(RegressionLoss loss)
    {
        Tensor x = tensor(Sample.X, [1, Sample.X.Length, 1]), y = tensor(Sample.Y, [1, Sample.Y.Length, 1]);
        using BalancedTerm? balanced = loss.IsBalanced() ? BalancedTerm.Create(loss, [Sample.Y], ScalarType.Float64) : null;
        Tensor line = tensor([0.2, 0.0]).requires_grad_(true);
        Tensor gradient = zeros(2, ScalarType.Float64);
        line.grad = gradient;
        foreach ((double rate, int steps) in new[] { (0.05, 120), (0.005, 60) })
        {
            using ReplicatedAdam adam = new(line, gradient, [rate, rate]);
            using ReplicatedAdam? noiseAdam = balanced is null ? null : new(balanced.Noise.Logarithm, balanced.Noise.Gradient!, [rate]);
            for (int step = 0; step < steps; step++)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor prediction = x * line[0] + line[1];
                (balanced?.PerReplica(prediction, y) ?? RegressionTerm.PerReplica(loss, prediction, y)).sum().backward();
                adam.TakeStep();
                noiseAdam?.TakeStep();
            }
        }

        double[] found = line.detach().data<double>().ToArray();
        return (found[0], found[1], balanced?.Noise.Values()[0] ?? double.NaN);
    }

    [Fact]
    public void Mse_finds_the_shrunk_line()
    {
        (double slope, double offset, _) = Minimise(RegressionLoss.Squared);
        Assert.Equal(Shrunk, slope, 0.01);
        Assert.Equal((1 - Shrunk) * Mean, offset, 0.01);
    }

    [Theory]
    [InlineData(RegressionLoss.Gai)]
    [InlineData(RegressionLoss.Bni)]
    [InlineData(RegressionLoss.Bmc)]
    public void Each_balanced_loss_finds_the_balanced_line_and_its_noise(RegressionLoss loss)
    {
        // The shrunk slope is 0.59, 0.41 away.
        const double tolerance = 0.03;
        (double slope, double offset, double sigma) = Minimise(loss);
        Assert.Equal(1, slope, tolerance);
        Assert.Equal(0, offset, tolerance);
        Assert.Equal(Noise, sigma, tolerance);
    }
}
