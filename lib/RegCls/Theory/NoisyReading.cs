using MathNet.Numerics.Distributions;
using RegCls.Data;

namespace RegCls.Theory;

/// <summary>
/// A noisy instrument with a coarse scale: it adds Gaussian noise to y and shows the cell of its scale into which the sum falls; sums
/// beyond the range show the first or the last cell.
/// </summary>
/// <param name="low">Smallest target.</param>
/// <param name="high">Largest target.</param>
/// <param name="standardDeviation">τ of the noise, in units of y, positive.</param>
/// <param name="count">Number of cells, of equal width.</param>
public sealed class NoisyReading(double low, double high, double standardDeviation, int count) : IReading
{
    /// <inheritdoc/>
    public int Count => count;

    /// <inheritdoc/>
    public double Probability(int x, double y)
    {
        // From the side on which the two values are small, so that far tails keep their digits.
        (double from, double to) = ((Edge(x) - y) / standardDeviation, (Edge(x + 1) - y) / standardDeviation);
        return from > 0 ? Normal.CDF(0, 1, -from) - Normal.CDF(0, 1, -to) : Normal.CDF(0, 1, to) - Normal.CDF(0, 1, from);
    }

    /// <inheritdoc/>
    public int Sample(double y, RandomStream stream)
    {
        double sum = y + standardDeviation * stream.NextGaussian();
        return (int)Math.Clamp(Math.Floor((sum - low) / (high - low) * count), 0, count - 1);
    }

    /// <summary>
    /// p_bal(y|x), the posterior in the world where targets are uniform, in closed form: <c>P(x|y) / ∫ P(x|y') dy'</c>, where the integral of
    /// <c>Φ((c - y') / τ)</c> over the range is <c>τ (H((c - Low) / τ) - H((c - High) / τ))</c> with <c>H(z) = z Φ(z) + φ(z)</c>.
    /// </summary>
    public double BalancedDensity(int x, double y) =>
        y < low || y > high ? 0 : Probability(x, y) / (IntegralOverTargets(Edge(x + 1)) - IntegralOverTargets(Edge(x)));

    /// <summary>The middle of a cell, in units of y.</summary>
    public double Middle(int x) => low + (high - low) * (x + 0.5) / count;

    private double Edge(int cell) =>
        cell <= 0 ? double.NegativeInfinity : cell >= count ? double.PositiveInfinity : low + (high - low) * cell / count;

    private double IntegralOverTargets(double edge) =>
        double.IsNegativeInfinity(edge) ? 0
        : double.IsPositiveInfinity(edge) ? high - low
        : standardDeviation * (H((edge - low) / standardDeviation) - H((edge - high) / standardDeviation));

    private static double H(double z) => z * Normal.CDF(0, 1, z) + Normal.PDF(0, 1, z);
}
