using RegCls.Evaluation;

namespace RegCls.Claims;

/// <summary>What was found about a claim, before the lines of the ledger are judged together.</summary>
/// <param name="Effect">The paper's comparison, or a number; null where there is none.</param>
/// <param name="Control">The same against the control; null where there is none.</param>
/// <param name="Because">What the numbers cannot say, in a sentence: what was compared, or why it cannot be tested.</param>
/// <param name="Sign">The claimed sign: -1 for a lower error, 0 for none.</param>
public sealed record ClaimFinding(Effect? Effect, Effect? Control, string Because, int Sign = -1)
{
    /// <summary>The word where no interval decides; null where one does.</summary>
    public Outcome? Stated { get; init; }

    /// <summary>Whether the effect is only described, because it was chosen after looking at the test set.</summary>
    public bool IsDescribed { get; init; }

    /// <summary>The paper's effect, in percent of its reg's error, times our reg's; null where there is none.</summary>
    public double? Published { get; init; }

    /// <summary>The claims that this one is made of; empty for one that stands alone.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>A claim that an arm is better, or an effect larger.</summary>
    /// <param name="effect">The paper's comparison.</param>
    /// <param name="control">The same against the control; null where there is none.</param>
    /// <param name="because">What was compared.</param>
    /// <param name="sign">The claimed sign: -1 for a lower error, 0 for "on a par".</param>
    public static ClaimFinding Of(Effect effect, Effect? control, string because, int sign = -1) => new(effect, control, because, sign);

    /// <summary>An equation, or a number the paper states: it holds if what was found is within the tolerance of what was said.</summary>
    /// <param name="difference">How far the two are apart, at most.</param>
    /// <param name="tolerance">The stated tolerance.</param>
    /// <param name="unit">Unit of both.</param>
    /// <param name="over">Where it was evaluated.</param>
    /// <param name="because">What was compared.</param>
    public static ClaimFinding Within(double difference, double tolerance, string unit, string over, string because) =>
        new(Effect.Number(difference, unit, over), null, because) { Stated = Math.Abs(difference) <= tolerance ? Outcome.Holds : Outcome.Opposite };

    /// <summary>Nothing to test, or nothing to test it with.</summary>
    /// <param name="why">Why.</param>
    public static ClaimFinding NotTestable(string why) => new(null, null, why) { Stated = Outcome.NotTestable };
}
