using Plotly.NET;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;

namespace RegCls.Figures;

/// <summary>Fig. 5 as a grid of noise strengths σ (rows) and samplings (columns): test MSE against the number of classes C.</summary>
public static class Fig5Figure
{
    private static readonly double[] Ticks = [4, 16, 64, 256, 1024];

    /// <summary>
    /// Draws the mean and its 95 % interval over functions: reg and scaled reg as levels, reg+cls with uniform and with balanced classes as curves. The
    /// dotted level is σ²: the test targets carry noise too, so no prediction can be expected to do better.
    /// </summary>
    /// <param name="records">Records of the study; a noise, sampling or arm without records is left out.</param>
    /// <param name="source">What the records are: "quick run, live" or "full run, recorded".</param>
    /// <exception cref="ArgumentException">There are no records.</exception>
    public static GenericChart Create(IReadOnlyList<RunRecord> records, string source)
    {
        if (records.Count == 0)
        {
            throw new ArgumentException("Fig. 5 needs records of the study fig5, got none.", nameof(records));
        }

        double[] noises = [.. records.Select(record => record.Configuration.Scenario.NoiseStandardDeviation).Distinct().Order()];
        Sampling[] samplings = [.. records.Select(record => record.Configuration.Sampling).Distinct().Order()];
        PanelFigure figure = new(noises.Length, samplings.Length, panelHeight: 240, rowLabels: [.. noises.Select(noise => FormattableString.Invariant($"σ = {noise}"))])
        {
            Title = "Fig. 5: test MSE when the targets are noisy",
            Note = $"{source}: {RunSizes.Of(records)}<br>mean and 95 % interval over functions; dotted: σ², the error of predicting f(x) itself",
        };
        for (int row = 0; row < noises.Length; row++)
        {
            for (int column = 0; column < samplings.Length; column++)
            {
                DrawPanel(figure, row, column, noises[row], samplings[column], records);
            }
        }

        return figure.Build();
    }

    private static void DrawPanel(PanelFigure figure, int row, int column, double noise, Sampling sampling, IReadOnlyList<RunRecord> records)
    {
        figure.Panel(row, column, Names.Of(sampling), "classes C", "test MSE", logarithmicX: true, ticks: Ticks);
        double[] ends = [Ticks[0], Ticks[^1]];
        double floor = noise * noise;
        figure.Line(row, column, ends, [floor, floor], "σ²", Palette.Curve, dash: "dot", width: 1.5);
        ILookup<StudyArm, RunRecord> arms = records
            .Where(record => record.Configuration.Scenario.NoiseStandardDeviation == noise && record.Configuration.Sampling == sampling)
            .ToLookup(record => StudyArm.Of(record.Configuration));
        foreach (StudyArm arm in new[] { StudyArm.Reg, StudyArm.ScaledReg }.Where(arms.Contains))
        {
            MeanInterval level = Interval(arms[arm]);
            figure.Band(row, column, ends, [level.Low, level.Low], [level.High, level.High], Palette.Of(arm));
            figure.Line(row, column, ends, [level.Mean, level.Mean], arm.DisplayName, Palette.Of(arm));
        }

        foreach (StudyArm arm in new[] { StudyArm.RegCls, StudyArm.RegClsBalanced }.Where(arms.Contains))
        {
            (int Classes, MeanInterval Interval)[] curve =
            [
                .. arms[arm].GroupBy(record => record.Configuration.Classes).OrderBy(group => group.Key).Select(group => (group.Key, Interval(group))),
            ];
            // The two curves nearly coincide: shifted apart a little, their intervals can be told.
            double shift = arm == StudyArm.RegCls ? 0.94 : 1 / 0.94;
            figure.Line(
                row,
                column,
                curve.Select(point => point.Classes * shift),
                curve.Select(point => point.Interval.Mean),
                arm.DisplayName,
                Palette.Of(arm),
                marker: arm == StudyArm.RegCls ? "circle" : "diamond",
                low: [.. curve.Select(point => point.Interval.Low)],
                high: [.. curve.Select(point => point.Interval.High)]);
        }
    }

    private static MeanInterval Interval(IEnumerable<RunRecord> records) => MeanInterval.Over(records, record => record.Configuration.Function, record => record.TestMse);
}
