using RegCls.Evaluation;

namespace RegCls.Tests.Evaluation;

public class SeedDifferenceTests
{
    [Fact]
    public void The_interval_is_students_over_the_paired_differences()
    {
        // Differences 1, 2, 3: mean 2, standard error 1/√3; the t-value of two degrees of freedom is 4.3027 in any table.
        SeedDifference difference = SeedDifference.Of(Values(11, 22, 33), Values(10, 20, 30));
        Assert.Equal((2, 3), (difference.Mean, difference.Seeds));
        Assert.Equal(2 - 4.302652730 / Math.Sqrt(3), difference.Low, 1e-8);
        Assert.Equal(2 + 4.302652730 / Math.Sqrt(3), difference.High, 1e-8);
        Assert.Equal("not seen", difference.Word);
    }

    [Theory]
    [InlineData(0.9, "opposite")]
    [InlineData(-0.9, "seen")]
    public void An_interval_beside_0_is_seen_or_opposite(double shift, string word)
        => Assert.Equal(word, SeedDifference.Of(Values(5 + shift, 6 + shift, 7.1 + shift), Values(5, 6, 7)).Word);

    [Fact]
    public void Other_seeds_and_single_ones_are_refused()
    {
        Assert.Contains("the same two seeds or more", Assert.Throws<ArgumentException>(() => SeedDifference.Of(Values(1), Values(2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SeedDifference.Of(Values(1, 2), Values(1, 2, 3)));
        Assert.Throws<ArgumentException>(() => SeedDifference.Of(Values(1, double.NaN), Values(1, 2)));
    }

    private static Dictionary<int, double> Values(params double[] values) => values.Select((value, seed) => (value, seed)).ToDictionary(pair => pair.seed, pair => pair.value);
}
