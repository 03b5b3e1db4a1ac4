using RegCls.Evaluation;

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
        new("advice", ClaimKind.Claim, "Abstract", "If the data are imbalanced, add a classification loss.", "10 ledger", ["fig3", "age-utk", "depth-rooms", "video-msr-persons"], _ =>
            new ClaimFinding(null, null, "Its six parts (1D clean, 1D noisy, faces, depth, video in percent, video in frames):") { Parts = Parts }),
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
        ClaimFinding[] findings =
        [
            .. Claims.Select(claim =>
            {
                cancellation.ThrowIfCancellationRequested();
                return claim.Judge(records);
            }),
        ];
        int[] judged = [.. Enumerable.Range(0, findings.Length).Where(i => findings[i] is { Stated: null, Effect: not null })];
        Dictionary<int, Verdict> verdicts = judged.Zip(Verdict.Judge([.. judged.Select(i => new Question(Claims[i].Id, findings[i].Effect!, findings[i].Sign, findings[i].Control, findings[i].IsDescribed))])).ToDictionary();
        Dictionary<string, Outcome> words = Enumerable.Range(0, findings.Length).Where(i => findings[i].Parts.Count == 0).ToDictionary(i => Claims[i].Id, i => findings[i].Stated ?? verdicts[i].Outcome);
        return
        [
            .. Claims.Select((claim, i) => findings[i].Parts is { Count: > 0 } parts
                ? Whole(claim, findings[i], [.. parts.Select(id => words[id])])
                : new JudgedClaim(claim, findings[i], words[claim.Id], verdicts.GetValueOrDefault(i))),
        ];
    }

    // More than half of the parts decide.
    private static JudgedClaim Whole(Claim claim, ClaimFinding finding, Outcome[] parts)
    {
        Outcome word = Half(Outcome.Holds) ? Outcome.Holds : Half(Outcome.Holds, Outcome.ExplainedByControl) ? Outcome.ExplainedByControl : Half(Outcome.Opposite) ? Outcome.Opposite : Outcome.Undecided;
        string counts = string.Join(", ", parts.GroupBy(part => part).OrderBy(part => part.Key).Select(part => $"{part.Key.Words()}: {part.Count()}"));
        return new JudgedClaim(claim, finding with { Because = $"{finding.Because} {counts}." }, word, null);

        bool Half(params Outcome[] words) => 2 * parts.Count(words.Contains) > parts.Length;
    }
}
