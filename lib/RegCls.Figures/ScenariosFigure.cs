using Plotly.NET;
using RegCls.Data;

namespace RegCls.Figures;

/// <summary>Fig. 1: one function as clean, noisy and out-of-distribution data.</summary>
public static class ScenariosFigure
{
    private const int ShownSamples = 1500;

    /// <summary>Draws the function and training samples of each data set, and where its test inputs lie.</summary>
    /// <param name="dataSets">One data set a scenario, all of one function.</param>
    /// <exception cref="ArgumentException">There is no data set.</exception>
    public static GenericChart Create(IReadOnlyList<FunctionDataSet> dataSets)
    {
        if (dataSets.Count == 0)
        {
            throw new ArgumentException("Fig. 1 needs at least one data set, got none.", nameof(dataSets));
        }

        FunctionDataSet first = dataSets[0];
        PanelFigure figure = new(1, dataSets.Count, panelHeight: 330)
        {
            Title = "Fig. 1: three scenarios",
            Note = $"function {first.FunctionIndex}, {first.Sampling.ToString().ToLowerInvariant()} sampling, data seed {first.DataSeed}; {Math.Min(ShownSamples, first.Train.Count):N0} of about {first.Train.Count:N0} training samples shown; drawn live",
        };
        double[] x = Grid.Inputs(600);
        double[] curve = [.. x.Select(first.Function.Evaluate)];
        for (int panel = 0; panel < dataSets.Count; panel++)
        {
            FunctionDataSet data = dataSets[panel];
            figure.Panel(0, panel, Names.Of(data.Scenario), "input x", "target y", yRange: (-2, 2));
            foreach (Interval interval in data.Intervals?.Test ?? [])
            {
                figure.Strip(0, panel, interval.Low, interval.High, Palette.Shade);
            }

            figure.TrainingSamples(0, panel, data.Train, ShownSamples, Palette.Samples);
            figure.Line(0, panel, x, curve, "f(x)", Palette.Curve, width: 1.2);
        }

        return figure.Build();
    }
}
