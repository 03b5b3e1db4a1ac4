using Plotly.NET;
using RegCls.Evaluation;

namespace RegCls.Figures;

/// <summary>The questions of a family as intervals, one below the other, in percent of the second arm's error: what is read is a difference.</summary>
public static class GainsFigure
{
    private const int RowHeight = 52;

    /// <summary>Draws each question's effect and, where it has one, that against the control, with the margin of equivalence as a grey band; left of 0 the first arm is better.</summary>
    /// <param name="verdicts">A family.</param>
    /// <param name="title">What is asked.</param>
    /// <param name="source">What the records are.</param>
    /// <exception cref="ArgumentException">There is no question, or one that is not in the unit of an error.</exception>
    public static GenericChart Create(IReadOnlyList<Verdict> verdicts, string title, string source)
    {
        if (verdicts.Count == 0 || verdicts.Any(verdict => verdict.Question.Effect.Reference is null))
        {
            throw new ArgumentException($"The figure of gains needs questions in the unit of an error, got {verdicts.Count} questions, not all of them such.", nameof(verdicts));
        }

        bool hasControl = verdicts.Any(verdict => verdict.Question.Control is not null);
        PanelFigure figure = new(1, 1, panelHeight: 80 + RowHeight * verdicts.Count)
        {
            Title = title,
            Note = $"{source}; mean and 95 % interval over {verdicts[0].Question.Effect.Over}<br>difference of test MSE in percent of the second arm's; left of 0 the first is better; grey band: ±5 %, taken for equal",
        };
        figure.NamedRows(0, 0, "", "difference, %", [.. verdicts.Select(verdict => hasControl ? verdict.Question.Text.Replace(": reg+cls − reg", "", StringComparison.Ordinal) : verdict.Question.Text)]);
        figure.Strip(0, 0, -100 * Effect.MarginShare, 100 * Effect.MarginShare, Palette.Faint(Palette.Curve, 0.12));
        figure.Line(0, 0, [0, 0], [-0.75, verdicts.Count - 0.4], "no difference", Palette.Curve, width: 1);
        Draw(hasControl ? "reg+cls − reg, as in the paper" : "difference", hasControl ? Palette.Reg : Palette.RegCls, 0, verdict => (verdict.Question.Effect, verdict.Outcome));
        Draw("reg+cls − scaled reg, the control", Palette.ScaledReg, 0.2, verdict => verdict.Question.Control is { } control ? (control, verdict.Control!.Value) : null);
        return figure.Build();

        void Draw(string name, string color, double shift, Func<Verdict, (Effect Effect, Outcome Word)?> comparison)
        {
            var drawn = verdicts.Select((verdict, i) => (Y: i + shift, verdict.Question.Text, Of: comparison(verdict))).Where(row => row.Of is not null).ToArray();
            if (drawn.Length > 0)
            {
                figure.EstimatesAcross(0, 0, [.. drawn.Select(row => row.Y)], [.. drawn.Select(row => Percent(row.Of!.Value.Effect))], [.. drawn.Select(row => Hover(row.Text.Split(": ")[0], name, row.Of!.Value.Effect, row.Of.Value.Word))], name, color);
            }
        }
    }

    private static string Hover(string where, string name, Effect effect, Outcome word)
    {
        (double mean, double low, double high) = Percent(effect);
        return FormattableString.Invariant($"{where}<br>{name}: {mean:+0;−0;0} % [{low:+0;−0;0}, {high:+0;−0;0}]: {word.Words()}");
    }

    private static (double Mean, double Low, double High) Percent(Effect effect) =>
        (effect.Percent(effect.Value), effect.Percent(effect.Low), effect.Percent(effect.High));
}
