namespace RegCls.Claims;

/// <summary>A line of the ledger.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Finding">What was found.</param>
public sealed record JudgedClaim(Claim Claim, ClaimFinding Finding);
