using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>
/// Balanced MSE with the integral estimated from the batch's own targets (Ren et al. 2022, BMC: batch-based Monte Carlo): the targets of the batch are draws from p(y), so
/// <c>∫ N(y'; f, σ²) p(y') dy' ≈ (1/B) Σ_j N(y_j; f, σ²)</c>. What results is a softmax cross-entropy in which each sample must find its own target among those of
/// the batch.
/// </summary>
public static class BmcLoss
{
    /// <summary>
    /// <c>-log [ exp(-(f_i - y_i)² / 2σ²) / Σ_j exp(-(f_i - y_j)² / 2σ²) ]</c> of each sample, in nats: never negative. Less log B it tends, as the batch grows, to
    /// the value of <see cref="GaiLoss"/> under the true prior.
    /// </summary>
    /// <param name="predictions">f(x), <c>[R, B, 1]</c> or <c>[B, 1]</c>; B is at least 2.</param>
    /// <param name="targets">y, of the same shape, finite.</param>
    /// <param name="noise">One σ a replica.</param>
    /// <returns><c>[R, B]</c>.</returns>
    /// <exception cref="ArgumentException">The shapes do not belong together, the batch has one sample only, or a target is not finite.</exception>
    public static Tensor NegativeLogLikelihood(Tensor predictions, Tensor targets, NoiseScale noise)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor f, Tensor y) = BalancedMse.Batch("BMC", predictions, targets, noise, fewest: 2);

        // [R, B, B]: prediction i against target j.
        Tensor distances = f.add(y.transpose(1, 2), alpha: Numbers.MinusOne);
        Tensor logKernels = distances * distances * noise.HalfPrecision().neg();
        return BalancedMse.SquaredDistance(f, y, noise).squeeze(2).add(logKernels.logsumexp(2), alpha: Numbers.One).MoveToOuterDisposeScope();
    }

    /// <summary>The loss of each replica: the mean of 2σ² times <see cref="NegativeLogLikelihood"/>, where the factor is not differentiated.</summary>
    /// <inheritdoc cref="NegativeLogLikelihood" path="/param"/>
    /// <inheritdoc cref="NegativeLogLikelihood" path="/exception"/>
    /// <returns>
    /// <c>[R]</c>, on the scale of a squared error; as σ → 0 it tends to the mean of <c>(f_i - y_i)² - min_j (f_i - y_j)²</c>, which is not the MSE.
    /// </returns>
    public static Tensor PerReplica(Tensor predictions, Tensor targets, NoiseScale noise)
    {
        using Tensor likelihoods = NegativeLogLikelihood(predictions, targets, noise);
        return BalancedMse.Scaled(likelihoods, noise);
    }
}
