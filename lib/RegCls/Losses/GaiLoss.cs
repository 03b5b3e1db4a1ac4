using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>
/// Balanced MSE with the integral in closed form (Ren et al. 2022, GAI: GMM-based analytical integration): under a Gaussian mixture prior
/// <c>∫ N(y'; f, σ²) p(y') dy' = Σ_k w_k N(f; μ_k, σ² + s_k²)</c>.
/// </summary>
public static class GaiLoss
{
    private static readonly Scalar MinusHalf = -0.5;

    /// <summary><c>-log N(y; f, σ²) + log Σ_k w_k N(f; μ_k, σ² + s_k²)</c> of each sample, in nats.</summary>
    /// <param name="predictions">f(x), <c>[R, N, 1]</c> or <c>[N, 1]</c>.</param>
    /// <param name="targets">y, of the same shape, finite.</param>
    /// <param name="prior">One mixture a replica.</param>
    /// <param name="noise">One σ a replica.</param>
    /// <returns><c>[R, N]</c>.</returns>
    /// <exception cref="ArgumentException">The shapes do not belong together, or a target is not finite.</exception>
    public static Tensor NegativeLogLikelihood(Tensor predictions, Tensor targets, MixturePrior prior, NoiseScale noise)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor f, Tensor y) = BalancedMse.Batch("GAI", predictions, targets, noise, fewest: 1);
        if (prior.Means.shape[0] != noise.Replicas)
        {
            throw new ArgumentException($"GAI got {prior.Means.shape[0]} mixtures and {noise.Replicas} noise scales; expected one of each a replica.", nameof(prior));
        }

        // Both densities have the factor 1 / √2π; it cancels.
        Tensor fit = BalancedMse.SquaredDistance(f, y, noise).add(noise.LogScale(), alpha: Numbers.One);
        Tensor variances = prior.Variances.add(noise.Variance(), alpha: Numbers.One);
        Tensor distances = f.add(prior.Means, alpha: Numbers.MinusOne);
        Tensor logDensities = (distances * distances / variances).add(variances.log(), alpha: Numbers.One).mul(MinusHalf).add(prior.LogWeights, alpha: Numbers.One);
        return fit.squeeze(2).add(logDensities.logsumexp(2), alpha: Numbers.One).MoveToOuterDisposeScope();
    }

    /// <summary>The loss of each replica: the mean of 2σ² times <see cref="NegativeLogLikelihood"/>, where the factor is not differentiated.</summary>
    /// <inheritdoc cref="NegativeLogLikelihood" path="/param"/>
    /// <inheritdoc cref="NegativeLogLikelihood" path="/exception"/>
    /// <returns><c>[R]</c>, on the scale of a squared error: as σ → 0 it tends to the MSE.</returns>
    public static Tensor PerReplica(Tensor predictions, Tensor targets, MixturePrior prior, NoiseScale noise)
    {
        using Tensor likelihoods = NegativeLogLikelihood(predictions, targets, prior, noise);
        return BalancedMse.Scaled(likelihoods, noise);
    }
}
