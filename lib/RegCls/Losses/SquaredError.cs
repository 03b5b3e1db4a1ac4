using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>The regression loss of Eq. 3: mean squared error, one value a replica.</summary>
public static class SquaredError
{
    /// <summary>Mean over the batch of <c>(f(x) - y)²</c>.</summary>
    /// <param name="predictions"><c>[R, B, 1]</c>.</param>
    /// <param name="targets"><c>[R, B, 1]</c>; any other shape is rejected, because broadcasting would pair every prediction with every target.</param>
    /// <returns><c>[R]</c>, in squared target units.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor PerReplica(Tensor predictions, Tensor targets)
    {
        RequireOneShape(predictions, targets);

        using DisposeScope scope = NewDisposeScope();

        // Not square(), nor minus: both hand libtorch a temporary number (see Numbers).
        Tensor residuals = predictions.add(targets, alpha: Numbers.MinusOne);
        return (residuals * residuals).mean([1, 2]).MoveToOuterDisposeScope();
    }

    /// <summary>Throws unless predictions and targets have one shape.</summary>
    internal static void RequireOneShape(Tensor predictions, Tensor targets)
    {
        if (!predictions.shape.AsSpan().SequenceEqual(targets.shape))
        {
            throw new ArgumentException(
                $"Predictions and targets must have one shape, got [{string.Join(", ", predictions.shape)}] and [{string.Join(", ", targets.shape)}].",
                nameof(targets));
        }
    }
}
