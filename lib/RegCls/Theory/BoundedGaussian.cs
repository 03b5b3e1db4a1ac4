using MathNet.Numerics.Distributions;

namespace RegCls.Theory;

/// <summary><c>N(f, σ²)</c> restricted to a range of targets and normalised there: the model's p_bal(y|x).</summary>
/// <param name="mean">f(x).</param>
/// <param name="standardDeviation">σ, positive.</param>
/// <param name="low">Smallest target.</param>
/// <param name="high">Largest target.</param>
public sealed class BoundedGaussian(double mean, double standardDeviation, double low, double high)
{
    private readonly double inside = Between(mean, standardDeviation, low, high);

    /// <summary>Density at y; 0 outside the range.</summary>
    public double Density(double y) => y < low || y > high ? 0 : Normal.PDF(mean, standardDeviation, y) / inside;

    /// <summary>Probability of <c>[from, to]</c>, a part of the range.</summary>
    public double Probability(double from, double to) => Between(mean, standardDeviation, from, to) / inside;

    // From the side on which the two values are small, so that far tails keep their digits.
    private static double Between(double mean, double standardDeviation, double from, double to)
    {
        (double a, double b) = ((from - mean) / standardDeviation, (to - mean) / standardDeviation);
        return a > 0 ? Normal.CDF(0, 1, -a) - Normal.CDF(0, 1, -b) : Normal.CDF(0, 1, b) - Normal.CDF(0, 1, a);
    }
}
