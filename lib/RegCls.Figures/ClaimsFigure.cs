using Plotly.NET;
using RegCls.Claims;

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

        return DifferencesFigure.Rows("What adding classes gains, in percent of the other arm's error", "full runs, recorded: mean and 95 % interval over functions, seeds (faces), splits (depth) or actions (video); left of 0 reg+cls is better",
            [.. direct.Select(line => (Name(line), line.Finding.Effect, line.Finding.Control))]);
    }

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
