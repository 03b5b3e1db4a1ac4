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
    /// One row an arm and one a difference of arms, for each scenario: mean test MSE in double and in single precision, and single - double with its 95 % interval over functions, paired
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
        (double Single, double Double)[][] functions = [.. rows.Select(row => Functions(records, row.Scenario, row.First, row.Second))];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["scenario"] = Column(i => Names.Of(rows[i].Scenario)),
            ["test MSE of"] = Column(i => rows[i].First.DisplayName() + (rows[i].Second is { } second ? $" − {second.DisplayName()}" : "")),
            ["double precision"] = Column(i => Number(functions[i].Average(function => function.Double))),
            ["single precision"] = Column(i => Number(functions[i].Average(function => function.Single))),
            ["single − double"] = Column(i => EffectText.Of(Effect.Of(functions[i], "MSE", "functions"), 4)),
        });

        Series<int, object> Column(Func<int, object> value) => new([.. Enumerable.Range(0, rows.Count)], Enumerable.Range(0, rows.Count).Select(value));
    }

    /// <summary>The mean of an arm, or of the difference of two, in single and in double precision, of each function.</summary>
    internal static (double Single, double Double)[] Functions(IReadOnlyList<RunRecord> records, Scenario scenario, Arm first, Arm? second)
    {
        return [.. records.Where(record => record.Configuration.Scenario == scenario).GroupBy(record => record.Configuration.Function).OrderBy(function => function.Key)
            .Select(function => (Value(function, Precision.Single), Value(function, Precision.Double)))];

        double Value(IEnumerable<RunRecord> function, Precision precision) => Mean(function, precision, first) - (second is { } other ? Mean(function, precision, other) : 0);

        double Mean(IEnumerable<RunRecord> function, Precision precision, Arm arm) => function.Where(record => record.Configuration.Precision == precision && record.Configuration.Arm == arm).Average(record => record.TestMse);
    }

    private static string Number(double value) => FormattableString.Invariant($"{value:0.000;−0.000;0.000}");
}
