namespace RegCls.Evaluation;

/// <summary>The verdict on one question of a family, by the rules of <c>data/verdict-rules.md</c>: the one place that applies them.</summary>
/// <param name="Question">The question.</param>
/// <param name="Outcome">The word.</param>
/// <param name="PValue">The p-value of the effect, Holm-corrected over the family; null where it is not judged.</param>
/// <param name="Control">The word on the comparison with the control; null where there is none.</param>
/// <param name="ControlPValue">Its p-value, Holm-corrected over the family's comparisons with controls.</param>
public sealed record Verdict(Question Question, Outcome Outcome, double? PValue, Outcome? Control = null, double? ControlPValue = null)
{
    /// <summary>The level of the corrected test.</summary>
    public const double Level = 0.05;

    /// <summary>With fewer units a question is described, not judged.</summary>
    public const int FewestUnits = 6;

    /// <summary>Judges a family of questions together: effects are one family of tests, comparisons with controls another.</summary>
    /// <param name="family">The questions.</param>
    /// <exception cref="ArgumentOutOfRangeException">A sign is none of -1, 0 and 1.</exception>
    public static IReadOnlyList<Verdict> Judge(IReadOnlyList<Question> family)
    {
        double?[] effects = Corrected(family, question => question.Effect), controls = Corrected(family, question => question.Control);
        return [.. family.Select((question, i) =>
        {
            Outcome word = Of(question.Effect, effects[i], question.Sign);
            Outcome? control = question.Control is { } effect ? Of(effect, controls[i], question.Sign) : null;
            return new Verdict(question, word == Outcome.Holds && control == Outcome.Equivalent ? Outcome.ExplainedByControl : word, effects[i], control, controls[i]);
        })];
    }

    // The p-value is null where a question is only described.
    private static Outcome Of(Effect effect, double? corrected, int sign)
    {
        if (sign is < -1 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(sign), sign, "Expected -1 (the first arm is lower), +1 (it is higher) or 0 (they are on a par).");
        }

        return (corrected, effect.Interval) switch
        {
            (null, _) => Outcome.Described,
            (_, var interval) when interval.Low >= -effect.Margin && interval.High <= effect.Margin => Outcome.Equivalent,
            (_, { ExcludesZero: false }) => Outcome.Undecided,
            (_, var interval) when Math.Sign(interval.Mean) != sign => Outcome.Opposite,
            ( < Level, _) => Outcome.Holds,
            _ => Outcome.Suggested,
        };
    }

    private static double?[] Corrected(IReadOnlyList<Question> family, Func<Question, Effect?> comparison)
    {
        int[] judged = [.. Enumerable.Range(0, family.Count).Where(i => !family[i].IsDescribed && comparison(family[i])?.Units >= FewestUnits)];
        double[] adjusted = HolmCorrection.Adjust([.. judged.Select(i => comparison(family[i])!.Interval.PValue)]);
        double?[] corrected = new double?[family.Count];
        for (int i = 0; i < judged.Length; i++)
        {
            corrected[judged[i]] = adjusted[i];
        }

        return corrected;
    }
}
