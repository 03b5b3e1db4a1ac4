using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>All models of one arm, λ and weight decay under one condition: a point of the picture.</summary>
/// <param name="Arm">The arm; reg is scaled reg at λ = 1.</param>
/// <param name="Lambda">λ.</param>
/// <param name="Decay">Weight decay.</param>
/// <param name="IsDecoupled">Whether the decay is decoupled (AdamW).</param>
/// <param name="TestMse">Mean test MSE over functions and seeds.</param>
/// <param name="ValidationMse">Mean validation MSE.</param>
/// <param name="SeedDeviation">The standard deviation that seeds alone give to <paramref name="TestMse"/>, functions being what they are; NaN with one seed.</param>
public sealed record CollapsePoint(Arm Arm, double Lambda, double Decay, bool IsDecoupled, double TestMse, double ValidationMse, double SeedDeviation)
{
    /// <summary>Coupled weight decay ÷ loss scale: what only should count.</summary>
    public double Ratio => Decay / Lambda;

    /// <summary>The points of a condition.</summary>
    /// <param name="records">Records of <c>collapse</c>.</param>
    /// <param name="scenario">Clean or noisy.</param>
    /// <param name="sampling">Severe or uniform.</param>
    public static IReadOnlyList<CollapsePoint> Of(IEnumerable<RunRecord> records, Scenario scenario, Sampling sampling) =>
    [
        .. records.Where(record => record.Configuration.Scenario == scenario && record.Configuration.Sampling == sampling)
            .GroupBy(record => (record.Configuration.Arm, record.Configuration.Lambda, record.Configuration.WeightDecay, record.Configuration.Optimiser))
            .Select(point => new CollapsePoint(
                point.Key.Arm,
                point.Key.Lambda,
                point.Key.WeightDecay,
                point.Key.Optimiser == Optimiser.AdamW,
                point.Average(record => record.TestMse),
                point.Average(record => record.ValidationMse),
                Deviation(point))),
    ];

    private static double Deviation(IEnumerable<RunRecord> point)
    {
        double[][] functions = [.. point.GroupBy(record => record.Configuration.Function).Select(function => function.Select(record => record.TestMse).ToArray())];
        return functions.Min(seeds => seeds.Length) < 2 ? double.NaN : Math.Sqrt(functions.Sum(seeds => Variance(seeds) / seeds.Length)) / functions.Length;
    }

    private static double Variance(double[] values) => values.Sum(value => (value - values.Average()) * (value - values.Average())) / (values.Length - 1);
}
