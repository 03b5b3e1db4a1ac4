using System.Globalization;
using RegCls.Evaluation;

namespace RegCls.Tables.Answers;

/// <summary>The answer in sentences: what to be warned of first, then the verdict, then what to do.</summary>
public sealed class OwnAdvice
{
    private const double ManyDuplicates = 0.01;

    private readonly OwnResult result;
    private readonly double best;

    internal OwnAdvice(OwnResult result)
    {
        this.result = result;
        best = OwnMethods.Arms.Min(arm => result[arm].Rmse);
        NothingLearned = result[OwnMethod.Mean].Rmse <= best;
        LineIsBetter = result[OwnMethod.Line].Rmse <= best;
        Warnings = [.. AllWarnings()];
        OwnComparison[] overall = [.. result.Comparisons.Where(comparison => comparison.Part == OwnPart.All)];
        Verdicts = [.. overall.Select(Sentence)];
        ToDo = Do(overall);
    }

    /// <summary>Whether no arm is better than predicting the mean of the training targets for every row.</summary>
    public bool NothingLearned { get; }

    /// <summary>Whether a straight line is at least as good as every arm, so that differences of the arms say nothing about classes.</summary>
    public bool LineIsBetter { get; }

    /// <summary>What stands before the verdict.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The verdict on each kind of classes over all rows, a sentence each.</summary>
    public IReadOnlyList<string> Verdicts { get; }

    /// <summary>What to do, one sentence.</summary>
    public string ToDo { get; }

    private IEnumerable<string> AllWarnings()
    {
        if (NothingLearned)
        {
            yield return FormattableString.Invariant($"No arm is better than saying the mean, whose error is {result[OwnMethod.Mean].Rmse:G4} (the best arm has {best:G4}): these inputs do not predict '{result.Data.Options.Target}' for a network of this budget, and differences between arms mean nothing.");
        }
        else if (LineIsBetter)
        {
            yield return FormattableString.Invariant($"Every arm is worse than a straight line, whose error is {result[OwnMethod.Line].Rmse:G4} (the best arm has {best:G4}): differences between arms are no gain until an arm beats the line.");
        }
        else if (result[OwnMethod.Trees].Rmse < best)
        {
            yield return FormattableString.Invariant($"Boosted trees have a lower error than every arm: {result[OwnMethod.Trees].Rmse:G4} against {best:G4}.");
        }

        foreach (string warning in result.Data.Warnings)
        {
            yield return warning;
        }

        if (result.DuplicateShare > ManyDuplicates)
        {
            yield return FormattableString.Invariant($"{result.DuplicateShare:P1} of the test rows stand in the training part too, inputs and target: test errors are too low; keep such rows together with --group, or remove them.");
        }
    }

    // "reg+cls − reg: undecided, −0.12 [−0.30, 0.06], −2.1 % (p 0.20); against the control …"
    private static string Sentence(OwnComparison comparison)
    {
        Verdict verdict = comparison.Verdict;
        return FormattableString.Invariant($"{comparison.Method.Name()} − reg: {verdict.Outcome.Words()}, {Numbers(comparison.AgainstReg)}; against the control: {verdict.Control?.Words() ?? "not compared"}, {Numbers(comparison.AgainstControl)}.");
    }

    /// <summary>An effect as text: mean, interval, percent of the other arm's error.</summary>
    internal static string Numbers(Effect effect) => FormattableString.Invariant($"{Signed(effect.Value)} [{Signed(effect.Low)}, {Signed(effect.High)}], {Signed(effect.Percent(effect.Value), "0.0")} %");

    internal static string Signed(double value, string form = "G3") => (value < 0 ? "−" : value > 0 ? "+" : "") + Math.Abs(value).ToString(form, CultureInfo.InvariantCulture);

    private string Do(OwnComparison[] overall)
    {
        if (NothingLearned)
        {
            return "Look for inputs that have something to do with the target before you compare losses.";
        }

        if (LineIsBetter)
        {
            return "Use the straight line, or give the networks a larger budget (--profile full) and look again.";
        }

        OwnComparison[] better = [.. overall.Where(comparison => comparison.Verdict.Outcome == Outcome.Holds)];
        OwnComparison? sure = better.FirstOrDefault(comparison => comparison.Verdict.Control == Outcome.Holds);
        if (sure is not null)
        {
            return $"Add classes: {sure.Method.Name()} has a lower error than reg, and than the same loss scale without classes.";
        }

        if (better.Length > 0)
        {
            return $"{char.ToUpperInvariant(better[0].Method.Name()[0])}{better[0].Method.Name()[1..]} has a lower error than reg, but whether the classes or the loss scale do it is {better[0].Verdict.Control?.Words()}: try λ times the squared error alone first.";
        }

        if (overall.Any(comparison => comparison.Verdict.Outcome == Outcome.ExplainedByControl))
        {
            return "Leave classes out and multiply the squared error by λ, tuned on validation: it does the same.";
        }

        if (overall.All(comparison => comparison.Verdict.Outcome is Outcome.Equivalent or Outcome.Opposite))
        {
            return "Leave classes out: they do not lower the error here.";
        }

        return overall.Any(comparison => comparison.Verdict.Outcome == Outcome.Described)
            ? $"Ask again with at least {Evaluation.Verdict.FewestUnits} splits: fewer decide nothing."
            : "Keep reg, which is simpler: these data and splits do not show that classes help, and the interval says by how much they still could; --profile full decides more.";
    }
}
