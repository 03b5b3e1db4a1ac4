namespace RegCls.Theory;

/// <summary>The likelihood behind the squared error (Eq. 1–3): y given x is <c>N(f(x), σ²)</c>.</summary>
public static class GaussianLikelihood
{
    /// <summary>Eq. 2: <c>-log N(y; f, σ²) = (y - f)² / 2σ² + ½ log 2πσ²</c>, in nats.</summary>
    /// <param name="target">y, in target units.</param>
    /// <param name="prediction">f(x), in target units.</param>
    /// <param name="standardDeviation">σ, in target units, positive.</param>
    /// <exception cref="ArgumentException">σ is not a positive number.</exception>
    public static double NegativeLog(double target, double prediction, double standardDeviation)
    {
        RequirePositive(standardDeviation);
        double residual = (target - prediction) / standardDeviation;
        return 0.5 * residual * residual + NegativeLogAtPeak(standardDeviation);
    }

    /// <summary>What of Eq. 2 does not depend on f: <c>½ log 2πσ²</c>, the value at y = f.</summary>
    /// <param name="standardDeviation">σ, positive.</param>
    /// <exception cref="ArgumentException">σ is not a positive number.</exception>
    public static double NegativeLogAtPeak(double standardDeviation)
    {
        RequirePositive(standardDeviation);
        return 0.5 * Math.Log(2 * Math.PI) + Math.Log(standardDeviation);
    }

    /// <summary>Derivative of Eq. 2 with respect to f: <c>(f - y) / σ²</c>, which is that of the squared error times <c>1 / 2σ²</c>.</summary>
    /// <param name="target">y.</param>
    /// <param name="prediction">f(x).</param>
    /// <param name="standardDeviation">σ, positive.</param>
    /// <exception cref="ArgumentException">σ is not a positive number.</exception>
    public static double Gradient(double target, double prediction, double standardDeviation)
    {
        RequirePositive(standardDeviation);
        return (prediction - target) / (standardDeviation * standardDeviation);
    }

    private static void RequirePositive(double standardDeviation)
    {
        if (!(standardDeviation > 0) || !double.IsFinite(standardDeviation))
        {
            throw new ArgumentException($"The standard deviation σ must be a positive number, got {standardDeviation}.", nameof(standardDeviation));
        }
    }
}
