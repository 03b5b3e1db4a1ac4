namespace RegCls.Claims;

/// <summary>What kind of statement a line of the ledger is about.</summary>
public enum ClaimKind
{
    /// <summary>A sentence of the paper.</summary>
    Claim,

    /// <summary>A figure.</summary>
    Figure,

    /// <summary>A table.</summary>
    Table,

    /// <summary>An equation.</summary>
    Equation,
}
