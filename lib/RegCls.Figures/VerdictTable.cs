using Deedle;
using RegCls.Evaluation;

namespace RegCls.Figures;

/// <summary>The verdicts of a family of questions, in words.</summary>
public static class VerdictTable
{
    // With five the smallest two-sided p-value of the signed-rank test is 2/32.
    private const int FewestFunctions = 6;

    /// <summary>
    /// One row a question: the effect (mean over functions of first - second), its 95 % interval over functions, the Wilcoxon p-value Holm-corrected
    /// within the family, the number of functions, and what follows by the rules of <c>data/verdict-rules.md</c>. With fewer than six
    /// functions no test can reject, and the table says so instead of judging.
    /// </summary>
    /// <param name="verdicts">The whole family: the correction is over all its questions.</param>
    /// <exception cref="ArgumentException">There is no verdict.</exception>
    public static Frame<int, string> Create(IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts.Count == 0)
        {
            throw new ArgumentException("A table of verdicts needs at least one, got none.", nameof(verdicts));
        }

        int[] rows = [.. Enumerable.Range(0, verdicts.Count)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            ["question"] = Column(verdict => verdict.Question),
            ["effect"] = Column(verdict => Signed(verdict.Comparison.MeanDifference)),
            ["95 % interval"] = Column(verdict => $"[{Signed(verdict.Comparison.Interval.Low)}, {Signed(verdict.Comparison.Interval.High)}]"),
            ["corrected p"] = Column(verdict => FormattableString.Invariant($"{verdict.AdjustedPValue:F3}")),
            ["functions"] = Column(verdict => verdict.Comparison.Functions),
            ["verdict"] = Column(Words),
        });

        Series<int, object> Column(Func<Verdict, object> value) => new(rows, verdicts.Select(value));
    }

    /// <summary>The outcome as the rules name it: <c>holds</c>, <c>opposite</c>, <c>suggested</c>, <c>undecided</c>; or that there are too few functions to judge.</summary>
    public static string Words(Verdict verdict) => Words("functions", verdict);

    /// <summary>The same where the units of the statistics are others.</summary>
    /// <param name="units">What they are called, in the plural.</param>
    /// <param name="verdict">The verdict.</param>
    internal static string Words(string units, Verdict verdict) =>
        verdict.Comparison.Functions < FewestFunctions ? $"not judged: fewer than {FewestFunctions} {units}" : verdict.Outcome switch
        {
            Outcome.Holds => "holds",
            Outcome.Opposite => "opposite",
            Outcome.Suggested => "suggested",
            _ => "undecided",
        };

    private static string Signed(double value) => FormattableString.Invariant($"{value:+0.0000;−0.0000;0.0000}");
}
