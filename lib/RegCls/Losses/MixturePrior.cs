using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Losses;

/// <summary>The label priors of R replicas as tensors <c>[R, 1, K]</c>, for <see cref="GaiLoss"/>.</summary>
public sealed class MixturePrior : IDisposable
{
    /// <summary>Takes one mixture a replica.</summary>
    /// <param name="mixtures">Mixtures with one number of components K.</param>
    /// <param name="type">Element type, that of the predictions.</param>
    /// <exception cref="ArgumentException">There is no mixture, or they differ in K.</exception>
    public MixturePrior(IReadOnlyList<GaussianMixture> mixtures, ScalarType type = ScalarType.Float64)
    {
        if (mixtures.Count == 0 || mixtures.Any(mixture => mixture.Components != mixtures[0].Components))
        {
            throw new ArgumentException($"GAI needs one mixture a replica, all with as many components, got {string.Join(", ", mixtures.Select(mixture => mixture.Components))}.", nameof(mixtures));
        }

        LogWeights = Rows(mixture => mixture.Weights.Select(weight => Math.Log(weight)));
        Means = Rows(mixture => mixture.Means);
        Variances = Rows(mixture => mixture.Variances);

        Tensor Rows(Func<GaussianMixture, IEnumerable<double>> values) =>
            tensor([.. mixtures.SelectMany(values)], [mixtures.Count, 1, mixtures[0].Components], type).DetachFromDisposeScope();
    }

    /// <summary>log w.</summary>
    public Tensor LogWeights { get; }

    /// <summary>μ.</summary>
    public Tensor Means { get; }

    /// <summary>s².</summary>
    public Tensor Variances { get; }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        LogWeights.Dispose();
        Means.Dispose();
        Variances.Dispose();
    }
}
