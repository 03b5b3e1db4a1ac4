using RegCls.Evaluation;

namespace RegCls.Claims;

/// <summary>A line of the ledger.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Outcome">The word.</param>
/// <param name="Verdict">How the comparison was judged; null where none was.</param>
public sealed record JudgedClaim(Claim Claim, ClaimFinding Finding, Outcome Outcome, Verdict? Verdict)
{
    /// <summary>The smallest effect that the units would have shown with a chance of 80 %; null where the line is neither undecided nor described.</summary>
    public double? Smallest => Outcome is Outcome.Undecided or Outcome.Described ? Finding.Effect?.Smallest : null;

    /// <summary>How many units would show the published effect with a chance of 80 %; null where the line is neither undecided nor described, there is no such effect, or it takes more than 100,000.</summary>
    public int? UnitsForPublished => Outcome is Outcome.Undecided or Outcome.Described && Finding is { Effect: { } effect, Published: { } published } ? Power.Units(published, effect.Interval.Deviation) : null;
}
