namespace RegCls.Claims;

/// <summary>What was found about a claim.</summary>
/// <param name="Verdict">By the rule.</param>
/// <param name="Effect">The paper's comparison; null where there is none.</param>
/// <param name="Control">The same against the control; null where there is none.</param>
/// <param name="Because">What the numbers cannot say, in a sentence: what was compared, or why it cannot be tested.</param>
public sealed record ClaimFinding(ClaimVerdict Verdict, ClaimEffect? Effect, ClaimEffect? Control, string Because)
{
    /// <summary>The rule for a claim that an arm is better, or an effect larger.</summary>
    /// <param name="effect">The paper's comparison.</param>
    /// <param name="control">The same against the control; null where there is none, then <paramref name="effect"/> decides alone.</param>
    /// <param name="because">What was compared.</param>
    /// <param name="sign">The claimed sign: -1 for a lower error.</param>
    public static ClaimFinding Of(ClaimEffect effect, ClaimEffect? control, string because, int sign = -1) => new(
        !effect.IsOnSide(sign) ? ClaimVerdict.DoesNotHold : control is null || control.IsOnSide(sign) ? ClaimVerdict.Holds : ClaimVerdict.ControlExplains,
        effect,
        control,
        because);

    /// <summary>The rule for "on par with": the interval does not lie above 0, where the first arm is worse.</summary>
    public static ClaimFinding OnPar(ClaimEffect effect, string because) => new(effect.IsOnSide(1) ? ClaimVerdict.DoesNotHold : ClaimVerdict.Holds, effect, null, because);

    /// <summary>The rule for an equation, or a number the paper states: it holds if what was found is within the tolerance of what was said.</summary>
    /// <param name="difference">How far the two are apart, at most.</param>
    /// <param name="tolerance">The stated tolerance.</param>
    /// <param name="unit">Unit of both.</param>
    /// <param name="over">Where it was evaluated.</param>
    /// <param name="because">What was compared.</param>
    public static ClaimFinding Within(double difference, double tolerance, string unit, string over, string because) => new(
        Math.Abs(difference) <= tolerance ? ClaimVerdict.Holds : ClaimVerdict.DoesNotHold, new ClaimEffect(difference, difference, difference, unit, over), null, because);

    /// <summary>Nothing to test, or nothing to test it with.</summary>
    /// <param name="why">Why.</param>
    public static ClaimFinding NotTestable(string why) => new(ClaimVerdict.NotTestable, null, null, why);
}
