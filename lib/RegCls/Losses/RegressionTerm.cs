using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>Regression losses by name, that of Eq. 3 first: the one place where each is written, for replicas and for samples alike.</summary>
public static class RegressionTerm
{
    private static readonly Scalar Half = 0.5;

    /// <summary>Mean over the batch of the loss of each residual.</summary>
    /// <param name="loss">Which loss; a Balanced MSE needs more and has a <see cref="BalancedTerm"/>.</param>
    /// <param name="predictions"><c>[R, B, 1]</c>.</param>
    /// <param name="targets"><c>[R, B, 1]</c>; any other shape is rejected, because broadcasting would pair every prediction with every target.</param>
    /// <returns><c>[R]</c>, in target units, squared for the squared loss.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or the loss is a Balanced MSE.</exception>
    public static Tensor PerReplica(RegressionLoss loss, Tensor predictions, Tensor targets)
    {
        if (!predictions.shape.AsSpan().SequenceEqual(targets.shape))
        {
            throw new ArgumentException(
                $"Predictions and targets must have one shape, got [{string.Join(", ", predictions.shape)}] and [{string.Join(", ", targets.shape)}].",
                nameof(targets));
        }

        using DisposeScope scope = NewDisposeScope();
        return Of(loss, Residuals(predictions, targets)).mean([1, 2]).MoveToOuterDisposeScope();
    }

    /// <summary>The loss of each residual e = f(x) - y.</summary>
    /// <param name="loss">e², |e| or Huber's loss.</param>
    /// <param name="residuals">e, of any shape.</param>
    /// <returns>In the shape of the residuals.</returns>
    /// <exception cref="ArgumentException">The loss is none of a single residual.</exception>
    internal static Tensor Of(RegressionLoss loss, Tensor residuals)
    {
        switch (loss)
        {
            case RegressionLoss.Squared:
                // Not square(): it hands libtorch a temporary number (see Numbers).
                return residuals * residuals;
            case RegressionLoss.Absolute:
                return residuals.abs();
            case RegressionLoss.Huber:
                // With q = min(|e|, 1): q² / 2 + (|e| - q) is e² / 2 inside and |e| - 1/2 outside.
                Tensor distances = residuals.abs(), inner = distances.clamp_max(Numbers.One);
                return (inner * inner).mul_(Half).add_(distances, alpha: Numbers.One).add_(inner, alpha: Numbers.MinusOne);
            default:
                throw new ArgumentException($"The loss {loss} is not one of single residuals (it needs a label prior and a noise scale: use a {nameof(BalancedTerm)}); expected Squared, Absolute or Huber.", nameof(loss));
        }
    }

    /// <summary>f(x) - y.</summary>
    internal static Tensor Residuals(Tensor predictions, Tensor targets) => predictions.add(targets, alpha: Numbers.MinusOne);
}
