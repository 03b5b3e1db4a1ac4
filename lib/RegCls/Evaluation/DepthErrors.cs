using System.Globalization;
using RegCls.Training.Depth;

namespace RegCls.Evaluation;

/// <summary>Errors of predicted depths over one group of pixels. An empty group has no errors: its numbers are null and shown as "–", never NaN.</summary>
public sealed record DepthErrors
{
    private DepthErrors()
    {
    }

    /// <summary>Pixels in the group.</summary>
    public required long Count { get; init; }

    /// <summary><c>√(mean (f - y)²)</c> in metres: the root of the mean over all pixels.</summary>
    public required double? Rmse { get; init; }

    /// <summary>abs-rel: the mean of <c>|f - y| / y</c>.</summary>
    public required double? AbsoluteRelative { get; init; }

    /// <summary>log10: the mean of <c>|log10 f - log10 y|</c>.</summary>
    public required double? Log10 { get; init; }

    /// <summary>δ1: share of pixels with <c>max(f / y, y / f) &lt; 1.25</c>.</summary>
    public required double? Delta1 { get; init; }

    /// <summary>δ2: the same with 1.25².</summary>
    public required double? Delta2 { get; init; }

    /// <summary>δ3: the same with 1.25³.</summary>
    public required double? Delta3 { get; init; }

    /// <summary>The errors over some buckets together.</summary>
    /// <param name="sums">Sums by bucket.</param>
    /// <param name="buckets">Which buckets of 0.1 m.</param>
    public static DepthErrors Of(DepthErrorSums sums, IEnumerable<int> buckets)
    {
        ArgumentNullException.ThrowIfNull(sums);
        int[] group = [.. buckets];
        long count = group.Sum(bucket => sums.Counts[bucket]);
        return new DepthErrors
        {
            Count = count,
            Rmse = Mean(bucket => sums.Squares[bucket]) is { } mean ? Math.Sqrt(mean) : null,
            AbsoluteRelative = Mean(bucket => sums.Relatives[bucket]),
            Log10 = Mean(bucket => sums.Logarithms[bucket]),
            Delta1 = Mean(bucket => sums.Within(1, bucket)),
            Delta2 = Mean(bucket => sums.Within(2, bucket)),
            Delta3 = Mean(bucket => sums.Within(3, bucket)),
        };

        double? Mean(Func<int, double> sum) => count == 0 ? null : group.Sum(sum) / count;
    }

    /// <summary>A number as text with three decimals, "–" where there is none.</summary>
    public static string Text(double? value) => value is { } number ? number.ToString("0.000", CultureInfo.InvariantCulture) : "–";
}
