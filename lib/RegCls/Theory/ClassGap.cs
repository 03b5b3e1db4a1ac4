namespace RegCls.Theory;

/// <summary>
/// The gap with classes instead of targets (Eq. 9–11): <c>G_C = log p_i - log Σ_c q_c p_c</c> for the true class i, class posteriors q and class
/// priors p. An optimal classifier (q = 1 at i) makes it 0. In nats.
/// </summary>
public static class ClassGap
{
    /// <summary>Eq. 9: the gap at the true class.</summary>
    /// <param name="posterior">q, C probabilities.</param>
    /// <param name="prior">p, C probabilities of the imbalanced world, positive at the true class.</param>
    /// <param name="trueClass">i.</param>
    /// <exception cref="ArgumentException">Lengths differ, or the true class has no probability.</exception>
    public static double Of(IReadOnlyList<double> posterior, IReadOnlyList<double> prior, int trueClass)
    {
        Require(posterior, prior, trueClass);
        double expected = 0;
        for (int c = 0; c < prior.Count; c++)
        {
            expected += posterior[c] * prior[c];
        }

        return Math.Log(prior[trueClass]) - Math.Log(expected);
    }

    /// <summary>Cross-entropy of the true class, <c>CE = -log q_i</c>: the gap is never above it, since <c>Σ q_c p_c ≥ q_i p_i</c>.</summary>
    public static double CrossEntropy(IReadOnlyList<double> posterior, int trueClass) => -Math.Log(posterior[trueClass]);

    /// <summary>
    /// The gap is never below <c>-log(q_i + (1 - q_i) r)</c> with <c>r = p_max / p_i</c>, since <c>Σ q_c p_c ≤ q_i p_i + (1 - q_i) p_max</c>: equality where all of
    /// the posterior that is not on i is on the most frequent class.
    /// </summary>
    /// <param name="crossEntropy">CE, in nats.</param>
    /// <param name="ratio">r, at least 1.</param>
    public static double SharpLowerBound(double crossEntropy, double ratio)
    {
        double q = Math.Exp(-crossEntropy);
        return -Math.Log(q + (1 - q) * ratio);
    }

    /// <summary>The simpler lower bound <c>-min(log r, (r - 1) CE)</c>: the first part for q_i = 0, the second from <c>log(1 + z) ≤ z</c> and <c>1 - q ≤ -log q</c>.</summary>
    /// <param name="crossEntropy">CE, in nats.</param>
    /// <param name="ratio">r, at least 1.</param>
    public static double LowerBound(double crossEntropy, double ratio) => -Math.Min(Math.Log(ratio), (ratio - 1) * crossEntropy);

    /// <summary><c>r = p_max / p_i</c>: how much more frequent the most frequent class is.</summary>
    public static double Ratio(IReadOnlyList<double> prior, int trueClass) => prior.Max() / prior[trueClass];

    /// <summary>Posteriors at temperature T: <c>q_c^(1/T)</c>, normalised; towards uniform for large T, towards one-hot at the most probable class for small T.</summary>
    /// <param name="posterior">q, C probabilities.</param>
    /// <param name="temperature">T, positive.</param>
    /// <exception cref="ArgumentException">The temperature is not positive.</exception>
    public static double[] AtTemperature(IReadOnlyList<double> posterior, double temperature)
    {
        if (!(temperature > 0))
        {
            throw new ArgumentException($"The temperature must be positive, got {temperature}.", nameof(temperature));
        }

        double largest = posterior.Max();
        double[] powers = [.. posterior.Select(q => Math.Pow(q / largest, 1 / temperature))];
        double sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }

    /// <summary>Class posteriors of a regression: <c>N(f, σ²)</c> restricted to the range and integrated over C classes of equal width.</summary>
    /// <param name="balanced">p_bal(y|x).</param>
    /// <param name="low">Smallest target.</param>
    /// <param name="high">Largest target.</param>
    /// <param name="classes">C.</param>
    public static double[] Posterior(BoundedGaussian balanced, double low, double high, int classes) =>
        [.. Enumerable.Range(0, classes).Select(c => balanced.Probability(low + (high - low) * c / classes, low + (high - low) * (c + 1) / classes))];

    private static void Require(IReadOnlyList<double> posterior, IReadOnlyList<double> prior, int trueClass)
    {
        if (posterior.Count != prior.Count)
        {
            throw new ArgumentException($"Posterior and prior are over the same classes, got {posterior.Count} and {prior.Count}.", nameof(prior));
        }

        if (trueClass < 0 || trueClass >= prior.Count || !(prior[trueClass] > 0))
        {
            throw new ArgumentException($"The true class must be one of the {prior.Count} and have a positive prior, got class {trueClass}.", nameof(trueClass));
        }
    }
}
