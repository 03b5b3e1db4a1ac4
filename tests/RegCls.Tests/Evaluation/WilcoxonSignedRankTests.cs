using CsCheck;
using RegCls.Evaluation;
using Xunit;

namespace RegCls.Tests.Evaluation;

public class WilcoxonSignedRankTests
{
    [Fact]
    public void Darwins_maize_gives_the_published_p_value()
    {
        // Fisher, The Design of Experiments: 15 pairs; SciPy documents statistic 24 and p = 0.041259765625 for them.
        var test = WilcoxonSignedRank.Test([6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75]);
        Assert.Equal(24, test.NegativeRanks);
        Assert.Equal(96, test.PositiveRanks);
        Assert.Equal(0.041259765625, test.PValue, 12);
        Assert.True(test.IsExact);
    }

    [Fact]
    public void The_depression_data_of_Hollander_and_Wolfe_give_the_published_p_value()
    {
        // V = 40 with one-sided p = 0.01953, as R's wilcox.test documents.
        double[] before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];
        double[] after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
        var test = WilcoxonSignedRank.Test([.. before.Zip(after, (x, y) => x - y)]);
        Assert.Equal(40, test.PositiveRanks);
        Assert.Equal(2 * 0.01953, test.PValue, 0.00001);
    }

    [Theory]
    [InlineData(6, 0)]
    [InlineData(8, 3)]
    [InlineData(10, 8)]
    [InlineData(15, 25)]
    [InlineData(20, 52)]
    [InlineData(25, 89)]
    public void The_critical_values_of_the_tables_at_5_percent_two_sided_are_the_last_significant_ones(int n, int critical)
    {
        Assert.InRange(PValueOfRankSum(n, critical), 0, 0.05);
        Assert.InRange(PValueOfRankSum(n, critical + 1), 0.05, 0.1);
    }

    [Fact]
    public void The_exact_p_value_is_that_of_all_sign_patterns_ties_and_zeros_included() =>
        Gen.Int[-5, 5].Array[1, 11].Sample(values =>
        {
            var differences = values.Select(value => (double)value).ToArray();
            Assert.Equal(BruteForce(differences), WilcoxonSignedRank.Test(differences).PValue, 12);
        }, iter: 150);

    [Fact]
    public void The_normal_approximation_takes_over_where_the_exact_one_ends()
    {
        var exact = WilcoxonSignedRank.Test([.. Enumerable.Range(1, 25).Select(i => i % 3 == 0 ? -(double)i : i)]);
        var approximate = WilcoxonSignedRank.Test([.. Enumerable.Range(1, 26).Select(i => i % 3 == 0 ? -(double)i : i)]);
        Assert.True(exact.IsExact);
        Assert.False(approximate.IsExact);

        // n = 26, W+ = 243: z = (243 - 175.5 - 0.5) / √(26·27·53/24) = 1.7016, two-sided p = 0.0888.
        Assert.Equal(243, approximate.PositiveRanks);
        Assert.Equal(0.0888, approximate.PValue, 0.0005);
    }

    [Fact]
    public void Only_zeros_are_no_evidence_and_bad_input_is_told()
    {
        Assert.Equal(1, WilcoxonSignedRank.Test([0, 0, 0]).PValue);
        Assert.Contains("no differences", Assert.Throws<ArgumentException>(() => WilcoxonSignedRank.Test([])).Message, StringComparison.Ordinal);
        Assert.Contains("Difference 1", Assert.Throws<ArgumentException>(() => WilcoxonSignedRank.Test([1, double.NaN])).Message, StringComparison.Ordinal);
    }

    // Makes ranks negative greedily until their sum is the wanted one.
    private static double PValueOfRankSum(int n, int negative)
    {
        var differences = Enumerable.Range(1, n).Select(rank => (double)rank).ToArray();
        for (var rank = n; rank >= 1; rank--)
        {
            if (rank <= negative)
            {
                differences[rank - 1] = -rank;
                negative -= rank;
            }
        }

        return WilcoxonSignedRank.Test(differences).PValue;
    }

    private static double BruteForce(double[] differences)
    {
        var nonzero = differences.Where(value => value != 0).ToArray();
        var ranks = nonzero.Select(value =>
            nonzero.Count(other => Math.Abs(other) < Math.Abs(value)) + ((nonzero.Count(other => Math.Abs(other) == Math.Abs(value)) + 1) / 2.0)).ToArray();
        var observed = ranks.Where((_, i) => nonzero[i] > 0).Sum();
        var sums = Enumerable.Range(0, 1 << ranks.Length).Select(signs => ranks.Where((_, i) => (signs >> i & 1) == 1).Sum()).ToArray();
        var tail = Math.Min(sums.Count(sum => sum <= observed), sums.Count(sum => sum >= observed));
        return Math.Min(1, 2.0 * tail / sums.Length);
    }
}
