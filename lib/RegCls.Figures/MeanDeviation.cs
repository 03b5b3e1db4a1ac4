using System.Globalization;

namespace RegCls.Figures;

/// <summary>A mean and, where there are at least two values, their standard deviation (N − 1): a cell of a table.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation; null where it is not known.</param>
internal sealed record MeanDeviation(double Mean, double? Deviation)
{
    /// <summary>Of values; null of none.</summary>
    public static MeanDeviation? Of(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        double mean = values.Average();
        return new MeanDeviation(mean, values.Count < 2 ? null : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1)));
    }

    /// <summary><c>mean (deviation)</c>, <c>mean</c>, or a dash for nothing.</summary>
    public static string Text(MeanDeviation? value, string format) => value is null
        ? "–"
        : Number(value.Mean, format) + (value.Deviation is { } deviation ? $" ({Number(deviation, format)})" : "");

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
