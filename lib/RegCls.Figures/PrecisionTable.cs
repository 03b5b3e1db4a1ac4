using Deedle;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Models;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>What single precision does to levels and to differences of arms.</summary>
public static class PrecisionTable
{
    /// <summary>
    /// One row an arm and one a difference of arms, for each scenario: mean test MSE in double and in single precision, and single - double with its 95 % bootstrap interval over functions, paired
    /// by function and seed.
    /// </summary>
    /// <param name="records">Records of the study, of at least two functions.</param>
    public static Frame<int, string> Create(IReadOnlyList<RunRecord> records)
    {
        List<(Scenario Scenario, Arm First, Arm? Second)> rows =
        [
            .. from scenario in records.Select(record => record.Configuration.Scenario).Distinct()
               from row in new (Arm, Arm?)[] { (Arm.Reg, null), (Arm.ScaledReg, null), (Arm.RegCls, null), (Arm.RegCls, Arm.Reg), (Arm.RegCls, Arm.ScaledReg) }
               select (scenario, row.Item1, row.Item2),
        ];
        List<PairedObservation>[] pairs = [.. rows.Select(row => Pairs(records, row.Scenario, row.First, row.Second))];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["scenario"] = Column(i => Names.Of(rows[i].Scenario)),
            ["test MSE of"] = Column(i => rows[i].First.DisplayName() + (rows[i].Second is { } second ? $" − {second.DisplayName()}" : "")),
            ["double precision"] = Column(i => Number(pairs[i].Average(pair => pair.Second))),
            ["single precision"] = Column(i => Number(pairs[i].Average(pair => pair.First))),
            ["single − double"] = Column(i => Difference(PairedComparison.Compare(pairs[i]))),
        });

        Series<int, object> Column(Func<int, object> value) => new([.. Enumerable.Range(0, rows.Count)], Enumerable.Range(0, rows.Count).Select(value));
    }

    /// <summary>The value of an arm, or the difference of two, in single (first) and double precision (second), a pair a function and seed.</summary>
    internal static List<PairedObservation> Pairs(IReadOnlyList<RunRecord> records, Scenario scenario, Arm first, Arm? second)
    {
        Dictionary<(int Function, int Seed, Arm Arm, Precision Precision), double> values = records.Where(record => record.Configuration.Scenario == scenario).ToDictionary(
            record => (record.Configuration.Function, record.Configuration.DataSeed, record.Configuration.Arm, record.Configuration.Precision), record => record.TestMse);
        return [.. values.Keys.Select(key => (key.Function, key.Seed)).Distinct().Select(run => new PairedObservation(run.Function, run.Seed, Value(run, Precision.Single), Value(run, Precision.Double)))];

        double Value((int Function, int Seed) run, Precision precision) =>
            values[(run.Function, run.Seed, first, precision)] - (second is { } other ? values[(run.Function, run.Seed, other, precision)] : 0);
    }

    private static string Number(double value) => FormattableString.Invariant($"{value:0.000;−0.000;0.000}");

    private static string Difference(PairedComparison comparison) => FormattableString.Invariant(
        $"{comparison.MeanDifference:+0.0000;−0.0000;0.0000} [{comparison.Interval.Low:+0.0000;−0.0000;0.0000}, {comparison.Interval.High:+0.0000;−0.0000;0.0000}]");
}
