namespace RegCls.Evaluation;

/// <summary>The verdict on one question of a family, by the rule of <c>data/verdict-rules.md</c>.</summary>
/// <param name="Question">The question in words, such as <c>clean: reg+cls − reg</c>.</param>
/// <param name="Comparison">Effect, interval and test over functions.</param>
/// <param name="AdjustedPValue">The Wilcoxon p-value, Holm-corrected within the family.</param>
/// <param name="Outcome">What follows.</param>
public sealed record Verdict(string Question, PairedComparison Comparison, double AdjustedPValue, Outcome Outcome)
{
    /// <summary>The level of the corrected test.</summary>
    public const double Level = 0.05;

    /// <summary>Judges a family of questions together.</summary>
    /// <param name="family">Each question with its comparison.</param>
    /// <param name="claimedSign">-1 where the claim is that the first arm's value is lower, +1 where it is higher.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sign is neither.</exception>
    public static IReadOnlyList<Verdict> Judge(IReadOnlyList<(string Question, PairedComparison Comparison)> family, int claimedSign)
    {
        if (claimedSign is not (-1 or 1))
        {
            throw new ArgumentOutOfRangeException(nameof(claimedSign), claimedSign, "Expected -1 (the first arm is lower) or +1 (it is higher).");
        }

        double[] adjusted = HolmCorrection.Adjust([.. family.Select(question => question.Comparison.Wilcoxon.PValue)]);
        return [.. family.Select((question, i) => new Verdict(question.Question, question.Comparison, adjusted[i], Of(question.Comparison, adjusted[i], claimedSign)))];
    }

    private static Outcome Of(PairedComparison comparison, double adjusted, int claimedSign)
    {
        if (!comparison.ExcludesZero)
        {
            return Outcome.Undecided;
        }

        bool asClaimed = Math.Sign(comparison.MeanDifference) == claimedSign;
        return (asClaimed, adjusted < Level) switch
        {
            (true, true) => Outcome.Holds,
            (true, false) => Outcome.Suggested,
            (false, true) => Outcome.Opposite,
            (false, false) => Outcome.Undecided,
        };
    }
}
