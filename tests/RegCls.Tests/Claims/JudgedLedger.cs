using RegCls.Claims;

namespace RegCls.Tests.Claims;

/// <summary>The ledger, judged once for all tests of a class.</summary>
public sealed class JudgedLedger
{
    public IReadOnlyList<JudgedClaim> Lines { get; } = ClaimLedger.Judge(TestContext.Current.CancellationToken);
}
