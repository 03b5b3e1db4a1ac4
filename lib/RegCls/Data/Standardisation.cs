namespace RegCls.Data;

/// <summary>Brings numbers to mean 0 and standard deviation 1, and back.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation (of the numbers themselves, not of a population), above 0.</param>
public sealed record Standardisation(double Mean, double Deviation)
{
    /// <summary>The standardisation of some numbers.</summary>
    /// <param name="values">At least two different ones.</param>
    /// <exception cref="ArgumentException">All are the same.</exception>
    public static Standardisation Of(IReadOnlyCollection<double> values)
    {
        double mean = values.Average(), deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return deviation > 0 ? new(mean, deviation) : throw new ArgumentException($"All {values.Count} values are {mean:R}: they have no spread to divide by.", nameof(values));
    }

    /// <summary>Standardised numbers.</summary>
    public double[] Apply(IEnumerable<double> values) => [.. values.Select(value => (value - Mean) / Deviation)];

    /// <summary>Numbers as they were.</summary>
    public double[] Undo(IEnumerable<double> values) => [.. values.Select(value => Mean + Deviation * value)];
}
