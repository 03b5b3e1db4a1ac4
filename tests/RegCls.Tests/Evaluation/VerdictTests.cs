using RegCls.Evaluation;

namespace RegCls.Tests.Evaluation;

public class VerdictTests
{
    // Ten differences of one sign have the two-sided p-value 2/1024.
    private static readonly double[] Clear = [-1, -2, -3, -4, -5, -6, -7, -8, -9, -10];

    [Fact]
    public void A_clear_effect_of_the_claimed_sign_holds_and_of_the_other_is_the_opposite()
    {
        Assert.Equal(Outcome.Holds, Of(Clear, claimedSign: -1));
        Assert.Equal(Outcome.Opposite, Of(Clear, claimedSign: 1));
        Assert.Equal(Outcome.Holds, Of([.. Clear.Select(difference => -difference)], claimedSign: 1));
        Assert.Equal(Outcome.Opposite, Of([.. Clear.Select(difference => -difference)], claimedSign: -1));
    }

    [Fact]
    public void Five_functions_of_one_sign_only_suggest_and_of_the_other_decide_nothing()
    {
        // p = 2/32: an interval without 0 but a test that cannot reject at 5 %.
        double[] five = [-1, -1.1, -1.2, -1.3, -1.4];
        Assert.Equal(Outcome.Suggested, Of(five, claimedSign: -1));
        Assert.Equal(Outcome.Undecided, Of(five, claimedSign: 1));
    }

    [Fact]
    public void Differences_around_zero_are_undecided() =>
        Assert.Equal(Outcome.Undecided, Of([-3, 3, -2, 2, -1, 1, -4, 4, -5, 5], claimedSign: -1));

    [Fact]
    public void A_rejecting_test_with_an_interval_over_zero_is_undecided()
    {
        // Eleven small differences of one sign and a large one of the other: ranks 1 to 11 against 12, p = 140/4096, but a mean that is not clear.
        double[] skewed = [-0.01, -0.02, -0.03, -0.04, -0.05, -0.06, -0.07, -0.08, -0.09, -0.10, -0.11, 3];
        PairedComparison comparison = Comparison(skewed);
        Assert.Equal(140.0 / 4096, comparison.Wilcoxon.PValue);
        Assert.False(comparison.ExcludesZero);
        Assert.Equal(Outcome.Undecided, Assert.Single(Verdict.Judge([("skewed", comparison)], claimedSign: -1)).Outcome);
    }

    [Fact]
    public void The_correction_counts_the_whole_family()
    {
        // 25 · 2/1024 is below 5 %, 26 · 2/1024 above: the largest family ten functions can judge.
        Assert.All(Verdict.Judge([.. Enumerable.Repeat(("clear", Comparison(Clear)), 25)], -1), verdict => Assert.Equal((Outcome.Holds, 50.0 / 1024), (verdict.Outcome, verdict.AdjustedPValue)));
        Assert.All(Verdict.Judge([.. Enumerable.Repeat(("clear", Comparison(Clear)), 26)], -1), verdict => Assert.Equal((Outcome.Suggested, 52.0 / 1024), (verdict.Outcome, verdict.AdjustedPValue)));
    }

    [Fact]
    public void Each_question_keeps_its_place_and_its_corrected_p_value()
    {
        // One of ten differences, the smallest, points the other way: of 1,024 signs four are as far out, p = 4/1024.
        double[] nearly = [1, .. Clear[1..]];
        double[] none = [-3, 3, -2, 2, -1, 1, -4, 4, -5, 5];
        IReadOnlyList<Verdict> verdicts = Verdict.Judge([("none", Comparison(none)), ("nearly", Comparison(nearly)), ("clear", Comparison(Clear))], claimedSign: -1);
        Assert.Equal(["none", "nearly", "clear"], verdicts.Select(verdict => verdict.Question));
        Assert.Equal([1, 2 * 4.0 / 1024, 3 * 2.0 / 1024], verdicts.Select(verdict => verdict.AdjustedPValue));
        Assert.Equal([Outcome.Undecided, Outcome.Holds, Outcome.Holds], verdicts.Select(verdict => verdict.Outcome));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_claim_without_a_direction_is_refused(int sign) =>
        Assert.Contains("Expected -1", Assert.Throws<ArgumentOutOfRangeException>(() => Verdict.Judge([], sign)).Message);

    private static Outcome Of(double[] differences, int claimedSign) => Assert.Single(Verdict.Judge([("question", Comparison(differences))], claimedSign)).Outcome;

    private static PairedComparison Comparison(double[] differences) =>
        PairedComparison.Compare(differences.Select((difference, function) => new PairedObservation(function, 0, difference, 0)));
}
