using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>The paper's objective, Eq. 4: <c>λ · MSE(f(x), y) + CE(softmax(g(x)), class(y))</c>; without logits the first term alone.</summary>
public static class Objective
{
    /// <summary>The objective of each replica.</summary>
    /// <param name="regressionFactors">λ of each replica, or 1 for the plain baseline, <c>[R]</c>.</param>
    /// <param name="prediction">f(x), <c>[R, B, 1]</c>.</param>
    /// <param name="targets">y, <c>[R, B, 1]</c>.</param>
    /// <param name="logits">g(x), <c>[R, B, C]</c>; null without classification.</param>
    /// <param name="labels">class(y), <c>[R, B]</c>, -1 for dropped samples; not used without logits.</param>
    /// <param name="loss">The regression loss; the paper's is <see cref="RegressionLoss.Squared"/>.</param>
    /// <param name="scales">A common factor s on both terms of each replica, <c>[R]</c>; null for 1, as in the paper.</param>
    /// <param name="balanced">The regression term where it is a Balanced MSE, instead of <paramref name="loss"/>; null otherwise.</param>
    /// <returns><c>[R]</c>; minimise the sum, so that each replica's gradient is that of its own objective.</returns>
    /// <exception cref="ArgumentException">Shapes do not belong together, or logits come without labels.</exception>
    public static Tensor PerReplica(
        Tensor regressionFactors, Tensor prediction, Tensor targets, Tensor? logits, Tensor? labels, RegressionLoss loss = RegressionLoss.Squared, Tensor? scales = null, BalancedTerm? balanced = null)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor regression = regressionFactors * (balanced?.PerReplica(prediction, targets) ?? RegressionTerm.PerReplica(loss, prediction, targets));
        Tensor objective = logits is null
            ? regression
            : regression.add(CrossEntropy.PerReplica(logits, labels ?? throw new ArgumentException("Logits need labels, got none.", nameof(labels))), alpha: Numbers.One);
        return (scales is null ? objective : objective * scales).MoveToOuterDisposeScope();
    }
}
