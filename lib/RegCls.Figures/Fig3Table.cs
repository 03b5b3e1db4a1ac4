using Deedle;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>The statistics under Fig. 3: paired differences of test MSE over functions.</summary>
public static class Fig3Table
{
    /// <summary>
    /// One row a panel: the mean difference with its 95 % interval over functions for reg+cls - reg (the paper's claim), scaled reg - reg
    /// (what the loss scale alone does) and reg+cls - scaled reg (what the classes add), and the noise floor, the spread of scaled
    /// reg over seeds. One star: the interval excludes 0. Two stars: the Wilcoxon signed-rank test rejects equality at 5 % as well,
    /// Holm-corrected over the panels.
    /// </summary>
    /// <param name="comparisons">Comparisons of one study.</param>
    /// <param name="classes">The number of classes C of reg+cls.</param>
    /// <exception cref="ArgumentException">There is no comparison with that C.</exception>
    public static Frame<int, string> Create(IReadOnlyList<Fig3Comparison> comparisons, int classes)
    {
        var panels = comparisons.GroupBy(comparison => (comparison.Scenario, comparison.Sampling)).ToList();
        if (panels.Count == 0 || !comparisons.Any(comparison => comparison.Classes == classes))
        {
            throw new ArgumentException($"There is no comparison with C = {classes}; the study has C = {string.Join(", ", comparisons.Select(comparison => comparison.Classes).Where(c => c > 0).Distinct())}.", nameof(classes));
        }

        string[] claim = Texts(panels.Select(panel => Find(panel, Arm.RegCls, Arm.Reg, classes)));
        string[] scale = Texts(panels.Select(panel => Find(panel, Arm.ScaledReg, Arm.Reg, 0)));
        string[] control = Texts(panels.Select(panel => Find(panel, Arm.RegCls, Arm.ScaledReg, classes)));
        double?[] floors = [.. panels.Select(panel => Find(panel, Arm.RegCls, Arm.ScaledReg, classes).NoiseFloorSecond)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["scenario"] = Column(i => Names.Of(panels[i].Key.Scenario)),
            ["sampling"] = Column(i => Names.Of(panels[i].Key.Sampling)),
            ["reg+cls − reg"] = Column(i => claim[i]),
            ["scaled reg − reg"] = Column(i => scale[i]),
            ["reg+cls − scaled reg"] = Column(i => control[i]),
            ["noise floor"] = Column(i => floors[i] is { } floor ? FormattableString.Invariant($"{floor:F3}") : "–"),
        });

        Series<int, object> Column(Func<int, object> value)
        {
            int[] rows = [.. Enumerable.Range(0, panels.Count)];
            return new Series<int, object>(rows, rows.Select(value));
        }
    }

    private static PairedComparison Find(IEnumerable<Fig3Comparison> panel, Arm first, Arm second, int classes) =>
        panel.Single(comparison => comparison.First == first && comparison.Second == second && comparison.Classes == classes).Statistics;

    private static string[] Texts(IEnumerable<PairedComparison> comparisons)
    {
        PairedComparison[] all = [.. comparisons];
        double[] adjusted = HolmCorrection.Adjust([.. all.Select(comparison => comparison.Wilcoxon.PValue)]);
        return [.. all.Select((comparison, i) => Text(comparison) + (comparison.ExcludesZero ? adjusted[i] < 0.05 ? " **" : " *" : ""))];
    }

    private static string Text(PairedComparison comparison) => FormattableString.Invariant(
        $"{comparison.MeanDifference:+0.000;−0.000;0.000} [{comparison.Interval.Low:+0.000;−0.000;0.000}, {comparison.Interval.High:+0.000;−0.000;0.000}]");
}
