using Plotly.NET;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>Fig. 3 as a grid of scenarios (rows) and samplings (columns): test MSE against the number of classes C.</summary>
public static class Fig3Figure
{
    private static readonly double[] Ticks = [4, 16, 64, 256, 1024];

    /// <summary>
    /// Draws our mean and its 95 % interval over functions for reg, scaled reg and reg+cls, and the authors' published means
    /// (dashed, hollow) beside them. reg and scaled reg have no classes: they are levels, not curves. The gap in a panel's corner is
    /// the one the paper prints, the mean over C of |mean MSE(reg) - mean MSE(reg+cls)|, ours, against the control, and the paper's.
    /// </summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="published">The authors' means.</param>
    /// <param name="source">What the records are: "quick run, live" or "full run, recorded …".</param>
    /// <exception cref="ArgumentException">There are no records.</exception>
    public static GenericChart Create(IReadOnlyList<RunRecord> records, IReadOnlyList<PublishedFig3> published, string source)
    {
        if (records.Count == 0)
        {
            throw new ArgumentException("Fig. 3 needs records of the study fig3, got none.", nameof(records));
        }

        PanelFigure figure = new(Fig3Study.Scenarios.Count, Fig3Study.Samplings.Count, panelHeight: 250, rowLabels: [.. Fig3Study.Scenarios.Select(Names.Of)])
        {
            Title = "Fig. 3: test MSE against the number of classes",
            Note = $"{source}: {RunSizes.Of(records)}<br>mean and 95 % interval over functions; hollow, dashed: the authors' means (50 runs)",
        };
        for (int row = 0; row < Fig3Study.Scenarios.Count; row++)
        {
            for (int column = 0; column < Fig3Study.Samplings.Count; column++)
            {
                Scenario scenario = Fig3Study.Scenarios[row];
                Sampling sampling = Fig3Study.Samplings[column];
                DrawPanel(
                    figure,
                    row,
                    column,
                    [.. records.Where(record => record.Configuration.Scenario == scenario && record.Configuration.Sampling == sampling)],
                    [.. published.Where(point => point.Kind == scenario.Kind && point.Sampling == sampling).OrderBy(point => point.Classes)]);
            }
        }

        return figure.Build();
    }

    private static void DrawPanel(PanelFigure figure, int row, int column, List<RunRecord> records, List<PublishedFig3> published)
    {
        figure.Panel(row, column, Names.Of(Fig3Study.Samplings[column]), "classes C", "test MSE", logarithmicX: true, ticks: Ticks, yFromZero: true);
        ILookup<Arm, RunRecord> arms = records.ToLookup(record => record.Configuration.Arm);
        foreach (Arm arm in new[] { Arm.Reg, Arm.ScaledReg })
        {
            MeanInterval level = Interval(arms[arm]);
            double[] ends = [Ticks[0], Ticks[^1]];
            figure.Band(row, column, ends, [level.Low, level.Low], [level.High, level.High], Palette.Of(arm));
            figure.Line(row, column, ends, [level.Mean, level.Mean], arm.DisplayName(), Palette.Of(arm));
        }

        (double Classes, MeanInterval Interval)[] curve =
        [
            .. arms[Arm.RegCls].GroupBy(record => record.Configuration.Classes)
                .OrderBy(group => group.Key)
                .Select(group => ((double)group.Key, Interval(group))),
        ];
        figure.Line(
            row,
            column,
            curve.Select(point => point.Classes),
            curve.Select(point => point.Interval.Mean),
            Arm.RegCls.DisplayName(),
            Palette.RegCls,
            marker: "circle",
            low: [.. curve.Select(point => point.Interval.Low)],
            high: [.. curve.Select(point => point.Interval.High)]);

        figure.Line(row, column, published.Select(point => (double)point.Classes), published.Select(point => point.Reg), "reg, authors", Palette.Reg, dash: "dash", width: 1, marker: "square-open");
        figure.Line(row, column, published.Select(point => (double)point.Classes), published.Select(point => point.RegCls), "reg+cls, authors", Palette.RegCls, dash: "dash", width: 1, marker: "circle-open");

        double Gap(Arm arm) => curve.Average(point => Math.Abs(Mean(arms[arm]) - point.Interval.Mean));
        string authors = published.Count == 0 ? "–" : FormattableString.Invariant($"{published.Average(point => Math.Abs(point.Reg - point.RegCls)):F3}");
        figure.Remark(row, column, FormattableString.Invariant($"gap to reg {Gap(Arm.Reg):F3} (authors {authors})<br>gap to scaled reg {Gap(Arm.ScaledReg):F3}"));
    }

    private static MeanInterval Interval(IEnumerable<RunRecord> records) => MeanInterval.Over(records, record => record.Configuration.Function, record => record.TestMse);

    private static double Mean(IEnumerable<RunRecord> records) => records.Average(record => record.TestMse);
}
