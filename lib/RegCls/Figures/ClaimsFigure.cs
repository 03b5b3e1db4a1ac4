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

        PanelFigure figure = new(1, 1, panelHeight: 420)
        {
            Title = "What adding classes gains, in percent of the other arm's error",
            Note = "full runs, recorded: mean and 95 % interval over functions, seeds (faces), splits (depth) or actions (video); below 0 reg+cls is better",
        };
        figure.Panel(0, 0, "", "claim", "difference, %", ticks: [.. Enumerable.Range(0, direct.Length).Select(i => (double)i)], tickTexts: [.. direct.Select(Name)]);
        figure.Line(0, 0, [-0.5, direct.Length - 0.5], [0, 0], "no difference", Palette.Curve, width: 1);
        Draw("against reg, as in the paper", Palette.Reg, -0.1, line => line.Finding.Effect);
        Draw("against the control", Palette.ScaledReg, 0.1, line => line.Finding.Control);
        return figure.Build();

        void Draw(string name, string color, double shift, Func<JudgedClaim, Effect?> effect)
        {
            (double X, Effect Effect)[] drawn = [.. direct.Select((line, i) => (i + shift, effect(line))).Where(pair => pair.Item2?.Reference is not null).Select(pair => (pair.Item1, pair.Item2!))];
            figure.Estimates(0, 0, [.. drawn.Select(pair => pair.X)], [.. drawn.Select(pair => (Percent(pair.Effect, pair.Effect.Value), Percent(pair.Effect, pair.Effect.Low), Percent(pair.Effect, pair.Effect.High)))], name, color);
        }
    }

    private static double Percent(Effect effect, double value) => 100 * value / effect.Reference!.Value;

    private static string Name(JudgedClaim line) => line.Claim.Id switch
    {
        "fig3-clean" => "Fig. 3<br>clean",
        "fig3-noisy" => "Fig. 3<br>noisy",
        "lambda-exists-clean" => "Fig. 4<br>clean",
        "lambda-exists-noisy" => "Fig. 4<br>noisy",
        "fig5" => "Fig. 5<br>noise",
        "tab3" => "Tab. 3<br>faces",
        "tab3-balanced" => "Tab. 3<br>balanced",
        "tab3-decay" => "faces with<br>weight decay",
        "tab2" => "Tab. 2<br>depth",
        "tab2-balanced" => "Tab. 2<br>balanced",
        "tab5a" => "Tab. 5 (a)<br>percent",
        "tab5b" => "Tab. 5 (b)<br>frames",
        _ => line.Claim.Place,
    };
}
