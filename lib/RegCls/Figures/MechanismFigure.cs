using Plotly.NET;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>Cross-entropy, gap and the difference of the two likelihoods along the training, one row a scenario.</summary>
public static class MechanismFigure
{
    private static readonly (string Title, string Axis, Func<MechanismMeasure, double> Regression, Func<MechanismMeasure, double>? Head)[] Columns =
    [
        ("cross-entropy, balanced", "nats", measure => measure.BalancedCrossEntropy, measure => measure.HeadCrossEntropy),
        ("size of the gap, |G<sub>C</sub>|", "nats", measure => measure.Gap, measure => measure.HeadGap),
        ("NLL balanced − imbalanced", "nats", measure => measure.LikelihoodDifference, null),
    ];

    /// <summary>Draws means over functions with their 95 % intervals against the epoch.</summary>
    /// <param name="records">Measured models, of at least two functions.</param>
    /// <param name="source">What the records are.</param>
    /// <exception cref="ArgumentException">There are no records.</exception>
    public static GenericChart Create(IReadOnlyList<MechanismRecord> records, string source)
    {
        if (records.Count == 0)
        {
            throw new ArgumentException("A figure of the mechanism needs measured models, got none.", nameof(records));
        }

        Scenario[] scenarios = [.. records.Select(record => record.Configuration.Scenario).Distinct().OrderBy(scenario => scenario.Kind)];
        int functions = records.Select(record => record.Configuration.Function).Distinct().Count(), seeds = records.Select(record => record.Configuration.DataSeed).Distinct().Count();
        PanelFigure figure = new(scenarios.Length, Columns.Length, panelHeight: 320, rowLabels: [.. scenarios.Select(Names.Of)])
        {
            Title = "Is this what happens in training?",
            Note = $"{source}: severe, C = {MechanismStudy.Classes}, {functions} functions × {seeds} seed{(seeds == 1 ? "" : "s")}, mean and 95 % interval over functions<br>class posteriors from N(f(x), σ̂²), σ̂² the training MSE; on the uniform test set",
        };
        for (int row = 0; row < scenarios.Length; row++)
        {
            for (int column = 0; column < Columns.Length; column++)
            {
                DrawPanel(figure, row, column, [.. records.Where(record => record.Configuration.Scenario == scenarios[row])]);
            }
        }

        return figure.Build();
    }

    private static void DrawPanel(PanelFigure figure, int row, int column, IReadOnlyList<MechanismRecord> records)
    {
        double[] epochs = [.. records.Select(record => (double)record.Configuration.Epochs).Distinct().Order()];
        (string title, string axis, Func<MechanismMeasure, double> regression, Func<MechanismMeasure, double>? head) = Columns[column];
        figure.Panel(row, column, title, "epoch", axis, logarithmicX: true, ticks: epochs, yFromZero: true);
        foreach (Arm arm in Enum.GetValues<Arm>())
        {
            ILookup<double, MechanismRecord> runs = records.Where(record => record.Configuration.Arm == arm).ToLookup(record => (double)record.Configuration.Epochs);
            Draw(arm.DisplayName(), Palette.Of(arm), "solid", regression);
            if (arm.HasClasses() && head is not null)
            {
                Draw($"{arm.DisplayName()}, its head", Palette.Of(arm), "dot", head);
            }

            void Draw(string name, string color, string dash, Func<MechanismMeasure, double> value)
            {
                MeanInterval[] means =
                [
                    .. epochs.Select(epoch => MeanInterval.Over(runs[epoch], record => record.Configuration.Function, record => value(record.Measure))),
                ];
                double shift = arm switch { Arm.Reg => 0.96, Arm.RegCls => 1.04, _ => 1 };
                figure.Line(row, column, epochs.Select(epoch => epoch * shift), means.Select(mean => mean.Mean), name, color, dash, width: 1.5, marker: "circle", low: [.. means.Select(mean => mean.Low)], high: [.. means.Select(mean => mean.High)]);
            }
        }
    }
}
