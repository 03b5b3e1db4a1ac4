using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>Balanced MSE as the criterion of one model: the prior of its training targets, and the σ that is learned with it.</summary>
public sealed class BalancedCriterion : IRegressionCriterion
{
    private readonly BalancedTerm term;

    /// <summary>Fits the prior.</summary>
    /// <param name="loss">One of the three forms of Balanced MSE.</param>
    /// <param name="targets">The training targets, <c>[N]</c>.</param>
    /// <param name="firstNoiseScale">σ before the first step, in units of the targets, positive.</param>
    /// <exception cref="ArgumentException">The loss is another one, or the targets have no prior: too few, all equal, or not finite.</exception>
    public BalancedCriterion(RegressionLoss loss, double[] targets, double firstNoiseScale = BalancedTerm.FirstNoiseScale)
    {
        term = BalancedTerm.Create(loss, [targets], ScalarType.Float32, firstNoiseScale);
        FewestSamples = loss == RegressionLoss.Bmc ? 2 : 1;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Parameters => [term.Noise.Logarithm];

    /// <inheritdoc/>
    public int FewestSamples { get; }

    /// <inheritdoc/>
    public Tensor Mean(Tensor predictions, Tensor targets, Tensor? weights) => weights is null
        ? predictions.shape[0] < FewestSamples ? predictions.narrow(0, 0, 0).sum() : term.PerReplica(predictions, targets).sum()
        : throw new ArgumentException("Balanced MSE takes no weights: it corrects for the label counts itself.", nameof(weights));

    /// <summary>Frees prior and noise scale.</summary>
    public void Dispose() => term.Dispose();
}
