using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>
/// Balanced MSE as the regression term of R replicas: the label prior of each, taken from its training targets, and its learnable σ. The mixture has
/// <see cref="Components"/> components, the histogram <see cref="Bins"/> bins, and σ starts at <see cref="FirstNoiseScale"/>.
/// </summary>
public sealed class BalancedTerm : IDisposable
{
    /// <summary>Components of the Gaussian mixture of <see cref="RegressionLoss.Gai"/>.</summary>
    public const int Components = 8;

    /// <summary>Bins of the histogram of <see cref="RegressionLoss.Bni"/>.</summary>
    public const int Bins = 100;

    /// <summary>σ before the first step, in target units.</summary>
    public const double FirstNoiseScale = 1;

    private readonly RegressionLoss loss;
    private readonly MixturePrior? mixtures;
    private readonly BinnedPrior? bins;

    private BalancedTerm(RegressionLoss loss, MixturePrior? mixtures, BinnedPrior? bins, NoiseScale noise) =>
        (this.loss, this.mixtures, this.bins, Noise) = (loss, mixtures, bins, noise);

    /// <summary>σ of each replica.</summary>
    public NoiseScale Noise { get; }

    /// <summary>Fits the priors and starts σ.</summary>
    /// <param name="loss">One of the three forms of Balanced MSE.</param>
    /// <param name="targets">The training targets of each replica; replicas that share an array share the fit.</param>
    /// <param name="type">Element type, that of the predictions.</param>
    /// <param name="firstNoiseScale">σ before the first step, in target units, positive.</param>
    /// <param name="learnable">False if σ stays what it is.</param>
    /// <exception cref="ArgumentException">The loss is another one, or targets have no prior: too few, all equal, or not finite.</exception>
    public static BalancedTerm Create(RegressionLoss loss, IReadOnlyList<double[]> targets, ScalarType type, double firstNoiseScale = FirstNoiseScale, bool learnable = true)
    {
        if (!loss.IsBalanced())
        {
            throw new ArgumentException($"{loss} is no form of Balanced MSE; expected Gai, Bmc or Bni.", nameof(loss));
        }

        return new BalancedTerm(
            loss,
            loss == RegressionLoss.Gai ? new MixturePrior(Shared(labels => GaussianMixtureFit.Of(labels, Components).Mixture), type) : null,
            loss == RegressionLoss.Bni ? new BinnedPrior(Shared(labels => LabelBins.Of(labels, Bins)), type) : null,
            new NoiseScale([.. targets.Select(_ => firstNoiseScale)], learnable, type));

        T[] Shared<T>(Func<double[], T> fit)
        {
            Dictionary<double[], T> fits = targets.Distinct().ToDictionary(labels => labels, fit);
            return [.. targets.Select(labels => fits[labels])];
        }
    }

    /// <summary>The loss of each replica, on the scale of a squared error.</summary>
    /// <param name="predictions">f(x), <c>[R, B, 1]</c>.</param>
    /// <param name="targets">y, <c>[R, B, 1]</c>.</param>
    /// <returns><c>[R]</c>.</returns>
    /// <exception cref="ArgumentException">As the loss's own <c>PerReplica</c>.</exception>
    public Tensor PerReplica(Tensor predictions, Tensor targets) => loss switch
    {
        RegressionLoss.Gai => GaiLoss.PerReplica(predictions, targets, mixtures!, Noise),
        RegressionLoss.Bmc => BmcLoss.PerReplica(predictions, targets, Noise),
        _ => BniLoss.PerReplica(predictions, targets, bins!, Noise),
    };

    /// <summary>Frees priors and noise scales.</summary>
    public void Dispose()
    {
        mixtures?.Dispose();
        bins?.Dispose();
        Noise.Dispose();
    }
}
