using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>Two arms compared in one panel of Fig. 3.</summary>
/// <param name="Scenario">Scenario of the panel.</param>
/// <param name="Sampling">Sampling of the panel.</param>
/// <param name="Classes">Number of classes C of reg+cls; 0 where neither arm has classes.</param>
/// <param name="First">The arm whose MSE comes first in the difference.</param>
/// <param name="Second">The arm that is subtracted.</param>
/// <param name="Effect">First − second in test MSE, over functions.</param>
public sealed record Fig3Comparison(Scenario Scenario, Sampling Sampling, int Classes, Arm First, Arm Second, Effect Effect)
{
    /// <summary>Every comparison of the records, in the order of the figure: reg+cls - reg and reg+cls - scaled reg for each C, with uniform classes, and scaled reg - reg.</summary>
    /// <exception cref="ArgumentException">A panel has fewer than two functions.</exception>
    public static IReadOnlyList<Fig3Comparison> All(IReadOnlyList<RunRecord> records) =>
    [
        .. from panel in records.GroupBy(record => (record.Configuration.Scenario, record.Configuration.Sampling))
           from pair in Pairs([.. panel.Where(record => record.Configuration.Arm == Arm.RegCls).Select(record => record.Configuration.Classes).Distinct().Order()])
           select new Fig3Comparison(panel.Key.Scenario, panel.Key.Sampling, pair.Classes, pair.First, pair.Second, Comparisons.TestMse.Of(
               panel, record => record.Configuration is { ClassDefinition: ClassDefinition.Uniform } run && run.Arm == pair.First && run.Classes == pair.Classes, record => record.Configuration.Arm == pair.Second)),
    ];

    /// <summary>The spread of an arm without classes over the seeds of a function in each panel, pooled over functions: a difference of two single runs far below it says nothing. Null if no function has two seeds.</summary>
    public static double? NoiseFloor(IEnumerable<RunRecord> records, Scenario scenario, Sampling sampling, Arm arm = Arm.ScaledReg)
    {
        double[][] functions = [.. records.Where(record => record.Configuration.Scenario == scenario && record.Configuration.Sampling == sampling && record.Configuration.Arm == arm)
            .GroupBy(record => record.Configuration.Function, record => record.TestMse).Select(function => function.ToArray())];
        int freedom = functions.Sum(function => function.Length - 1);
        return freedom == 0 ? null : Math.Sqrt(functions.Sum(function => function.Sum(value => Math.Pow(value - function.Average(), 2))) / freedom);
    }

    private static IEnumerable<(int Classes, Arm First, Arm Second)> Pairs(int[] classes) =>
        [.. classes.Select(c => (c, Arm.RegCls, Arm.Reg)), .. classes.Select(c => (c, Arm.RegCls, Arm.ScaledReg)), (0, Arm.ScaledReg, Arm.Reg)];
}
