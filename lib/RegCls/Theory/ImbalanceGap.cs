namespace RegCls.Theory;

/// <summary>The gap G between the two likelihoods (Eq. 6–8): <c>NLL_bal = NLL_imb + G</c> at every point (x, y).</summary>
public static class ImbalanceGap
{
    /// <summary>Eq. 7: <c>G(x, y) = log p(y) - log ∫ p_bal(y'|x) p(y') dy'</c>, in nats; negative where y is rarer than what the model expects at x, <c>-∞</c> where p(y) = 0.</summary>
    /// <param name="prior">p(y).</param>
    /// <param name="balanced">p_bal(y'|x) for the x in question.</param>
    /// <param name="y">The target.</param>
    /// <param name="peaks">Places where p_bal is narrow, which quadrature must not step over.</param>
    public static double Of(LabelPrior prior, Func<double, double> balanced, double y, params double[] peaks) =>
        Of(prior, balanced, y, peaks, prior.Low, prior.High);

    /// <summary>Eq. 7 for the paper's p_bal, the Gaussian <c>N(f, σ²)</c>, restricted to the range of targets.</summary>
    /// <param name="prior">p(y).</param>
    /// <param name="prediction">f(x).</param>
    /// <param name="standardDeviation">σ, positive.</param>
    /// <param name="y">The target.</param>
    public static double OfGaussian(LabelPrior prior, double prediction, double standardDeviation, double y)
    {
        BoundedGaussian balanced = new(prediction, standardDeviation, prior.Low, prior.High);
        double[] peaks = [.. new[] { -3, -1, 0, 1, 3 }.Select(step => prediction + step * standardDeviation)];

        // Beyond nine σ the density is below 1e-17 of its peak.
        return Of(prior, balanced.Density, y, peaks, Math.Max(prior.Low, prediction - 9 * standardDeviation), Math.Min(prior.High, prediction + 9 * standardDeviation));
    }

    private static double Of(LabelPrior prior, Func<double, double> balanced, double y, double[] peaks, double from, double to) =>
        Math.Log(prior.Density(y)) - Math.Log(Quadrature.Integrate(other => balanced(other) * prior.Density(other), [.. prior.Breaks, .. peaks], from, to));
}
