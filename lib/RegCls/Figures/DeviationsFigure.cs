using Plotly.NET;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;

namespace RegCls.Figures;

/// <summary>What each deviation does to the gap between the arms: scenarios as rows, samplings as columns.</summary>
public static class DeviationsFigure
{
    private static readonly (StudyArm First, StudyArm Second, string Color)[] Differences =
    [
        (StudyArm.RegCls, StudyArm.Reg, Palette.RegCls),
        (StudyArm.ScaledReg, StudyArm.Reg, Palette.ScaledReg),
        (StudyArm.RegCls, StudyArm.ScaledReg, Palette.Accent),
    ];

    /// <summary>Draws, for each deviation, three differences of test MSE with their 95 % intervals over functions; below 0 the first arm is better.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="source">What the records are.</param>
    /// <exception cref="ArgumentException">There are no records, or of one function only.</exception>
    public static GenericChart Create(IReadOnlyList<RunRecord> records, string source)
    {
        Scenario[] scenarios = [.. records.Select(record => record.Configuration.Scenario).Distinct()];
        Sampling[] samplings = [.. records.Select(record => record.Configuration.Sampling).Distinct().OrderDescending()];
        PanelFigure figure = new(scenarios.Length, samplings.Length, panelHeight: 330, rowLabels: [.. scenarios.Select(Names.Of)])
        {
            Title = $"One deviation at a time, C = {DeviationsStudy.Classes}",
            Note = $"{source}: {RunSizes.Of(records)}<br>differences of test MSE, mean and 95 % interval over functions; below 0 the first arm is better",
        };
        for (int row = 0; row < scenarios.Length; row++)
        {
            for (int column = 0; column < samplings.Length; column++)
            {
                DrawPanel(figure, row, column, records, scenarios[row], samplings[column]);
            }
        }

        return figure.Build();
    }

    private static void DrawPanel(PanelFigure figure, int row, int column, IReadOnlyList<RunRecord> records, Scenario scenario, Sampling sampling)
    {
        Deviation[] deviations =
        [
            .. DeviationsStudy.Deviations.Where(deviation => records.Any(record =>
                record.Configuration.Scenario == scenario && record.Configuration.Sampling == sampling && deviation.Includes(record.Configuration))),
        ];
        figure.Panel(
            row,
            column,
            Names.Of(sampling),
            "deviation",
            "difference of test MSE",
            ticks: [.. Enumerable.Range(0, deviations.Length).Select(i => (double)i)],
            tickTexts: [.. deviations.Select(deviation => TwoLines(deviation.Name))]);
        figure.Line(row, column, [-0.5, deviations.Length - 0.5], [0, 0], "no difference", Palette.Curve, width: 1);
        for (int difference = 0; difference < Differences.Length; difference++)
        {
            (StudyArm first, StudyArm second, string color) = Differences[difference];
            Effect[] effects = [.. deviations.Select(deviation => Comparisons.Of(records, first, second, run => run.Scenario == scenario && run.Sampling == sampling && deviation.Includes(run)))];
            double shift = 0.2 * (difference - 1);
            figure.Estimates(
                row,
                column,
                [.. Enumerable.Range(0, deviations.Length).Select(i => i + shift)],
                [.. effects.Select(effect => (effect.Value, effect.Low, effect.High))],
                $"{first.DisplayName} − {second.DisplayName}",
                color);
        }
    }

    // Parts a name at the space that leaves the shorter longest line.
    private static string TwoLines(string name) => Enumerable.Range(0, name.Length)
        .Where(i => name[i] == ' ')
        .Select(i => (First: name[..i], Second: name[(i + 1)..]))
        .OrderBy(lines => Math.Max(lines.First.Length, lines.Second.Length))
        .Select(lines => $"{lines.First}<br>{lines.Second}")
        .FirstOrDefault(name);
}
