using RegCls.Binning;
using RegCls.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>Regression losses sample by sample, for models with one prediction a sample, <c>[N, 1]</c>: those of images and features.</summary>
public static class SampleLoss
{
    private static readonly Scalar Two = 2, Smallest = 1e-12;

    /// <summary>The loss of each residual e = f(x) - y.</summary>
    /// <param name="loss">e², |e| or Huber's loss.</param>
    /// <param name="predictions">f(x), <c>[N, 1]</c>.</param>
    /// <param name="targets">y, <c>[N, 1]</c>; <c>[N]</c> is refused, because broadcasting would pair every prediction with every target.</param>
    /// <returns><c>[N, 1]</c>.</returns>
    /// <exception cref="ArgumentException">The shapes are not both <c>[N, 1]</c>, or the loss is none of a single residual.</exception>
    public static Tensor Of(RegressionLoss loss, Tensor predictions, Tensor targets)
    {
        using DisposeScope scope = NewDisposeScope();
        return RegressionTerm.Of(loss, Residuals(predictions, targets)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Focal-R (Yang et al. 2021): the loss of each sample times <c>(2 · sigmoid(β |e|) - 1)^γ</c>, which is near 0 for samples that are predicted well and 1 for those that are not.
    /// </summary>
    /// <param name="loss">e², |e| or Huber's loss.</param>
    /// <param name="predictions">f(x), <c>[N, 1]</c>.</param>
    /// <param name="targets">y, <c>[N, 1]</c>.</param>
    /// <param name="beta">β, positive, in 1 / units of the target; 0.2 in Yang et al.</param>
    /// <param name="gamma">γ, 0 or positive; 1 in Yang et al.</param>
    /// <param name="variant"><see cref="PublishedVariant.AsInPaper"/> for the factor that the paper's formula has, <c>sigmoid(β |e|)^γ</c>, which is never below ½^γ; else that of the released code, which the paper's text means.</param>
    /// <returns><c>[N, 1]</c>. The factor is differentiated too, as in the released code.</returns>
    /// <exception cref="ArgumentException">As <see cref="Of"/>, or β or γ is out of range.</exception>
    public static Tensor Focal(RegressionLoss loss, Tensor predictions, Tensor targets, double beta = 0.2, double gamma = 1, PublishedVariant variant = PublishedVariant.Default)
    {
        if (!(beta > 0) || !double.IsFinite(beta) || !(gamma >= 0) || !double.IsFinite(gamma))
        {
            throw new ArgumentException($"Focal-R got β = {beta} and γ = {gamma}; expected a positive β and a γ of 0 or more.", nameof(beta));
        }

        using DisposeScope scope = NewDisposeScope();
        Tensor losses = Of(loss, predictions, targets);
        using Scalar steepness = beta, power = gamma;
        Tensor sigmoid = Residuals(predictions, targets).abs().mul(steepness).sigmoid();
        Tensor factor = variant == PublishedVariant.AsInPaper ? sigmoid : sigmoid.mul(Two).add(Numbers.MinusOne, Numbers.One);
        return (gamma == 1 ? losses * factor : losses * factor.clamp_min(Smallest).pow(power)).MoveToOuterDisposeScope();
    }

    /// <summary>The mean over samples of weight times loss; 0 for an empty batch, not NaN.</summary>
    /// <param name="losses"><c>[N, 1]</c>.</param>
    /// <param name="weights"><c>[N, 1]</c>; null for 1.</param>
    /// <returns>One number, <c>[]</c>.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor Mean(Tensor losses, Tensor? weights = null)
    {
        if (weights is not null && !weights.shape.AsSpan().SequenceEqual(losses.shape))
        {
            throw new ArgumentException($"Losses and weights must have one shape, got [{string.Join(", ", losses.shape)}] and [{string.Join(", ", weights.shape)}].", nameof(weights));
        }

        using DisposeScope scope = NewDisposeScope();
        Tensor weighted = weights is null ? losses : losses * weights;
        return (losses.shape[0] == 0 ? weighted.sum() : weighted.mean()).MoveToOuterDisposeScope();
    }

    private static Tensor Residuals(Tensor predictions, Tensor targets)
    {
        long[] shape = predictions.shape;
        if (shape.Length != 2 || shape[1] != 1 || !targets.shape.AsSpan().SequenceEqual(shape))
        {
            throw new ArgumentException(
                $"Predictions and targets must both be [N, 1], got [{string.Join(", ", shape)}] and [{string.Join(", ", targets.shape)}]; reshape with view(-1, 1).", nameof(targets));
        }

        return RegressionTerm.Residuals(predictions, targets);
    }
}
