namespace RegCls.Evaluation;

/// <summary>The words of <see cref="Outcome"/>.</summary>
public static class OutcomeWords
{
    /// <summary>As in tables, ledger and text: <c>holds</c>, <c>explained by the control</c>, <c>suggested</c>, …</summary>
    public static string Words(this Outcome outcome) => outcome switch
    {
        Outcome.ExplainedByControl => "explained by the control",
        Outcome.NotTestable => "not testable here",
        _ when Enum.IsDefined(outcome) => outcome.ToString().ToLowerInvariant(),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such word."),
    };
}
