namespace RegCls.Claims;

/// <summary>The words of <see cref="ClaimVerdict"/>.</summary>
public static class ClaimVerdicts
{
    /// <summary>As in the ledger: <c>holds</c>, <c>holds, but the control explains it</c>, <c>does not hold here</c>, <c>not testable here</c>.</summary>
    public static string Words(this ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => "holds",
        ClaimVerdict.ControlExplains => "holds, but the control explains it",
        ClaimVerdict.DoesNotHold => "does not hold here",
        ClaimVerdict.NotTestable => "not testable here",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "There is no such verdict."),
    };
}
