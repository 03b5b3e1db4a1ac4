using MathNet.Numerics.Distributions;

namespace RegCls.Evaluation;

/// <summary>What a number of units can decide, by Student's t: with a chance of 80 % the 95 % interval of the mean does not contain 0.</summary>
public static class Power
{
    private const int Most = 100_000;

    /// <summary>The smallest true mean that is decided.</summary>
    /// <param name="deviation">Standard deviation of the units.</param>
    /// <param name="units">How many, at least 2.</param>
    public static double Smallest(double deviation, int units) => (StudentT.InvCDF(0, 1, units - 1, 0.975) + StudentT.InvCDF(0, 1, units - 1, 0.8)) * deviation / Math.Sqrt(units);

    /// <summary>The fewest units that decide a true mean; null if more than 100,000.</summary>
    /// <param name="mean">The true mean.</param>
    /// <param name="deviation">Standard deviation of the units.</param>
    public static int? Units(double mean, double deviation)
    {
        int low = 2, high = Most;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Smallest(deviation, middle) <= Math.Abs(mean) ? (low, middle) : (middle + 1, high);
        }

        return Smallest(deviation, low) <= Math.Abs(mean) ? low : null;
    }
}
