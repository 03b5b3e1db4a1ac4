using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>What the three forms of Balanced MSE (Ren et al. 2022) share: their shapes and the scale of their loss.</summary>
/// <remarks>
/// All three are the negative log-likelihood of the <i>imbalanced</i> world for a model of the <i>balanced</i> one, Eq. 5: with <c>p_bal(y|x) = N(y; f(x), σ²)</c>,
/// <c>-log p(y|x) = -log N(y; f, σ²) - log p(y) + log ∫ N(y'; f, σ²) p(y') dy'</c>. The middle term does not depend on the model and is left out. They
/// differ in how they compute the integral.
/// </remarks>
internal static class BalancedMse
{
    /// <summary>Predictions and targets as <c>[R, N, 1]</c>, checked.</summary>
    /// <exception cref="ArgumentException">Not both <c>[N, 1]</c> or both <c>[R, N, 1]</c>, not R noise scales, too few samples, or a target that is not finite.</exception>
    public static (Tensor Predictions, Tensor Targets) Batch(string loss, Tensor predictions, Tensor targets, NoiseScale noise, int fewest)
    {
        long[] shape = predictions.shape;
        if (shape.Length is not (2 or 3) || shape[^1] != 1 || !targets.shape.AsSpan().SequenceEqual(shape))
        {
            throw new ArgumentException(
                $"{loss} got predictions [{string.Join(", ", shape)}] and targets [{string.Join(", ", targets.shape)}]; expected both [N, 1] or both [R, N, 1]: [N] against [N, 1] would silently pair every prediction with every target, so reshape with view(-1, 1).",
                nameof(targets));
        }

        long replicas = shape.Length == 3 ? shape[0] : 1, samples = shape[^2];
        if (replicas != noise.Replicas)
        {
            throw new ArgumentException($"{loss} got {replicas} replicas and {noise.Replicas} noise scales; expected one noise scale a replica.", nameof(noise));
        }

        if (samples < fewest)
        {
            throw new ArgumentException($"{loss} got a batch of {samples}; expected at least {fewest}{(fewest > 1 ? ", because it takes the label prior from the batch: its loss and gradient are 0 for one sample" : "")}. Use a larger batch.", nameof(predictions));
        }

        using (DisposeScope scope = NewDisposeScope())
        {
            if (!targets.isfinite().all().item<bool>())
            {
                throw new ArgumentException($"{loss} got a target that is not a finite number; remove or repair that sample.", nameof(targets));
            }
        }

        return (predictions.view(replicas, samples, 1), targets.view(replicas, samples, 1));
    }

    /// <summary><c>(f - y)² / 2σ²</c>, <c>[R, N, 1]</c>.</summary>
    public static Tensor SquaredDistance(Tensor predictions, Tensor targets, NoiseScale noise)
    {
        Tensor residuals = predictions.add(targets, alpha: Numbers.MinusOne);
        return residuals * residuals * noise.HalfPrecision();
    }

    /// <summary>
    /// The loss of each replica, <c>[R]</c>: the mean over the batch of 2σ² times the negative log-likelihood. The factor brings it to the scale of a squared error; it is
    /// not differentiated, so σ is learned from the likelihood itself.
    /// </summary>
    public static Tensor Scaled(Tensor likelihoods, NoiseScale noise)
    {
        using DisposeScope scope = NewDisposeScope();
        return (likelihoods.mean([1]) * noise.LossFactor()).MoveToOuterDisposeScope();
    }
}
