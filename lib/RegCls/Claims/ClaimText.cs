using System.Globalization;

namespace RegCls.Claims;

/// <summary>Effects and ledgers as text.</summary>
public static class ClaimText
{
    /// <summary>The line before the ledger in README.md, and the one behind it.</summary>
    public const string Begin = "<!-- claims: written by `regcls claims --write` -->", End = "<!-- end of claims -->";

    /// <summary>An effect with its interval and unit, such as <c>−0.055 [−0.061, −0.049] MSE</c>; a dash where there is none.</summary>
    public static string Of(ClaimEffect? effect) => effect is null ? "–" : $"{Numbers(effect)} {effect.Unit}";

    /// <summary>The same without the unit.</summary>
    public static string Numbers(ClaimEffect? effect)
    {
        if (effect is null)
        {
            return "–";
        }

        double largest = new[] { effect.Value, effect.Low, effect.High }.Max(Math.Abs);
        string format = largest is >= 10 or 0 ? "0.0" : largest >= 1 ? "0.00" : largest >= 1e-3 ? "0.000" : "0.0e0";
        return effect.Low == effect.High ? Number(effect.Value) : $"{Number(effect.Value)} [{Number(effect.Low)}, {Number(effect.High)}]";

        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>How many claims have each verdict, such as <c>12 hold, …</c>.</summary>
    public static string Counts(IReadOnlyList<JudgedClaim> ledger) => string.Join("; ", Enum.GetValues<ClaimVerdict>().Select(verdict => $"{verdict.Words()}: {ledger.Count(line => line.Finding.Verdict == verdict)}"));

    /// <summary>The ledger as a table in Markdown, one line a claim that can be tested.</summary>
    public static string Markdown(IReadOnlyList<JudgedClaim> ledger) => string.Join('\n',
    [
        $"Of {ledger.Count} claims, figures, tables and equations: {Counts(ledger)}. Those that can be tested (pp: percentage points):",
        "",
        "| paper | claim | here | effect [95 % interval] | against the control |",
        "|---|---|---|---|---|",
        .. ledger.Where(line => line.Finding.Verdict != ClaimVerdict.NotTestable)
            .Select(line => $"| {line.Claim.Place} | {line.Claim.Text} | {(line.Finding.Verdict == ClaimVerdict.DoesNotHold ? "" : "**")}{line.Finding.Verdict.Words()}{(line.Finding.Verdict == ClaimVerdict.DoesNotHold ? "" : "**")} | {Of(line.Finding.Effect)} | {Of(line.Finding.Control)} |"),
    ]);

    /// <summary>A text with the ledger between its two marks.</summary>
    /// <exception cref="InvalidDataException">The marks are not there.</exception>
    public static string Put(string text, IReadOnlyList<JudgedClaim> ledger)
    {
        int begin = text.IndexOf(Begin, StringComparison.Ordinal), end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{text[..begin]}{Begin}\n\n{Markdown(ledger)}\n\n{text[end..]}"
            : throw new InvalidDataException($"README.md has no place for the ledger; expected the lines {Begin} and {End}.");
    }
}
