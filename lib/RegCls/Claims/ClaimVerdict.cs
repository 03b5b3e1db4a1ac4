namespace RegCls.Claims;

/// <summary>What our records say of a claim, by the rule of <c>data/verdict-rules.md</c>.</summary>
public enum ClaimVerdict
{
    /// <summary>Both intervals lie on the claimed side of 0: against reg and against the control.</summary>
    Holds,

    /// <summary>The interval against reg does, the one against the control does not.</summary>
    ControlExplains,

    /// <summary>The interval of the paper's comparison does not lie on the claimed side; it may still be undecided.</summary>
    DoesNotHold,

    /// <summary>A definition, an illustration, or data we do not have; the ledger says which.</summary>
    NotTestable,
}
