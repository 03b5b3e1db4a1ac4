using RegCls.Data;
using RegCls.Evaluation;

namespace RegCls.Tests.Evaluation;

public class VerdictTests
{
    [Theory]
    [InlineData(-3, -2, -1, Outcome.Holds)]
    [InlineData(-3, -2, 1, Outcome.Opposite)]
    [InlineData(2, 3, 1, Outcome.Holds)]
    [InlineData(2, 3, -1, Outcome.Opposite)]
    [InlineData(-3, 2, -1, Outcome.Undecided)]
    [InlineData(-3, 0.5, -1, Outcome.Undecided)]
    [InlineData(-1, 1, -1, Outcome.Equivalent)]
    [InlineData(-0.9, -0.1, -1, Outcome.Equivalent)]
    [InlineData(0.1, 0.9, -1, Outcome.Equivalent)]
    [InlineData(-0.9, 0.5, 0, Outcome.Equivalent)]
    [InlineData(-0.5, 1.5, 0, Outcome.Undecided)]
    [InlineData(0.5, 1.5, 0, Outcome.Opposite)]
    [InlineData(0.5, 1.5, 1, Outcome.Holds)]
    public void A_word_follows_from_interval_margin_and_sign(double low, double high, int sign, Outcome expected) =>
        Assert.Equal(expected, Judge(new Question("", Effect(low, high, p: 0.001), sign)).Outcome);

    [Theory]
    [InlineData(0.05, -1, Outcome.Suggested)]
    [InlineData(0.0499, -1, Outcome.Holds)]
    [InlineData(0.2, 1, Outcome.Opposite)]
    public void Without_a_corrected_test_a_claim_is_only_suggested(double p, int sign, Outcome expected) => Assert.Equal(expected, Judge(new Question("", Effect(-3, -2, p), sign)).Outcome);

    [Theory]
    [InlineData(5, false, Outcome.Described)]
    [InlineData(6, false, Outcome.Holds)]
    [InlineData(20, true, Outcome.Described)]
    public void Few_units_and_what_was_chosen_on_test_are_described(int units, bool described, Outcome expected)
    {
        Verdict verdict = Judge(new Question("", Effect(-3, -2, 0.001, units), IsDescribed: described));
        Assert.Equal((expected, expected == Outcome.Described), (verdict.Outcome, verdict.PValue is null));
    }

    [Theory]
    [InlineData(-0.9, 0.9, Outcome.ExplainedByControl, Outcome.Equivalent)]
    [InlineData(-0.9, 1.1, Outcome.Holds, Outcome.Undecided)]
    [InlineData(0.5, 1.5, Outcome.Holds, Outcome.Opposite)]
    [InlineData(-3, -2, Outcome.Holds, Outcome.Holds)]
    public void The_control_explains_only_what_holds_and_is_equivalent_to_it(double low, double high, Outcome word, Outcome control)
    {
        Verdict verdict = Judge(new Question("", Effect(-3, -2, 0.001), Control: Effect(low, high, 0.001)));
        Assert.Equal((word, control), (verdict.Outcome, verdict.Control));

        Verdict suggested = Judge(new Question("", Effect(-3, -2, 0.2), Control: Effect(low, high, 0.001)));
        Assert.Equal(Outcome.Suggested, suggested.Outcome);
    }

    [Fact]
    public void Effects_and_controls_are_families_of_their_own_and_the_described_do_not_count()
    {
        IReadOnlyList<Verdict> verdicts = Verdict.Judge(
        [
            new("a", Effect(-3, -2, 0.02)),
            new("b", Effect(-3, -2, 0.001), Control: Effect(-3, -2, 0.04)),
            new("c", Effect(-3, -2, 0.0001, units: 3)),
            new("d", Effect(-3, 2, 0.4)),
        ]);
        Assert.Equal(["a", "b", "c", "d"], verdicts.Select(verdict => verdict.Question.Text));
        Assert.Equal([0.04, 0.003, null, 0.4], verdicts.Select(verdict => verdict.PValue));
        Assert.Equal([Outcome.Holds, Outcome.Holds, Outcome.Described, Outcome.Undecided], verdicts.Select(verdict => verdict.Outcome));
        Assert.Equal((0.04, Outcome.Holds), (verdicts[1].ControlPValue, verdicts[1].Control));
    }

    [Fact]
    public void An_effect_has_its_margin_from_the_second_arm_or_is_in_percent_of_it()
    {
        (double First, double Second)[] here = [(0.9, 1), (1.7, 2), (2.4, 3)], there = [(1, 1), (1.8, 2), (3.3, 3)];
        Effect effect = RegCls.Evaluation.Effect.Of(here, "MSE", "functions");
        Assert.Equal(-1.0 / 3, effect.Value, 1e-9);
        Assert.Equal(2.0, effect.Reference!.Value, 1e-9);
        Assert.Equal(0.1, effect.Margin, 1e-9);
        Assert.Equal((3, "3 functions"), (effect.Lower, effect.Over));

        // −10, −15 and −20 % here; 0, −10 and +10 % there.
        Effect dependence = RegCls.Evaluation.Effect.OfPercents(here, there, "functions");
        Assert.Equal((-10 - 5 - 30) / 3.0, dependence.Value, 1e-9);
        Assert.Equal((5.0, (double?)null), (dependence.Margin, dependence.Reference));
    }

    [Fact]
    public void Power_is_that_of_students_t()
    {
        // 10 units: (2.262157 + 0.883404) / √10 of their standard deviation.
        Assert.Equal((2.262157 + 0.883404) / Math.Sqrt(10), Power.Smallest(1, 10), 1e-5);
        int units = Power.Units(0.5, 1)!.Value;
        Assert.True(Power.Smallest(1, units) <= 0.5 && Power.Smallest(1, units - 1) > 0.5);
        Assert.InRange(units, 33, 35);
        Assert.Null(Power.Units(1e-6, 1));

        // A simulation: about 80 % of samples of that size show it.
        Random random = new(3);
        int shown = Enumerable.Range(0, 2000).Count(_ => MeanInterval.Of([.. Enumerable.Range(0, units).Select(_ => 0.5 + Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))]).ExcludesZero);
        Assert.InRange(shown, 1440, 1720);
    }

    [Fact]
    public void Every_word_has_its_rule_and_a_claim_its_direction()
    {
        string rules = File.ReadAllText(DataFiles.Find("verdict-rules.md"));
        Assert.All(Enum.GetValues<Outcome>(), outcome => Assert.Contains($"| **{outcome.Words()}** |", rules, StringComparison.Ordinal));
        Assert.Contains("Expected -1", Assert.Throws<ArgumentOutOfRangeException>(() => Verdict.Judge([new("", Effect(1, 2, 0.1), 2)])).Message, StringComparison.Ordinal);
        Assert.Contains($"**{100 * RegCls.Evaluation.Effect.MarginShare:F0} % of the mean of B**", rules, StringComparison.Ordinal);
    }

    private static Verdict Judge(Question question) => Assert.Single(Verdict.Judge([question]));

    // A margin of 1.
    private static Effect Effect(double low, double high, double p, int units = 10) => new(new MeanInterval((low + high) / 2, low, high, p, 1, units), 1, 20, "MSE", $"{units} functions", 0);
}
