using System.Globalization;
using System.Text;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>The reason in one picture, as SVG for pages without scripts: every pair of λ and coupled weight decay, with its test error over weight decay ÷ λ. Clean data, severe sampling.</summary>
public static class KnobPicture
{
    private const double Width = 480, Left = 52, Right = 468, Top = 84, Bottom = 300, LowestRatio = -9.5, HighestRatio = 2.5, HighestError = 1;

    /// <summary>Draws the pairs with some decay, reg's own among them with a cross.</summary>
    /// <param name="records">Records of <c>collapse</c>.</param>
    /// <returns>An SVG document.</returns>
    public static string Svg(IReadOnlyList<RunRecord> records)
    {
        CollapsePoint[] points = [.. CollapsePoint.Of(records, Scenario.Clean, Sampling.Severe).Where(point => point is { IsDecoupled: false, Decay: > 0 }).OrderBy(point => point.Arm.HasClasses()).ThenBy(point => point.Lambda).ThenBy(point => point.Decay)];
        StringBuilder svg = new();
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} 352\" width=\"{Width}\" height=\"352\" font-family=\"system-ui, sans-serif\" font-size=\"14\" fill=\"#1f2328\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        Legend(20, Dot(20, 15, Palette.ScaledReg), "no classes, seven factors from 0.01 to 10,000");
        Legend(42, Diamond(20, 37), "with classes, four factors from 1 to 10,000");
        Legend(64, Cross(20, 59), "reg as published: factor 1, weight decay 0.001");
        for (int error = 0; error <= 10; error += 2)
        {
            Add($"<path d=\"M{Left} {Y(error / 10.0):0.#}H{Right}\" stroke=\"#e6e8eb\"/><text x=\"{Left - 8}\" y=\"{Y(error / 10.0) + 4:0.#}\" text-anchor=\"end\" font-size=\"12\">{error / 10.0:0.0}</text>\n");
        }

        for (int ratio = -9; ratio <= 2; ratio += 3)
        {
            Add($"<text x=\"{X(ratio):0.#}\" y=\"{Bottom + 18}\" text-anchor=\"middle\" font-size=\"12\">10<tspan dy=\"-5\" font-size=\"9\">{ratio.ToString(CultureInfo.InvariantCulture).Replace('-', '−')}</tspan></text>\n");
        }

        foreach (CollapsePoint point in points)
        {
            double x = X(Math.Log10(point.Ratio)), y = Y(point.TestMse);
            svg.Append(point.Arm.HasClasses() ? Diamond(x, y) : Dot(x, y, Palette.ScaledReg)).Append('\n');
        }

        CollapsePoint published = points.Single(point => point is { Lambda: 1, Decay: PublishedSettings.WeightDecay } && !point.Arm.HasClasses());
        svg.Append(Cross(X(Math.Log10(published.Ratio)), Y(published.TestMse))).Append('\n');
        Add($"<text x=\"{(Left + Right) / 2}\" y=\"{Bottom + 40}\" text-anchor=\"middle\" font-size=\"13\">weight decay ÷ factor of the loss</text>\n<text transform=\"translate(14 {(Top + Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\" font-size=\"13\">test error (MSE)</text>\n</svg>\n");
        return svg.ToString();

        void Add(FormattableString text) => svg.Append(FormattableString.Invariant(text));
        void Legend(double y, string mark, string text) => Add($"{mark}<text x=\"34\" y=\"{y}\">{text}</text>\n");
    }

    private static double X(double ratio) => Left + (ratio - LowestRatio) / (HighestRatio - LowestRatio) * (Right - Left);

    private static double Y(double error) => Bottom - error / HighestError * (Bottom - Top);

    private static string Dot(double x, double y, string color) => FormattableString.Invariant($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"4.5\" fill=\"{color}\"/>");

    private static string Diamond(double x, double y) => FormattableString.Invariant($"<path class=\"classes\" d=\"M{x:0.#} {y - 7:0.#}l7 7l-7 7l-7 -7z\" fill=\"none\" stroke=\"{Palette.RegCls}\" stroke-width=\"1.6\"/>");

    private static string Cross(double x, double y) => FormattableString.Invariant($"<path d=\"M{x - 6:0.#} {y - 6:0.#}l12 12m0 -12l-12 12\" stroke=\"{Palette.Reg}\" stroke-width=\"3\"/>");
}
