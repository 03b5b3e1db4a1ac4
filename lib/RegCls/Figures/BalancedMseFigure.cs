using Plotly.NET;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Losses;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>Balanced MSE beside the arms of Fig. 3, severe sampling: a panel a scenario.</summary>
public static class BalancedMseFigure
{
    /// <summary>Draws the test MSE of each arm: a small point a function (mean over seeds), a large one for the mean over functions with its 95 % interval.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="source">What the records are.</param>
    /// <exception cref="ArgumentException">There are no records, or of one function only.</exception>
    public static GenericChart Create(IReadOnlyList<RunRecord> records, string source)
    {
        if (records.Count == 0)
        {
            throw new ArgumentException("The figure of Balanced MSE needs records, got none.", nameof(records));
        }

        Scenario[] scenarios = [.. records.Select(record => record.Configuration.Scenario).Distinct()];
        PanelFigure figure = new(1, scenarios.Length, panelHeight: 380)
        {
            Title = "Balanced MSE on the severe column of Fig. 3",
            Note = $"{source}: {RunSizes.Of(records)}, C = {BalancedMseStudy.Classes}, published λ and learning rates<br>test MSE; small points: functions, large: their mean with its 95 % interval; left of the line factor 1, right of it factor λ",
        };
        for (int column = 0; column < scenarios.Length; column++)
        {
            ILookup<StudyArm, RunRecord> arms = records.Where(record => record.Configuration.Scenario == scenarios[column]).ToLookup(record => StudyArm.Of(record.Configuration));
            figure.Panel(
                0,
                column,
                Names.Of(scenarios[column]),
                "arm",
                "test MSE",
                yFromZero: true,
                ticks: [.. Enumerable.Range(0, BalancedMseStudy.Arms.Count).Select(i => (double)i)],
                tickTexts: [.. BalancedMseStudy.Arms.Select(arm => arm.DisplayName.Replace(" ", "<br>", StringComparison.Ordinal))]);
            for (int i = 0; i < BalancedMseStudy.Arms.Count; i++)
            {
                StudyArm arm = BalancedMseStudy.Arms[i];
                MeanInterval interval = MeanInterval.Over(arms[arm], record => record.Configuration.Function, record => record.TestMse);
                double[] functions = [.. arms[arm].GroupBy(record => record.Configuration.Function).Select(function => function.Average(record => record.TestMse))];
                figure.Points(0, column, functions.Select(_ => i - 0.18), functions, $"{Family(arm)}, functions", Color(arm), size: 5, opacity: 0.5);
                figure.Estimates(0, column, [i], [(interval.Mean, interval.Low, interval.High)], Family(arm), Color(arm));
            }

            double top = records.Max(record => record.TestMse);
            figure.Line(0, column, [2.5, 2.5], [0, Math.Min(top, 1)], "factor 1 | factor λ", Palette.Curve, dash: "dot", width: 1);
        }

        return figure.Build();
    }

    private static string Family(StudyArm arm) => arm.Loss == RegressionLoss.Squared ? arm.Arm == Arm.RegCls ? "reg+cls" : "MSE" : arm.Loss.ToString().ToUpperInvariant();

    private static string Color(StudyArm arm) => arm.Loss switch
    {
        RegressionLoss.Gai => Palette.Accent,
        RegressionLoss.Bmc => Palette.Bmc,
        _ => arm.Arm == Arm.RegCls ? Palette.RegCls : Palette.Reg,
    };
}
