using System.Globalization;
using System.Text;
using RegCls.Claims;
using RegCls.Evaluation;

namespace RegCls.Figures;

/// <summary>The answer in one picture, as SVG for pages without scripts: what adding classes changes, against reg and against the control.</summary>
public static class AnswerPicture
{
    private const double Width = 480, Left = 128, Right = 468, Top = 66, Row = 40;

    private static readonly (string Id, string Name)[] Rows =
    [
        ("fig3-clean", "functions, clean"), ("fig3-noisy", "functions, noisy"), ("tab3", "faces"), ("tab2", "depth"), ("tab5a", "video, percent"), ("tab5b", "video, frames"),
    ];

    /// <summary>Draws the six settings in percent of the other arm's error, each with its 95 % interval; left of 0 classes are better.</summary>
    /// <param name="ledger">Judged claims.</param>
    /// <returns>An SVG document.</returns>
    public static string Svg(IReadOnlyList<JudgedClaim> ledger)
    {
        (string Name, Effect Reg, Effect? Control)[] rows = [.. Rows.Select(row => (row.Name, ledger.Single(line => line.Claim.Id == row.Id).Finding)).Select(row => (row.Name, row.Finding.Effect!, row.Finding.Control))];
        double[] ends = [.. rows.SelectMany(row => new[] { row.Reg, row.Control }).OfType<Effect>().SelectMany(effect => new[] { effect.Percent(effect.Low), effect.Percent(effect.High) })];
        double low = 10 * Math.Floor(ends.Min() / 10), high = 10 * Math.Ceiling(ends.Max() / 10), bottom = Top + rows.Length * Row;
        StringBuilder svg = new();
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {bottom + 46}\" width=\"{Width}\" height=\"{bottom + 46}\" font-family=\"system-ui, sans-serif\" font-size=\"14\" fill=\"#1f2328\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        Legend(20, Palette.Reg, "against reg, as in the paper");
        Legend(42, Palette.ScaledReg, "against the control: the same factor, no classes");
        for (double tick = low; tick <= high; tick += 10)
        {
            Add($"<path d=\"M{X(tick):0.#} {Top}V{bottom}\" stroke=\"{(tick == 0 ? Palette.Curve : "#e6e8eb")}\"/><text x=\"{X(tick):0.#}\" y=\"{bottom + 17}\" text-anchor=\"middle\" font-size=\"12\">{tick.ToString("0", CultureInfo.InvariantCulture).Replace('-', '−')}</text>\n");
        }

        for (int i = 0; i < rows.Length; i++)
        {
            double middle = Top + (i + 0.5) * Row;
            Add($"<text x=\"{Left - 12}\" y=\"{middle + 5}\" text-anchor=\"end\">{rows[i].Name}</text>\n");
            Interval(rows[i].Reg, rows[i].Control is null ? middle : middle - 7, Palette.Reg);
            Interval(rows[i].Control, middle + 7, Palette.ScaledReg);
        }

        Add($"<text x=\"{(Left + Right) / 2}\" y=\"{bottom + 37}\" text-anchor=\"middle\" font-size=\"13\">change of the error with classes, % (left: better)</text>\n</svg>\n");
        return svg.ToString();

        double X(double percent) => Left + (percent - low) / (high - low) * (Right - Left);
        void Add(FormattableString text) => svg.Append(FormattableString.Invariant(text));
        void Legend(double y, string color, string text) => Add($"<circle cx=\"20\" cy=\"{y - 5}\" r=\"5\" fill=\"{color}\"/><text x=\"34\" y=\"{y}\">{text}</text>\n");
        void Interval(Effect? effect, double y, string color)
        {
            if (effect is not null)
            {
                Add($"<path d=\"M{X(effect.Percent(effect.Low)):0.#} {y}H{X(effect.Percent(effect.High)):0.#}\" stroke=\"{color}\" stroke-width=\"2.5\"/><circle cx=\"{X(effect.Percent(effect.Value)):0.#}\" cy=\"{y}\" r=\"5\" fill=\"{color}\"/>\n");
            }
        }
    }
}
