using System.Globalization;

namespace RegCls.Evaluation;

/// <summary>Errors of one group of samples. An empty group has no errors: its numbers are null and shown as "–", never NaN.</summary>
public sealed record ErrorSummary
{
    private const string None = "–";

    private ErrorSummary()
    {
    }

    /// <summary>Samples in the group.</summary>
    public required int Count { get; init; }

    /// <summary>Mean absolute error, in units of the target.</summary>
    public required double? Mae { get; init; }

    /// <summary>Mean squared error, in squared units.</summary>
    public required double? Mse { get; init; }

    /// <summary>Geometric mean of the absolute errors (Yang et al.), in units of the target; 0 where one is exact.</summary>
    public required double? GeometricMean { get; init; }

    /// <summary>Summarises errors.</summary>
    /// <param name="errors">f(x) - y of each sample; none for an empty group.</param>
    /// <exception cref="ArgumentException">An error is not finite.</exception>
    public static ErrorSummary Of(IReadOnlyList<double> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        double absolute = 0, squared = 0, logarithm = 0;
        for (int i = 0; i < errors.Count; i++)
        {
            if (!double.IsFinite(errors[i]))
            {
                throw new ArgumentException($"The error of sample {i} is {errors[i]}, so this model has diverged; expected finite predictions and targets.", nameof(errors));
            }

            absolute += Math.Abs(errors[i]);
            squared += errors[i] * errors[i];
            logarithm += Math.Log(Math.Abs(errors[i]));
        }

        int count = errors.Count;
        return new ErrorSummary
        {
            Count = count,
            Mae = count == 0 ? null : absolute / count,
            Mse = count == 0 ? null : squared / count,
            GeometricMean = count == 0 ? null : Math.Exp(logarithm / count),
        };
    }

    /// <summary>A number of a summary as text with two decimals, "–" where there is none.</summary>
    public static string Text(double? value) => value is { } number ? number.ToString("0.00", CultureInfo.InvariantCulture) : None;
}
