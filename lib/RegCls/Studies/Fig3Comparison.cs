using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>Two arms compared in one panel of Fig. 3, over the functions and seeds that both were run on.</summary>
/// <param name="Scenario">Scenario of the panel.</param>
/// <param name="Sampling">Sampling of the panel.</param>
/// <param name="Classes">Number of classes C of reg+cls; 0 where neither arm has classes.</param>
/// <param name="First">The arm whose MSE comes first in the difference.</param>
/// <param name="Second">The arm that is subtracted.</param>
/// <param name="Statistics">Mean difference first - second of test MSE with its interval, tests and shares.</param>
public sealed record Fig3Comparison(Scenario Scenario, Sampling Sampling, int Classes, Arm First, Arm Second, PairedComparison Statistics)
{
    /// <summary>
    /// Every comparison of the records, in the order of the figure: reg+cls - reg and reg+cls - scaled reg for each C, and
    /// scaled reg - reg. Negative differences mean that the first arm is better.
    /// </summary>
    /// <exception cref="ArgumentException">A panel has fewer than two functions.</exception>
    public static IReadOnlyList<Fig3Comparison> All(IReadOnlyList<RunRecord> records) =>
    [
        .. from panel in records.GroupBy(record => (record.Configuration.Scenario, record.Configuration.Sampling))
           let runs = panel.ToLookup(record => (record.Configuration.Arm, record.Configuration.Classes))
           from pair in Pairs([.. runs.Select(arm => arm.Key)])
           select new Fig3Comparison(panel.Key.Scenario, panel.Key.Sampling, Math.Max(pair.First.Classes, pair.Second.Classes), pair.First.Arm, pair.Second.Arm, Compare(runs[pair.First], runs[pair.Second])),
    ];

    private static IEnumerable<((Arm Arm, int Classes) First, (Arm Arm, int Classes) Second)> Pairs(IReadOnlyList<(Arm Arm, int Classes)> arms)
    {
        IEnumerable<(Arm, int)> withClasses = arms.Where(arm => arm.Arm == Arm.RegCls).OrderBy(arm => arm.Classes);
        return withClasses.Select(arm => (arm, (Arm.Reg, 0)))
            .Concat(withClasses.Select(arm => (arm, (Arm.ScaledReg, 0))))
            .Append(((Arm.ScaledReg, 0), (Arm.Reg, 0)));
    }

    private static PairedComparison Compare(IEnumerable<RunRecord> first, IEnumerable<RunRecord> second)
    {
        Dictionary<(int, int), double> other = second.ToDictionary(Key, record => record.TestMse);
        return PairedComparison.Compare(
            first.Where(record => other.ContainsKey(Key(record)))
                .Select(record => new PairedObservation(record.Configuration.Function, record.Configuration.DataSeed, record.TestMse, other[Key(record)])));

        static (int Function, int DataSeed) Key(RunRecord record) => (record.Configuration.Function, record.Configuration.DataSeed);
    }
}
