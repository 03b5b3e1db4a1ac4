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
    /// (what the loss scale alone does) and reg+cls - scaled reg (what the classes add); the Wilcoxon p-values of the first and the last,
    /// each Holm-corrected over the panels; and the noise floor, the spread of scaled reg over seeds.
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

        PairedComparison[] claim = [.. panels.Select(panel => Find(panel, Arm.RegCls, Arm.Reg, classes))];
        PairedComparison[] scale = [.. panels.Select(panel => Find(panel, Arm.ScaledReg, Arm.Reg, 0))];
        PairedComparison[] control = [.. panels.Select(panel => Find(panel, Arm.RegCls, Arm.ScaledReg, classes))];
        double[] claimP = Adjusted(claim), controlP = Adjusted(control);
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["scenario"] = Column(i => Names.Of(panels[i].Key.Scenario)),
            ["sampling"] = Column(i => Names.Of(panels[i].Key.Sampling)),
            ["reg+cls − reg"] = Column(i => Text(claim[i])),
            ["scaled reg − reg"] = Column(i => Text(scale[i])),
            ["reg+cls − scaled reg"] = Column(i => Text(control[i])),
            ["p, against reg"] = Column(i => FormattableString.Invariant($"{claimP[i]:F3}")),
            ["p, against scaled reg"] = Column(i => FormattableString.Invariant($"{controlP[i]:F3}")),
            ["noise floor"] = Column(i => control[i].NoiseFloorSecond is { } floor ? FormattableString.Invariant($"{floor:F3}") : "–"),
        });

        Series<int, object> Column(Func<int, object> value)
        {
            int[] rows = [.. Enumerable.Range(0, panels.Count)];
            return new Series<int, object>(rows, rows.Select(value));
        }
    }

    private static double[] Adjusted(IEnumerable<PairedComparison> comparisons) =>
        HolmCorrection.Adjust([.. comparisons.Select(comparison => comparison.Wilcoxon.PValue)]);

    private static PairedComparison Find(IEnumerable<Fig3Comparison> panel, Arm first, Arm second, int classes) =>
        panel.Single(comparison => comparison.First == first && comparison.Second == second && comparison.Classes == classes).Statistics;

    private static string Text(PairedComparison comparison) => FormattableString.Invariant(
        $"{comparison.MeanDifference:+0.000;−0.000;0.000} [{comparison.Interval.Low:+0.000;−0.000;0.000}, {comparison.Interval.High:+0.000;−0.000;0.000}]{(comparison.ExcludesZero ? " *" : "")}");
}
