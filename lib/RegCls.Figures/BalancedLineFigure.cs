using Plotly.NET;
using RegCls.Losses;
using RegCls.Theory;

namespace RegCls.Figures;

/// <summary>Balanced MSE on a case with a known answer: the line each loss finds.</summary>
public static class BalancedLineFigure
{
    /// <summary>Fits the losses to a sample and draws their lines, with the balanced regression f(x) = x and the shrunk mean of the imbalanced world.</summary>
    /// <param name="fits">What was fitted, by loss.</param>
    /// <param name="inputs">x, <c>[N]</c>.</param>
    /// <param name="targets">y, <c>[N]</c>.</param>
    public static GenericChart Create(IReadOnlyList<(RegressionLoss Loss, BalancedLine Line)> fits, double[] inputs, double[] targets)
    {
        PanelFigure figure = new(1, 1, panelHeight: 380)
        {
            Title = "The line each loss finds",
            Note = FormattableString.Invariant($"labels y ~ N({BalancedLine.LabelMean}, {BalancedLine.LabelSpread}²), x | y ~ N(y, {BalancedLine.Noise}²), {inputs.Length} samples<br>the balanced regression is f(x) = x; fitted live"),
        };
        figure.Panel(0, 0, "imbalanced labels, linear model", "x", "y and f(x)");
        figure.Points(0, 0, inputs, targets, "training samples", Palette.Curve, size: 4, opacity: 0.35);
        double[] ends = [inputs.Min(), inputs.Max()];
        figure.Line(0, 0, ends, ends, "balanced regression f(x) = x", Palette.Curve, dash: "dash", width: 1.5);
        (string Color, string Dash)[] styles = [(Palette.Reg, "solid"), (Palette.Accent, "solid"), (Palette.ScaledReg, "dot"), (Palette.Balanced, "dashdot")];
        for (int i = 0; i < fits.Count; i++)
        {
            (RegressionLoss loss, BalancedLine line) = fits[i];
            figure.Line(0, 0, ends, ends.Select(x => line.Slope * x + line.Offset), Name(loss), styles[i % styles.Length].Color, styles[i % styles.Length].Dash, width: 2.5);
        }

        return figure.Build();
    }

    private static string Name(RegressionLoss loss) => loss == RegressionLoss.Squared ? "MSE" : loss.ToString().ToUpperInvariant();
}
