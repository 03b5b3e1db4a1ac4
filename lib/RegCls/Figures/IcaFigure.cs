using Plotly.NET;
using RegCls.Evaluation;
using RegCls.Theory;

namespace RegCls.Figures;

/// <summary>Nonlinear ICA by classifying segments: how well the sources can be read off linearly.</summary>
public static class IcaFigure
{
    private static readonly (string Name, Func<IcaResult, double> Value, string Color)[] Features =
    [
        ("segments told", result => result.Contrastive, Palette.RegCls),
        ("segments shuffled", result => result.Shuffled, Palette.Reg),
        ("untrained", result => result.Untrained, Palette.ScaledReg),
        ("no network: x, |x|", result => result.Observed, Palette.Curve),
    ];

    /// <summary>Draws the mean correlation with the sources of each kind of features: a small point a seed, a large one for their mean with its 95 % interval over seeds.</summary>
    /// <param name="results">Results, of two seeds or more.</param>
    /// <param name="options">Sizes of the experiment.</param>
    /// <exception cref="ArgumentException">There are fewer than two seeds.</exception>
    public static GenericChart Create(IReadOnlyList<IcaResult> results, IcaOptions options)
    {
        PanelFigure figure = new(1, 1, panelHeight: 360)
        {
            Title = "Do classes of time unmix the sources?",
            Note = FormattableString.Invariant($"{options.Sources} Laplace sources, {options.Segments} segments of {options.SamplesPerSegment} samples, {options.MixingLayers} mixing layers, {results.Count} seeds, {options.Epochs} epochs; live<br>test correlation of |s| with its best linear function of the last hidden layer, mean over sources; small points: seeds, large: mean with 95 % interval"),
        };
        figure.Panel(0, 0, "features", "what the network was trained to do", "mean correlation", yRange: (0, 1.02), ticks: [0, 1, 2, 3], tickTexts: [.. Features.Select(features => features.Name)]);
        for (int i = 0; i < Features.Length; i++)
        {
            (string name, Func<IcaResult, double> value, string color) = Features[i];
            MeanInterval interval = MeanInterval.Of([.. results.Select(value)]);
            figure.Points(0, 0, results.Select(_ => i - 0.1), results.Select(value), $"{name}, seeds", color, size: 5, opacity: 0.55);
            figure.Estimates(0, 0, [i], [(interval.Mean, interval.Low, interval.High)], name, color);
        }

        return figure.Build();
    }
}
