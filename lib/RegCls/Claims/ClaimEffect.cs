using RegCls.Evaluation;

namespace RegCls.Claims;

/// <summary>A difference with its 95 % interval.</summary>
/// <param name="Value">First arm − second arm.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Unit">What it is measured in, such as <c>MSE</c> or <c>m</c>.</param>
/// <param name="Over">What it was averaged over and how many of them, such as <c>10 functions</c>.</param>
/// <param name="Reference">Mean of the second arm, in the same unit; null where there is no such number. <c>Value / Reference</c> can be compared across units.</param>
public sealed record ClaimEffect(double Value, double Low, double High, string Unit, string Over, double? Reference = null)
{
    /// <summary>The effect of a comparison over functions, tasks or splits.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="unit">Unit of the difference.</param>
    /// <param name="over">Name of the units it is over, in the plural.</param>
    /// <param name="reference">Mean of the second arm.</param>
    /// <param name="scale">What all numbers are multiplied by, such as 100 for percent.</param>
    public static ClaimEffect Of(PairedComparison comparison, string unit, string over = "functions", double? reference = null, double scale = 1) => new(
        scale * comparison.MeanDifference, scale * comparison.Interval.Low, scale * comparison.Interval.High, unit, $"{comparison.Functions} {over}", scale * reference);

    /// <summary>The effect of a comparison over seeds.</summary>
    public static ClaimEffect Of(SeedDifference difference, string unit, double? reference = null) => new(difference.Mean, difference.Low, difference.High, unit, $"{difference.Seeds} seeds", reference);

    /// <summary>Whether the whole interval lies on one side of 0.</summary>
    /// <param name="sign">-1 for below, +1 for above.</param>
    public bool IsOnSide(int sign) => sign < 0 ? High < 0 : Low > 0;
}
