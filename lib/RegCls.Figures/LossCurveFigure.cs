using Plotly.NET;
using RegCls.Losses;
using RegCls.Theory;

namespace RegCls.Figures;

/// <summary>The loss of one sample against its prediction as σ shrinks: GAI beside BMC.</summary>
public static class LossCurveFigure
{
    private static readonly double[] Scales = [0.5, 0.2, 0.05];

    /// <summary>Draws the curves of a sample for three σ, with the squared error and, for BMC, the limit.</summary>
    /// <param name="prior">The label prior of GAI.</param>
    /// <param name="targets">The targets of the batch, the sample's own first.</param>
    public static GenericChart Create(GaussianMixture prior, double[] targets)
    {
        PanelFigure figure = new(1, 2, panelHeight: 360)
        {
            Title = "One sample's loss against its prediction",
            Note = FormattableString.Invariant($"2σ² times the loss; the sample's target is {targets[0]}, the batch holds {targets.Length - 1} others (points on the right)<br>computed live"),
        };
        double low = targets.Min() - 0.8, high = targets.Max() + 0.8;
        double[] f = [.. Enumerable.Range(0, 301).Select(i => low + (high - low) * i / 300)];
        double[] squared = [.. f.Select(prediction => Math.Pow(prediction - targets[0], 2))];
        foreach ((int column, string title) in new[] { (0, "GAI tends to the squared error"), (1, "BMC does not") })
        {
            figure.Panel(0, column, title, "prediction f", "loss, squared target units", yRange: (-1, 4));
            figure.Line(0, column, f, squared, "squared error", Palette.Reg, dash: "dash");
            for (int i = 0; i < Scales.Length; i++)
            {
                double[] curve = column == 0 ? LossCurve.Gai(f, targets[0], prior, Scales[i]) : LossCurve.Bmc(f, targets, Scales[i]);
                figure.Line(0, column, f, curve, FormattableString.Invariant($"σ = {Scales[i]}"), Palette.OfClasses(i + 2), width: 1.8);
            }
        }

        figure.Line(0, 1, f, LossCurve.BmcLimit(f, targets), "(f − y)² − min (f − y_j)²", Palette.Curve, dash: "dot");
        figure.Points(0, 1, targets.Skip(1), targets.Skip(1).Select(_ => -0.9), "other targets of the batch", Palette.Curve, size: 7, opacity: 0.9);
        return figure.Build();
    }
}
