using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>
/// Balanced MSE (Ren et al. 2022) as the regression term of one model. With <see cref="RegressionLoss.Bmc"/>, whose cost grows with the square of the batch, at most <see cref="MostPaired"/>
/// samples of a batch are used: evenly spaced ones, starting one further at each step.
/// </summary>
public sealed class BalancedMseCriterion : IRegressionCriterion
{
    /// <summary>The most samples that BMC pairs.</summary>
    public const int MostPaired = 1024;

    private readonly BalancedTerm term;
    private long step;

    /// <summary>Fits the prior.</summary>
    /// <param name="loss">Gai, Bmc or Bni.</param>
    /// <param name="labels">Training labels, or quantiles of them.</param>
    /// <param name="firstNoiseScale">σ before the first step, in units of the labels, positive.</param>
    /// <param name="learnable">False if σ stays what it is, as in the depth commands of the release of Ren et al.</param>
    /// <exception cref="ArgumentException">The loss is another one, or the labels have no prior.</exception>
    public BalancedMseCriterion(RegressionLoss loss, double[] labels, double firstNoiseScale = BalancedTerm.FirstNoiseScale, bool learnable = true)
    {
        term = BalancedTerm.Create(loss, [labels], ScalarType.Float32, firstNoiseScale, learnable);
        FewestSamples = loss == RegressionLoss.Bmc ? 2 : 1;
    }

    /// <summary>σ now, in target units.</summary>
    public double NoiseScale => term.Noise.Values()[0];

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Parameters => term.Noise.Gradient is null ? [] : [term.Noise.Logarithm];

    /// <inheritdoc/>
    public int FewestSamples { get; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The shapes do not belong together, or there are weights.</exception>
    public Tensor Mean(Tensor predictions, Tensor targets, Tensor? weights)
    {
        if (weights is not null)
        {
            throw new ArgumentException("Balanced MSE takes no weights: it corrects for the label counts itself.", nameof(weights));
        }

        using DisposeScope scope = NewDisposeScope();
        long samples = predictions.shape[0];
        if (samples < FewestSamples)
        {
            return predictions.narrow(0, 0, 0).sum().MoveToOuterDisposeScope();
        }

        if (FewestSamples > 1 && samples > MostPaired)
        {
            long stride = samples / MostPaired, first = step++ % stride;
            (predictions, targets) = (predictions.slice(0, first, first + MostPaired * stride, stride), targets.slice(0, first, first + MostPaired * stride, stride));
        }

        return term.PerReplica(predictions.unsqueeze(0), targets.unsqueeze(0)).sum().MoveToOuterDisposeScope();
    }

    /// <summary>Frees prior and noise scale.</summary>
    public void Dispose() => term.Dispose();
}
