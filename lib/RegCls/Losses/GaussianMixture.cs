namespace RegCls.Losses;

/// <summary>A mixture of Gaussians in one dimension: the label prior p(y) of GAI, <c>p(y) = Σ_k w_k N(y; μ_k, s_k²)</c>.</summary>
public sealed record GaussianMixture
{
    /// <summary>Takes the components.</summary>
    /// <param name="weights">w, <c>[K]</c>: 0 or positive, with sum 1 (to 1e-9).</param>
    /// <param name="means">μ, <c>[K]</c>, in target units.</param>
    /// <param name="variances">s², <c>[K]</c>, positive, in squared target units.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no component, or a number is out of range.</exception>
    public GaussianMixture(IReadOnlyList<double> weights, IReadOnlyList<double> means, IReadOnlyList<double> variances)
    {
        if (weights.Count == 0 || means.Count != weights.Count || variances.Count != weights.Count)
        {
            throw new ArgumentException($"A mixture needs one weight, mean and variance a component, got {weights.Count}, {means.Count} and {variances.Count}.", nameof(weights));
        }

        if (weights.Any(weight => !(weight >= 0)) || Math.Abs(weights.Sum() - 1) > 1e-9)
        {
            throw new ArgumentException($"The weights of a mixture must be 0 or positive with sum 1, got {string.Join(", ", weights)}.", nameof(weights));
        }

        if (means.Any(mean => !double.IsFinite(mean)) || variances.Any(variance => !(variance > 0) || !double.IsFinite(variance)))
        {
            throw new ArgumentException($"A mixture needs finite means and positive variances, got {string.Join(", ", means)} and {string.Join(", ", variances)}.", nameof(variances));
        }

        (Weights, Means, Variances) = (weights, means, variances);
    }

    /// <summary>w, <c>[K]</c>.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>μ, <c>[K]</c>.</summary>
    public IReadOnlyList<double> Means { get; }

    /// <summary>s², <c>[K]</c>.</summary>
    public IReadOnlyList<double> Variances { get; }

    /// <summary>Number of components K.</summary>
    public int Components => Weights.Count;

    /// <summary>The density p(y), per target unit.</summary>
    public double Density(double y)
    {
        double sum = 0;
        for (int k = 0; k < Components; k++)
        {
            double distance = y - Means[k];
            sum += Weights[k] / Math.Sqrt(2 * Math.PI * Variances[k]) * Math.Exp(-distance * distance / (2 * Variances[k]));
        }

        return sum;
    }

    /// <summary>The mixture that the noise of a target turns this one into: every variance grows by <paramref name="variance"/>.</summary>
    /// <param name="variance">σ², 0 or positive.</param>
    public GaussianMixture Blurred(double variance) => new(Weights, Means, [.. Variances.Select(own => own + variance)]);
}
