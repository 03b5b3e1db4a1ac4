using System.Globalization;
using RegCls.Evaluation;

namespace RegCls.Claims;

/// <summary>Effects and ledgers as text.</summary>
public static class ClaimText
{
    /// <summary>The line before the ledger in data/pages/claims.md, and the one behind it.</summary>
    public const string Begin = "<!-- claims: written by `regcls claims --write` -->", End = "<!-- end of claims -->";

    /// <summary>An effect with its interval and unit, such as <c>−0.055 [−0.061, −0.049] MSE</c>; a dash where there is none.</summary>
    public static string Of(Effect? effect) => effect is null ? "–" : $"{Numbers(effect)} {effect.Symbol}";

    /// <summary>The same without the unit.</summary>
    public static string Numbers(Effect? effect)
    {
        if (effect is null)
        {
            return "–";
        }

        double largest = new[] { effect.Value, effect.Low, effect.High }.Max(Math.Abs);
        return effect.Low == effect.High ? Number(effect.Value) : $"{Number(effect.Value, largest)} [{Number(effect.Low, largest)}, {Number(effect.High, largest)}]";
    }

    /// <summary>A number, with as many digits as its size needs, or that of the largest number beside it.</summary>
    public static string Number(double value, double? largest = null) =>
        value.ToString(Math.Abs(largest ?? value) switch { >= 10 or 0 => "0.0", >= 1 => "0.00", >= 1e-3 => "0.000", _ => "0.0e0" }, CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>How many claims have each word, such as <c>holds: 12; …</c>; words that no claim has are left out.</summary>
    public static string Counts(IReadOnlyList<JudgedClaim> ledger) =>
        string.Join("; ", ledger.GroupBy(line => line.Outcome).OrderBy(group => group.Key).Select(group => $"{group.Key.Words()}: {group.Count()}"));

    /// <summary>The comparison with the control and its word; a dash where there is none.</summary>
    public static string Control(JudgedClaim line) => line.Verdict?.Control is { } word ? $"{word.Words()}: {Of(line.Finding.Control)}" : "–";

    /// <summary>The ledger as a table in Markdown, one line a claim that can be tested.</summary>
    public static string Markdown(IReadOnlyList<JudgedClaim> ledger) => string.Join('\n',
    [
        $"Of {ledger.Count} claims, figures, tables and equations: {Counts(ledger)}. Those that can be tested (pp: percentage points; %: percent of the other arm's error):",
        "",
        "| paper | claim | here | effect [95 % interval] | against the control |",
        "|---|---|---|---|---|",
        .. ledger.Where(line => line.Outcome != Outcome.NotTestable)
            .Select(line => $"| {line.Claim.Place} | {line.Claim.Text} | **{line.Outcome.Words()}** | {Of(line.Finding.Effect)} | {Control(line)} |"),
    ]);

    /// <summary>A text with the ledger between its two marks.</summary>
    /// <exception cref="InvalidDataException">The marks are not there.</exception>
    public static string Put(string text, IReadOnlyList<JudgedClaim> ledger)
    {
        int begin = text.IndexOf(Begin, StringComparison.Ordinal), end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{text[..begin]}{Begin}\n\n{Markdown(ledger)}\n\n{text[end..]}"
            : throw new InvalidDataException($"data/pages/claims.md has no place for the ledger; expected the lines {Begin} and {End}.");
    }
}
