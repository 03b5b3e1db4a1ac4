namespace RegCls.Claims;

/// <summary>Every claim, figure, table and equation of the paper with what our records say of it. Rules: <c>data/verdict-rules.md</c>.</summary>
public static class ClaimLedger
{
    private static readonly string[] Parts = ["fig3-clean", "fig3-noisy", "tab3", "tab2", "tab5a", "tab5b"];

    /// <summary>The claims that compare reg+cls with reg itself, in one number each: what <c>ClaimsFigure</c> shows side by side.</summary>
    public static IReadOnlyList<string> Direct { get; } = ["fig3-clean", "fig3-noisy", "lambda-exists-clean", "lambda-exists-noisy", "fig5", "tab3", "tab3-balanced", "tab3-decay", "tab2", "tab2-balanced", "tab5a", "tab5b"];

    /// <summary>All claims, in the order of the notebooks; the paper's main advice, which rests on others, last.</summary>
    public static IReadOnlyList<Claim> Claims { get; } =
    [
        .. OneDimensionalClaims.All, .. DerivationClaims.All, .. FacesClaims.All, .. DepthClaims.All, .. VideoClaims.All,
        new("advice", ClaimKind.Claim, "Abstract", "If the data are imbalanced, add a classification loss.", "10 ledger", ["fig3", "age-utk", "depth-rooms", "video-msr-persons"], Advice),
    ];

    /// <summary>Judges all claims from the records in <c>data/recorded</c>.</summary>
    /// <param name="cancellation">Stops between two claims.</param>
    /// <exception cref="FileNotFoundException">A record is missing.</exception>
    public static IReadOnlyList<JudgedClaim> Judge(CancellationToken cancellation = default) => Judge(new ClaimRecords(), cancellation);

    /// <summary>Judges all claims from given records; the order of lines in a file does not matter.</summary>
    /// <param name="records">The records.</param>
    /// <param name="cancellation">Stops between two claims.</param>
    /// <exception cref="FileNotFoundException">A record is missing.</exception>
    public static IReadOnlyList<JudgedClaim> Judge(ClaimRecords records, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(records);
        return
        [
            .. Claims.Select(claim =>
            {
                cancellation.ThrowIfCancellationRequested();
                return new JudgedClaim(claim, claim.Judge(records));
            }),
        ];
    }

    private static ClaimFinding Advice(ClaimRecords records)
    {
        ClaimVerdict[] parts = [.. Parts.Select(id => Claims.Single(claim => claim.Id == id).Judge(records).Verdict)];
        int holds = parts.Count(verdict => verdict == ClaimVerdict.Holds), explained = parts.Count(verdict => verdict == ClaimVerdict.ControlExplains);
        return new ClaimFinding(
            2 * holds > parts.Length ? ClaimVerdict.Holds : 2 * (holds + explained) > parts.Length ? ClaimVerdict.ControlExplains : ClaimVerdict.DoesNotHold,
            null,
            null,
            $"Of its six parts (1D clean, 1D noisy, faces, depth, video in percent, video in frames) {holds} hold, {explained} hold but the control explains them, {parts.Length - holds - explained} do not hold here.");
    }
}
