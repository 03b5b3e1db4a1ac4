using Plotly.NET;
using RegCls.Data;

namespace RegCls.Figures;

/// <summary>One function under several strengths of noise.</summary>
public static class NoiseFigure
{
    private const int ShownSamples = 1500;

    /// <summary>Draws training samples and the function beneath them, one panel a data set; in the title, the share of the targets' variance that is noise, σ² / (σ² + Var f).</summary>
    /// <param name="dataSets">One data set a strength of noise, all of one function and sampling.</param>
    /// <exception cref="ArgumentException">There is no data set.</exception>
    public static GenericChart Create(IReadOnlyList<FunctionDataSet> dataSets)
    {
        if (dataSets.Count == 0)
        {
            throw new ArgumentException("A figure of noise needs at least one data set, got none.", nameof(dataSets));
        }

        FunctionDataSet first = dataSets[0];
        PanelFigure figure = new(1, dataSets.Count, panelHeight: 330)
        {
            Title = "The same function, the noise grows",
            Note = $"function {first.FunctionIndex}, {Names.Of(first.Sampling)} sampling, data seed {first.DataSeed}; {Math.Min(ShownSamples, first.Train.Count):N0} of about {first.Train.Count:N0} training samples shown; drawn live",
        };
        double[] x = Grid.Inputs(600);
        double[] curve = [.. x.Select(first.Function.Evaluate)];
        for (int panel = 0; panel < dataSets.Count; panel++)
        {
            FunctionDataSet data = dataSets[panel];
            figure.Panel(0, panel, FormattableString.Invariant($"σ = {data.Scenario.NoiseStandardDeviation}: {NoiseShare(data):P1} noise"), "input x", "target y", yRange: (-4, 4));
            figure.TrainingSamples(0, panel, data.Train, ShownSamples, Palette.Samples);
            figure.Line(0, panel, x, curve, "f(x)", Palette.Accent, width: 1.5);
        }

        return figure.Build();
    }

    // Of the uniform test set, which is what errors are measured on.
    private static double NoiseShare(FunctionDataSet data)
    {
        double[] values = [.. data.Test.Inputs.Select(data.Function.Evaluate)];
        double mean = values.Average(), variance = values.Average(value => (value - mean) * (value - mean));
        double noise = data.Scenario.NoiseStandardDeviation * data.Scenario.NoiseStandardDeviation;
        return noise / (noise + variance);
    }
}
