using MathNet.Numerics.Integration;

namespace RegCls.Theory;

/// <summary>Integrals by adaptive Gauss–Kronrod quadrature, piece by piece where the integrand jumps.</summary>
internal static class Quadrature
{
    private const double RelativeError = 1e-11;
    private const int MaximumDepth = 12;

    /// <summary>The integral over the pieces between neighbouring breaks.</summary>
    /// <param name="integrand">Smooth on each piece.</param>
    /// <param name="breaks">The ends and the places of jumps or narrow peaks, in any order; those outside <paramref name="low"/> and <paramref name="high"/> are ignored.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, not below the lower.</param>
    public static double Integrate(Func<double, double> integrand, IEnumerable<double> breaks, double low, double high)
    {
        double[] ends = [low, .. breaks.Where(y => y > low && y < high).Distinct().Order(), high];
        double sum = 0;
        for (int i = 0; i + 1 < ends.Length; i++)
        {
            if (ends[i] < ends[i + 1])
            {
                sum += GaussKronrodRule.Integrate(integrand, ends[i], ends[i + 1], out _, out _, RelativeError, MaximumDepth, 15);
            }
        }

        return sum;
    }
}
