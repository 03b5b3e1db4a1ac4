using Deedle;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>The statistics under Fig. 3: paired differences of test MSE over functions.</summary>
public static class Fig3Table
{
    /// <summary>
    /// One row a panel: the mean difference with its 95 % interval over functions, and the word of <c>data/verdict-rules.md</c>, for reg+cls - reg (the paper's claim), scaled reg - reg (what the loss scale alone does) and
    /// reg+cls - scaled reg (what the classes add), each a family over the panels; and the noise floor, the spread of scaled reg over seeds.
    /// </summary>
    /// <param name="records">Records of one study.</param>
    /// <param name="comparisons">Their comparisons.</param>
    /// <param name="classes">The number of classes C of reg+cls.</param>
    /// <exception cref="ArgumentException">There is no comparison with that C.</exception>
    public static Frame<int, string> Create(IReadOnlyList<RunRecord> records, IReadOnlyList<Fig3Comparison> comparisons, int classes)
    {
        var panels = comparisons.GroupBy(comparison => (comparison.Scenario, comparison.Sampling)).ToList();
        if (panels.Count == 0 || !comparisons.Any(comparison => comparison.Classes == classes))
        {
            throw new ArgumentException($"There is no comparison with C = {classes}; the study has C = {string.Join(", ", comparisons.Select(comparison => comparison.Classes).Where(c => c > 0).Distinct())}.", nameof(classes));
        }

        int[] rows = [.. Enumerable.Range(0, panels.Count)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["scenario"] = new(rows, panels.Select(object (panel) => Names.Of(panel.Key.Scenario))),
            ["sampling"] = new(rows, panels.Select(object (panel) => Names.Of(panel.Key.Sampling))),
            ["reg+cls − reg"] = Column(Arm.RegCls, Arm.Reg, classes),
            ["scaled reg − reg"] = Column(Arm.ScaledReg, Arm.Reg, 0),
            ["reg+cls − scaled reg"] = Column(Arm.RegCls, Arm.ScaledReg, classes),
            ["noise floor"] = new(rows, panels.Select(object (panel) => Fig3Comparison.NoiseFloor(records, panel.Key.Scenario, panel.Key.Sampling) is { } floor ? FormattableString.Invariant($"{floor:F3}") : "–")),
        });

        Series<int, object> Column(Arm first, Arm second, int c) => new(rows, Verdict.Judge([.. panels.Select(panel => new Question(
            "", panel.Single(comparison => comparison.First == first && comparison.Second == second && comparison.Classes == c).Effect))])
            .Select(object (verdict) => $"{EffectText.Of(verdict.Question.Effect, 3)} {verdict.Outcome.Words()}"));
    }
}
