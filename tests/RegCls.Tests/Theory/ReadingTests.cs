using RegCls.Data;
using RegCls.Theory;

namespace RegCls.Tests.Theory;

public class ReadingTests
{
    private static readonly NoisyReading Whole = new(-1, 3, 0.5, 12);

    [Theory]
    [InlineData(-1)]
    [InlineData(0.3)]
    [InlineData(3)]
    public void Probabilities_add_up_and_are_those_of_the_draws(double y)
    {
        PartlySeenReading partly = new(Whole, x => x % 3 != 1);
        foreach (IReading reading in new IReading[] { Whole, partly })
        {
            double[] probabilities = [.. Enumerable.Range(0, reading.Count).Select(x => reading.Probability(x, y))];
            Assert.Equal(1, probabilities.Sum(), 1e-12);
            RandomStream stream = RandomStream.Named("test", "reading", y, reading.GetType().Name);
            const int n = 20_000;
            int[] counts = new int[reading.Count];
            for (int i = 0; i < n; i++)
            {
                counts[reading.Sample(y, stream)]++;
            }

            for (int x = 0; x < reading.Count; x++)
            {
                // Four standard deviations of a binomial count.
                Assert.InRange((double)counts[x] / n - probabilities[x], -4 * Math.Sqrt(0.25 / n), 4 * Math.Sqrt(0.25 / n));
                Assert.True(probabilities[x] > 0 || counts[x] == 0);
            }
        }
    }

    [Fact]
    public void The_balanced_posterior_in_closed_form_is_Bayes_rule_with_a_uniform_prior()
    {
        const int cells = 40_000;
        double width = 4.0 / cells;
        for (int x = 0; x < Whole.Count; x++)
        {
            double mass = Enumerable.Range(0, cells).Sum(cell => Whole.Probability(x, -1 + (cell + 0.5) * width) * width);
            Assert.All(new[] { -0.9, 0.0, 1.1, 2.95 }, y => Assert.Equal(Whole.Probability(x, y) / mass, Whole.BalancedDensity(x, y), 1e-7));
        }

        Assert.Equal(0, Whole.BalancedDensity(3, 3.1));
    }
}
