using RegCls.Evaluation;

namespace RegCls.Tables.Answers;

/// <summary>A verdict on reg+cls against reg, and against the control, over some test rows.</summary>
/// <param name="Method">Which classes.</param>
/// <param name="Part">Which rows.</param>
/// <param name="Verdict">Word, difference, interval and p-value.</param>
public sealed record OwnComparison(OwnMethod Method, OwnPart Part, Verdict Verdict)
{
    /// <summary>reg+cls − reg in root mean squared error, in the user's unit.</summary>
    public Effect AgainstReg => Verdict.Question.Effect;

    /// <summary>reg+cls − the control.</summary>
    public Effect AgainstControl => Verdict.Question.Control!;

    /// <summary>Judges both kinds of classes: over all rows, which is one family of questions, and over frequent and rare targets, which is another.</summary>
    /// <param name="summaries">Reg, the control and both kinds of classes.</param>
    /// <param name="ratio">Test rows over training rows of a split.</param>
    internal static IReadOnlyList<OwnComparison> Judge(IReadOnlyDictionary<OwnMethod, OwnSummary> summaries, double ratio)
    {
        return [.. Family([OwnPart.All]), .. Family([OwnPart.Many, OwnPart.Medium, OwnPart.Few])];

        IEnumerable<OwnComparison> Family(OwnPart[] parts)
        {
            (OwnMethod Method, OwnPart Part, Question Question)[] questions =
            [
                .. from part in parts
                   from method in new[] { OwnMethod.RegCls, OwnMethod.RegClsBalanced }
                   let against = Difference(method, OwnMethod.Reg, part)
                   let control = Difference(method, OwnMethod.ScaledReg, part)
                   where against is not null && control is not null
                   select (method, part, new Question($"{part.Name()}: {method.Name()} − reg", against, -1, control)),
            ];
            return questions.Zip(Verdict.Judge([.. questions.Select(question => question.Question)]), (question, verdict) => new OwnComparison(question.Method, question.Part, verdict));
        }

        Effect? Difference(OwnMethod first, OwnMethod second, OwnPart part)
        {
            (double First, double Second)[] units =
            [
                .. summaries[first].Chosen.Zip(summaries[second].Chosen, (one, other) => (Math.Sqrt(part.Mse(one.Scores)), Math.Sqrt(part.Mse(other.Scores)))).Where(unit => double.IsFinite(unit.Item1) && double.IsFinite(unit.Item2)),
            ];
            return units.Length < 2 ? null : OverlappingSplits.Widened(Effect.Of(units, "RMSE", "splits"), ratio);
        }
    }
}
