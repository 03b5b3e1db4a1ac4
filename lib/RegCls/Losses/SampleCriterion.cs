using RegCls.Binning;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>A loss of single residuals as a criterion: L1, MSE or Huber, plain or Focal-R, with weights.</summary>
/// <param name="loss">The loss of a residual.</param>
/// <param name="focal">β and γ of Focal-R; null for the plain loss.</param>
/// <param name="variant">Which form of Focal-R.</param>
public sealed class SampleCriterion(RegressionLoss loss, (double Beta, double Gamma)? focal = null, PublishedVariant variant = PublishedVariant.Default) : IRegressionCriterion
{
    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Parameters => [];

    /// <inheritdoc/>
    public Tensor Mean(Tensor predictions, Tensor targets, Tensor? weights)
    {
        using Tensor losses = focal is var (beta, gamma) ? SampleLoss.Focal(loss, predictions, targets, beta, gamma, variant) : SampleLoss.Of(loss, predictions, targets);
        return SampleLoss.Mean(losses, weights);
    }

    /// <summary>Does nothing: there is nothing to free.</summary>
    public void Dispose()
    {
    }
}
