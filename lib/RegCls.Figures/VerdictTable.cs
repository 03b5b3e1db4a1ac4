using Deedle;
using RegCls.Evaluation;

namespace RegCls.Figures;

/// <summary>The verdicts of a family of questions, in words: the one table of differences, in every domain.</summary>
public static class VerdictTable
{
    /// <summary>
    /// One row a question: the effect (mean over units of first − second), its 95 % interval, the margin of equivalence, what these are measured in, in how many units the first arm is lower, the p-value Holm-corrected within
    /// the family, and the word of <c>data/verdict-rules.md</c>; where a question has a control, the same against it. No question, no row.
    /// </summary>
    /// <param name="verdicts">The whole family: the correction is over all its questions.</param>
    public static Frame<int, string> Create(IReadOnlyList<Verdict> verdicts)
    {
        int[] rows = [.. Enumerable.Range(0, verdicts.Count)];
        Dictionary<string, Series<int, object>> columns = new()
        {
            ["question"] = Column(verdict => verdict.Question.Text),
            ["effect"] = Column(verdict => EffectText.Signed(verdict.Question.Effect.Value, Digits(verdict))),
            ["95 % interval"] = Column(verdict => EffectText.Interval(verdict.Question.Effect, Digits(verdict))),
            ["margin"] = Column(verdict => $"±{verdict.Question.Effect.Margin.ToString("F" + Digits(verdict), System.Globalization.CultureInfo.InvariantCulture)}"),
            ["unit"] = Column(verdict => verdict.Question.Effect.Symbol),
            ["first is lower in"] = Column(verdict => $"{verdict.Question.Effect.Lower} of {verdict.Question.Effect.Over}"),
            ["corrected p"] = Column(verdict => EffectText.PValue(verdict.PValue)),
            ["verdict"] = Column(verdict => verdict.Outcome.Words()),
        };
        if (verdicts.Any(verdict => verdict.Question.Control is not null))
        {
            columns["against the control"] = Column(verdict => verdict.Question.Control is { } control ? $"{EffectText.Signed(control.Value, Digits(verdict))} {EffectText.Interval(control, Digits(verdict))}" : "");
            columns["control's verdict"] = Column(verdict => verdict.Control?.Words() ?? "");
        }

        return Frame.FromColumns(columns);

        Series<int, object> Column(Func<Verdict, object> value) => new(rows, verdicts.Select(value));
    }

    // Years, points and frames need fewer digits than errors below 1.
    private static int Digits(Verdict verdict) => verdict.Question.Effect.Margin >= 0.1 ? 2 : 4;
}
