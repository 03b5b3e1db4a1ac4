using Plotly.NET;
using RegCls.Claims;
using RegCls.Evaluation;

namespace RegCls.Figures;

/// <summary>What classes gain everywhere, in one unit: percent of the error of the arm they are compared with.</summary>
public static class ClaimsFigure
{
    /// <summary>Draws the claims of <see cref="ClaimLedger.Direct"/>: reg+cls against reg, and against the control where there is one; below 0 reg+cls is better.</summary>
    /// <param name="ledger">Judged claims.</param>
    /// <exception cref="ArgumentException">None of these is among them.</exception>
    public static GenericChart Create(IReadOnlyList<JudgedClaim> ledger)
    {
        JudgedClaim[] direct = [.. ledger.Where(line => ClaimLedger.Direct.Contains(line.Claim.Id))];
        if (direct.Length == 0)
        {
            throw new ArgumentException("The figure of claims needs at least one comparison of reg+cls with reg, got none.", nameof(ledger));
        }

        PanelFigure figure = new(1, 1, panelHeight: 130 + 34 * direct.Length)
        {
            Title = "What adding classes gains, in percent of the other arm's error",
            Note = "full runs, recorded: mean and 95 % interval over functions, seeds (faces), splits (depth) or actions (video); left of 0 reg+cls is better",
        };
        figure.Panel(0, 0, "", "difference, %", "claim");
        figure.NamesDown(0, 0, [.. direct.Select(Name)]);
        figure.Line(0, 0, [0, 0], [-0.5, direct.Length - 0.5], "no difference", Palette.Curve, width: 1);
        Draw("against reg, as in the paper", Palette.Reg, -0.15, line => line.Finding.Effect);
        Draw("against the control", Palette.ScaledReg, 0.15, line => line.Finding.Control);
        return figure.Build();

        void Draw(string name, string color, double shift, Func<JudgedClaim, Effect?> effect)
        {
            (string Name, double Y, Effect Effect)[] drawn = [.. direct.Select((line, i) => (Name(line), i + shift, effect(line))).Where(row => row.Item3?.Reference is not null).Select(row => (row.Item1, row.Item2, row.Item3!))];
            figure.EstimatesAcross(0, 0, [.. drawn.Select(row => row.Y)], [.. drawn.Select(row => (Percent(row.Effect, row.Effect.Value), Percent(row.Effect, row.Effect.Low), Percent(row.Effect, row.Effect.High)))],
                [.. drawn.Select(row => $"{row.Name}, {name}: {Sign(row.Effect, row.Effect.Value)} % [{Sign(row.Effect, row.Effect.Low)}, {Sign(row.Effect, row.Effect.High)}]")], name, color);
        }
    }

    private static string Sign(Effect effect, double value) => Percent(effect, value).ToString("+0;−0;0", System.Globalization.CultureInfo.InvariantCulture);

    private static double Percent(Effect effect, double value) => 100 * value / effect.Reference!.Value;

    private static string Name(JudgedClaim line) => line.Claim.Id switch
    {
        "fig3-clean" => "Fig. 3, clean",
        "fig3-noisy" => "Fig. 3, noisy",
        "lambda-exists-clean" => "Fig. 4, clean",
        "lambda-exists-noisy" => "Fig. 4, noisy",
        "fig5" => "Fig. 5, noise",
        "tab3" => "Tab. 3, faces",
        "tab3-balanced" => "Tab. 3, balanced",
        "tab3-decay" => "faces, with decay",
        "tab2" => "Tab. 2, depth",
        "tab2-balanced" => "Tab. 2, balanced",
        "tab5a" => "Tab. 5 (a), percent",
        "tab5b" => "Tab. 5 (b), frames",
        _ => line.Claim.Place,
    };
}
