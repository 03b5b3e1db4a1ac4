using Deedle;
using RegCls.Claims;

namespace RegCls.Figures;

/// <summary>The claims ledger as tables.</summary>
public static class ClaimsTable
{
    /// <summary>One row a claim: where in the paper, what it says, the verdict, the effect with its 95 % interval, and the same against the control.</summary>
    /// <param name="ledger">Judged claims.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Frame<int, string> Create(IReadOnlyList<JudgedClaim> ledger) => Frame(ledger, new()
    {
        ["claim"] = Title,
        ["here"] = line => line.Finding.Verdict switch
        {
            ClaimVerdict.ControlExplains => "the control explains it",
            ClaimVerdict.DoesNotHold => "does not hold",
            ClaimVerdict.NotTestable => "not testable",
            _ => "holds",
        },
        ["effect [95 %]"] = line => ClaimText.Numbers(line.Finding.Effect),
        ["against the control"] = line => ClaimText.Numbers(line.Finding.Control),
        ["unit"] = line => line.Finding.Effect?.Unit ?? "–",
    });

    /// <summary>One row a claim: what was compared and over how many units, in which record, and the notebook's cell.</summary>
    /// <param name="ledger">Judged claims.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Frame<int, string> Sources(IReadOnlyList<JudgedClaim> ledger) => Frame(ledger, new()
    {
        ["claim"] = Title,
        ["what was compared"] = line => line.Finding.Effect is { } effect ? $"{line.Finding.Because} Over {effect.Over}." : line.Finding.Because,
        ["record"] = line => line.Claim.Records.Count == 0 ? "–" : string.Join(", ", line.Claim.Records),
        ["notebook, cell"] = line => line.Claim.Cell,
    });

    /// <summary>One row a claim that cannot be tested: why not, and the notebook's cell that has it nevertheless.</summary>
    /// <param name="ledger">Judged claims.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Frame<int, string> Untested(IReadOnlyList<JudgedClaim> ledger) => Frame(ledger, new()
    {
        ["claim"] = Title,
        ["why not"] = line => line.Finding.Because,
        ["notebook, cell"] = line => line.Claim.Cell,
    });

    private static string Title(JudgedClaim line) => $"{line.Claim.Place}: {line.Claim.Text}";

    private static Frame<int, string> Frame(IReadOnlyList<JudgedClaim> ledger, Dictionary<string, Func<JudgedClaim, string>> columns)
    {
        if (ledger.Count == 0)
        {
            throw new ArgumentException("A ledger needs at least one claim, got none.", nameof(ledger));
        }

        int[] rows = [.. Enumerable.Range(0, ledger.Count)];
        return Deedle.Frame.FromColumns(columns.ToDictionary(column => column.Key, column => new Series<int, object>(rows, ledger.Select(object (line) => column.Value(line)))));
    }
}
