using Deedle;
using RegCls.Claims;
using RegCls.Evaluation;
using RegCls.Training;

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
        ["here"] = line => line.Outcome.Words(),
        ["effect [95 %]"] = line => ClaimText.Numbers(line.Finding.Effect),
        ["unit"] = line => line.Finding.Effect?.Symbol ?? "–",
        ["margin"] = line => line.Verdict is { } verdict ? $"±{ClaimText.Number(verdict.Question.Effect.Margin)}" : "–",
        ["corrected p"] = line => EffectText.PValue(line.Verdict?.PValue),
        ["against the control"] = line => ClaimText.Control(line),
    });

    /// <summary>
    /// One row a claim that is undecided or described: the smallest effect that its units would have shown with a chance of 80 %, the published effect in percent of reg's error times our reg's, and how many such
    /// units would show that with the same chance.
    /// </summary>
    /// <param name="ledger">Judged claims.</param>
    /// <exception cref="ArgumentException">None of them is undecided or described.</exception>
    public static Frame<int, string> Power(IReadOnlyList<JudgedClaim> ledger) => Frame([.. ledger.Where(line => line.Smallest is not null)], new()
    {
        ["claim"] = Title,
        ["here"] = line => line.Outcome.Words(),
        ["effect [95 %]"] = line => ClaimText.Of(line.Finding.Effect),
        ["over"] = line => line.Finding.Effect!.Over,
        ["smallest that shows"] = line => ClaimText.Number(line.Smallest!.Value),
        ["published"] = line => line.Finding.Published is { } published ? ClaimText.Number(published) : "–",
        ["would need"] = line => line switch { { UnitsForPublished: { } units } => FormattableString.Invariant($"{units:N0}"), { Finding.Published: null } => "–", _ => "more than 100,000" },
    });

    /// <summary>One row a kind of trial of <see cref="VerdictCheck"/>: how often each word was said.</summary>
    /// <param name="checks">The trials.</param>
    public static Frame<int, string> Check(IReadOnlyList<VerdictCheck> checks)
    {
        int[] rows = [.. Enumerable.Range(0, checks.Count)];
        return Deedle.Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["two arms"] = new(rows, checks.Select(object (check) => check.Kind == "same arm" ? $"{check.Arm.DisplayName()} twice" : "reg+cls, reg")),
            ["scenario"] = new(rows, checks.Select(object (check) => check.Scenario.ToString())),
            ["questions in the family"] = new(rows, checks.Select(object (check) => check.Questions)),
            ["trials"] = new(rows, checks.Select(object (check) => check.Trials)),
            ["holds"] = new(rows, checks.Select(object (check) => Percent(check.Holds, check))),
            ["suggested or opposite"] = new(rows, checks.Select(object (check) => Percent(check.Other, check))),
            ["undecided or equivalent"] = new(rows, checks.Select(object (check) => Percent(check.Trials - check.Holds - check.Other, check))),
        });

        static string Percent(int count, VerdictCheck check) => FormattableString.Invariant($"{100.0 * count / check.Trials:F1} %");
    }

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
