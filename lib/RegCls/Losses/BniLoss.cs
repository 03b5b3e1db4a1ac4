using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>
/// Balanced MSE with the integral as a sum over label bins (Ren et al. 2022, BNI: bin-based numerical integration):
/// <c>∫ N(y'; f, σ²) p(y') dy' ≈ Σ_b P(bin b) N(c_b; f, σ²)</c>, the mass of a bin at its centre.
/// </summary>
public static class BniLoss
{
    /// <summary><c>-log N(y; f, σ²) + log Σ_b P(bin b) N(c_b; f, σ²)</c> of each sample, in nats; its error falls as the square of the bin width.</summary>
    /// <param name="predictions">f(x), <c>[R, N, 1]</c> or <c>[N, 1]</c>.</param>
    /// <param name="targets">y, of the same shape, finite.</param>
    /// <param name="prior">One histogram a replica.</param>
    /// <param name="noise">One σ a replica.</param>
    /// <returns><c>[R, N]</c>.</returns>
    /// <exception cref="ArgumentException">The shapes do not belong together, or a target is not finite.</exception>
    public static Tensor NegativeLogLikelihood(Tensor predictions, Tensor targets, BinnedPrior prior, NoiseScale noise)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor f, Tensor y) = BalancedMse.Batch("BNI", predictions, targets, noise, fewest: 1);
        if (prior.Centres.shape[0] != noise.Replicas)
        {
            throw new ArgumentException($"BNI got {prior.Centres.shape[0]} histograms and {noise.Replicas} noise scales; expected one of each a replica.", nameof(prior));
        }

        // Both densities have the factor 1 / σ√2π; it cancels.
        Tensor distances = f.add(prior.Centres, alpha: Numbers.MinusOne);
        Tensor logTerms = (distances * distances * noise.HalfPrecision().neg()).add(prior.LogMasses, alpha: Numbers.One);
        return BalancedMse.SquaredDistance(f, y, noise).squeeze(2).add(logTerms.logsumexp(2), alpha: Numbers.One).MoveToOuterDisposeScope();
    }

    /// <summary>The loss of each replica: the mean of 2σ² times <see cref="NegativeLogLikelihood"/>, where the factor is not differentiated.</summary>
    /// <inheritdoc cref="NegativeLogLikelihood" path="/param"/>
    /// <inheritdoc cref="NegativeLogLikelihood" path="/exception"/>
    /// <returns><c>[R]</c>, on the scale of a squared error.</returns>
    public static Tensor PerReplica(Tensor predictions, Tensor targets, BinnedPrior prior, NoiseScale noise)
    {
        using Tensor likelihoods = NegativeLogLikelihood(predictions, targets, prior, noise);
        return BalancedMse.Scaled(likelihoods, noise);
    }
}
