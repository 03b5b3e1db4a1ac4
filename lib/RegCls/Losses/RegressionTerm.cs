using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>Regression losses by name, one value a replica.</summary>
public static class RegressionTerm
{
    private static readonly Scalar Half = 0.5;

    /// <summary>Mean over the batch of the loss of each residual.</summary>
    /// <param name="loss">Which loss; a Balanced MSE needs more and has a <see cref="BalancedTerm"/>.</param>
    /// <param name="predictions"><c>[R, B, 1]</c>.</param>
    /// <param name="targets"><c>[R, B, 1]</c>.</param>
    /// <returns><c>[R]</c>, in target units, squared for the squared loss.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or the loss is a Balanced MSE.</exception>
    public static Tensor PerReplica(RegressionLoss loss, Tensor predictions, Tensor targets)
    {
        if (loss == RegressionLoss.Squared)
        {
            return SquaredError.PerReplica(predictions, targets);
        }

        if (loss.IsBalanced())
        {
            throw new ArgumentException($"The loss {loss} needs a label prior and a noise scale: use a {nameof(BalancedTerm)}.", nameof(loss));
        }

        SquaredError.RequireOneShape(predictions, targets);
        using DisposeScope scope = NewDisposeScope();
        Tensor distances = predictions.add(targets, alpha: Numbers.MinusOne).abs();
        if (loss == RegressionLoss.Absolute)
        {
            return distances.mean([1, 2]).MoveToOuterDisposeScope();
        }

        // With q = min(|e|, 1): q² / 2 + (|e| - q) is e² / 2 inside and |e| - 1/2 outside.
        Tensor inner = distances.clamp_max(Numbers.One);
        return (inner * inner).mul_(Half).add_(distances, alpha: Numbers.One).add_(inner, alpha: Numbers.MinusOne).mean([1, 2]).MoveToOuterDisposeScope();
    }
}
