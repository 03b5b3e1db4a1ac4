using Plotly.NET;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>Fig. 4: validation MSE against λ, scenarios as rows, samplings as columns.</summary>
public static class Fig4Figure
{
    private static readonly double[] Ticks = [1e-2, 1, 1e2, 1e4];

    /// <summary>
    /// Draws the mean over functions and seeds of reg (a level), of scaled reg at the same λ (with its 95 % interval over functions), and of
    /// reg+cls, a curve for each number of classes.
    /// </summary>
    /// <param name="records">Records of the search for λ.</param>
    /// <param name="definition">Which classes of reg+cls.</param>
    /// <param name="source">What the records are: "quick run, live" or "full run, recorded".</param>
    /// <exception cref="ArgumentException">There are no records with such classes.</exception>
    public static GenericChart Create(IReadOnlyList<RunRecord> records, ClassDefinition definition, string source)
    {
        List<RunRecord> shown = [.. records.Where(record => !record.Configuration.Arm.HasClasses() || record.Configuration.ClassDefinition == definition)];
        if (!shown.Any(record => record.Configuration.Arm.HasClasses()))
        {
            throw new ArgumentException($"Fig. 4 needs records of reg+cls with {definition} classes, got none.", nameof(records));
        }

        Scenario[] scenarios = [.. shown.Select(record => record.Configuration.Scenario).Distinct()];
        Sampling[] samplings = [.. shown.Select(record => record.Configuration.Sampling).Distinct().Order()];
        PanelFigure figure = new(scenarios.Length, samplings.Length, panelHeight: 270, rowLabels: [.. scenarios.Select(Names.Of)])
        {
            Title = $"Fig. 4: validation MSE against λ, {Names.Of(definition)}",
            Note = $"{source}: {RunSizes.Of(shown)}<br>means over functions and seeds; the band of scaled reg is its 95 % interval over functions",
        };
        for (int row = 0; row < scenarios.Length; row++)
        {
            for (int column = 0; column < samplings.Length; column++)
            {
                figure.Panel(row, column, Names.Of(samplings[column]), "λ", "validation MSE", logarithmicX: true, ticks: Ticks, yFromZero: true);
                DrawPanel(figure, row, column, [.. shown.Where(record => record.Configuration.Scenario == scenarios[row] && record.Configuration.Sampling == samplings[column])]);
            }
        }

        return figure.Build();
    }

    private static void DrawPanel(PanelFigure figure, int row, int column, List<RunRecord> records)
    {
        double[] lambdas = [.. records.Where(record => record.Configuration.Arm == Arm.ScaledReg).Select(record => record.Configuration.Lambda).Distinct().Order()];
        double reg = Interval(records.Where(record => record.Configuration.Arm == Arm.Reg)).Mean;
        MeanInterval[] control = [.. lambdas.Select(lambda => Interval(records.Where(record => record.Configuration.Arm == Arm.ScaledReg && record.Configuration.Lambda == lambda)))];
        figure.Band(row, column, lambdas, [.. control.Select(interval => interval.Low)], [.. control.Select(interval => interval.High)], Palette.ScaledReg);
        figure.Line(row, column, [lambdas[0], lambdas[^1]], [reg, reg], Arm.Reg.DisplayName(), Palette.Reg);
        figure.Line(row, column, lambdas, control.Select(interval => interval.Mean), Arm.ScaledReg.DisplayName(), Palette.ScaledReg, width: 3);
        int index = 0;
        foreach (IGrouping<int, RunRecord> classes in records.Where(record => record.Configuration.Arm.HasClasses()).GroupBy(record => record.Configuration.Classes).OrderBy(group => group.Key))
        {
            double[] means = [.. lambdas.Select(lambda => Interval(classes.Where(record => record.Configuration.Lambda == lambda)).Mean)];
            figure.Line(row, column, lambdas, means, $"reg+cls, C = {classes.Key}", Palette.OfClasses(index++), width: 1.5, marker: "circle");
        }
    }

    private static MeanInterval Interval(IEnumerable<RunRecord> records) => MeanInterval.Over(records, record => record.Configuration.Function, record => record.ValidationMse);
}
