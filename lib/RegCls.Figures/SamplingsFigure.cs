using Plotly.NET;
using RegCls.Data;

namespace RegCls.Figures;

/// <summary>Fig. 2: the four samplings of one function, above the training samples, below the distribution of their targets.</summary>
public static class SamplingsFigure
{
    private const int ShownSamples = 1500, Bins = 60;

    /// <summary>Draws each data set's training samples and target histogram.</summary>
    /// <param name="dataSets">One data set a sampling, all of one function and scenario.</param>
    /// <exception cref="ArgumentException">There is no data set.</exception>
    public static GenericChart Create(IReadOnlyList<FunctionDataSet> dataSets)
    {
        if (dataSets.Count == 0)
        {
            throw new ArgumentException("Fig. 2 needs at least one data set, got none.", nameof(dataSets));
        }

        FunctionDataSet first = dataSets[0];
        PanelFigure figure = new(2, dataSets.Count, panelHeight: 260)
        {
            Title = "Fig. 2: four samplings of one function, and what they do to the targets",
            Note = $"function {first.FunctionIndex}, {Names.Of(first.Scenario)}, data seed {first.DataSeed}, {first.Variant switch { SamplingVariant.AsWritten => "sampled as written", _ => "sampled as released" }}; dashed: the uniform test set; drawn live",
        };
        double low = dataSets.Min(data => data.Train.Targets.Min()), high = dataSets.Max(data => data.Train.Targets.Max());
        for (int panel = 0; panel < dataSets.Count; panel++)
        {
            FunctionDataSet data = dataSets[panel];
            string ratio = data.Sampling == Sampling.Uniform ? "" : FormattableString.Invariant($" (ratio {data.Sampling.RangeRatio()})");
            figure.Panel(0, panel, Names.Of(data.Sampling) + ratio, "input x", "target y");
            figure.TrainingSamples(0, panel, data.Train, ShownSamples, Palette.Samples);

            figure.Panel(1, panel, data.Peak is { } peak ? FormattableString.Invariant($"peak y* = {peak:F2}, share {data.PeakShare:P0}") : "no peak", "target y", "share of samples", yFromZero: true);
            (double[] centres, double[] shares) = Histogram.Of(data.Train.Targets, low, high, Bins);
            figure.Bars(1, panel, centres, shares, "training targets", Palette.Samples);
            (double[] testCentres, double[] testShares) = Histogram.Of(data.Test.Targets, low, high, Bins);
            figure.Line(1, panel, testCentres, testShares, "test targets (uniform)", Palette.Accent, dash: "dash", width: 1.5);
        }

        return figure.Build();
    }
}
