using Plotly.NET;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>How correlated the hidden units of each arm are: scenarios as rows; correlation, effective rank and number of active units as columns.</summary>
public static class HiddenFeaturesFigure
{
    private static readonly Arm[] Arms = [Arm.Reg, Arm.ScaledReg, Arm.RegCls];

    private static readonly (string Title, string Axis, Func<HiddenFeatures, double> Value)[] Measures =
    [
        ("correlation of the units", "mean |correlation|", features => features.MeanAbsoluteCorrelation),
        ("effective rank", "effective rank", features => features.EffectiveRank),
        ("active units of 15", "active units", features => features.ActiveUnits),
    ];

    /// <summary>Draws each measure by arm: a small point a function (mean over seeds), joined over the arms, a large one for the mean over functions with its 95 % interval.</summary>
    /// <param name="records">Records of the study, of two functions or more.</param>
    /// <param name="source">What the records are.</param>
    /// <exception cref="ArgumentException">There are no records, or of one function only.</exception>
    public static GenericChart Create(IReadOnlyList<FeatureRecord> records, string source)
    {
        if (records.Count == 0)
        {
            throw new ArgumentException("The figure of hidden features needs records, got none.", nameof(records));
        }

        Scenario[] scenarios = [.. records.Select(record => record.Configuration.Scenario).Distinct()];
        int functions = records.Select(record => record.Configuration.Function).Distinct().Count(), seeds = records.Select(record => record.Configuration.DataSeed).Distinct().Count();
        PanelFigure figure = new(scenarios.Length, Measures.Length, panelHeight: 300, rowLabels: [.. scenarios.Select(Names.Of)])
        {
            Title = "Do classes decorrelate the hidden units?",
            Note = FormattableString.Invariant($"{source}: severe sampling, C = {FeatureStudy.Classes}, {functions} functions × {seeds} seed{(seeds == 1 ? "" : "s")}, {records.Count} models<br>over the uniform test inputs; thin lines: functions, points: their mean with its 95 % interval"),
        };
        for (int row = 0; row < scenarios.Length; row++)
        {
            FeatureRecord[] own = [.. records.Where(record => record.Configuration.Scenario == scenarios[row])];
            for (int column = 0; column < Measures.Length; column++)
            {
                DrawPanel(figure, row, column, own);
            }
        }

        return figure.Build();
    }

    private static void DrawPanel(PanelFigure figure, int row, int column, FeatureRecord[] records)
    {
        (string title, string axis, Func<HiddenFeatures, double> value) = Measures[column];
        figure.Panel(row, column, title, "arm", axis, ticks: [0, 1, 2], tickTexts: [.. Arms.Select(arm => arm.DisplayName())]);

        // A network without two active units has no correlation.
        ILookup<Arm, (int Function, double Value)> arms = records.Select(record => (record.Configuration, Value: value(record.Features))).Where(record => double.IsFinite(record.Value))
            .ToLookup(record => record.Configuration.Arm, record => (record.Configuration.Function, record.Value));
        foreach (int function in records.Select(record => record.Configuration.Function).Distinct())
        {
            figure.Line(row, column, [0, 1, 2], Arms.Select(arm => arms[arm].Where(one => one.Function == function).Select(one => one.Value).DefaultIfEmpty(double.NaN).Average()), "functions", Palette.Faint(Palette.Curve, 0.5), width: 1);
        }

        for (int i = 0; i < Arms.Length; i++)
        {
            MeanInterval interval = MeanInterval.Over(arms[Arms[i]], one => one.Function, one => one.Value);
            figure.Estimates(row, column, [i], [(interval.Mean, interval.Low, interval.High)], Arms[i].DisplayName(), Palette.Of(Arms[i]));
        }
    }
}
