using RegCls.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Theory;

/// <summary>The loss of one sample as a function of its prediction, the rest of the batch held.</summary>
public static class LossCurve
{
    /// <summary>2σ² times the GAI loss, less what does not depend on f in the limit: <c>(f - y)² + 2σ² log [p_σ(f) / p_σ(y)]</c>, so that it is 0 at f = y, as the squared error is.</summary>
    /// <param name="predictions">f, <c>[N]</c>.</param>
    /// <param name="target">y.</param>
    /// <param name="prior">The label prior.</param>
    /// <param name="sigma">σ, positive.</param>
    public static double[] Gai(double[] predictions, double target, GaussianMixture prior, double sigma)
    {
        using DisposeScope scope = NewDisposeScope();
        using NoiseScale noise = new([sigma], learnable: false);
        using MixturePrior mixtures = new([prior]);
        double[] all = [.. predictions, target];
        Tensor likelihoods = GaiLoss.NegativeLogLikelihood(tensor(all, [all.Length, 1]), full([all.Length, 1], target, ScalarType.Float64), mixtures, noise);
        double[] values = likelihoods.data<double>().ToArray();
        return [.. values.Take(predictions.Length).Select(value => 2 * sigma * sigma * (value - values[^1]))];
    }

    /// <summary>2σ² times the BMC loss of the first sample of a batch; as σ → 0 it tends to <c>(f - y_1)² - min_j (f - y_j)²</c>.</summary>
    /// <param name="predictions">f of the first sample, <c>[N]</c>.</param>
    /// <param name="targets">The targets of the batch, the sample's own first; at least two.</param>
    /// <param name="sigma">σ, positive.</param>
    public static double[] Bmc(double[] predictions, double[] targets, double sigma)
    {
        using DisposeScope scope = NewDisposeScope();
        using NoiseScale noise = new([.. predictions.Select(_ => sigma)], learnable: false);

        // A replica a prediction: the first sample of each has it, the others do not enter the first one's loss.
        Tensor batch = tensor(predictions, [predictions.Length, 1, 1]).expand(-1, targets.Length, 1).contiguous();
        Tensor likelihoods = BmcLoss.NegativeLogLikelihood(batch, tensor(targets, [1, targets.Length, 1]).expand(predictions.Length, -1, 1).contiguous(), noise);
        return [.. likelihoods.select(1, 0).contiguous().data<double>().ToArray().Select(value => 2 * sigma * sigma * value)];
    }

    /// <summary>The limit of <see cref="Bmc"/> as σ → 0, <c>(f - y_1)² - min_j (f - y_j)²</c>: 0 wherever no other target of the batch is nearer.</summary>
    /// <param name="predictions">f of the first sample, <c>[N]</c>.</param>
    /// <param name="targets">The targets of the batch, the sample's own first.</param>
    public static double[] BmcLimit(double[] predictions, double[] targets) =>
        [.. predictions.Select(f => Math.Pow(f - targets[0], 2) - targets.Min(target => Math.Pow(f - target, 2)))];
}
