using RegCls.Data;
using RegCls.Theory;

namespace RegCls.Tests.Theory;

/// <summary>Eq. 5: the imbalanced posterior, three ways.</summary>
public class RenIdentityTests
{
    public static TheoryData<string> Names => [.. LabelPriors.All().Select(prior => prior.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Bayes_rule_on_a_grid_and_the_identity_by_quadrature_agree_to_a_millionth_for_every_reading(string name)
    {
        IdentityWorld world = Of(name);
        for (int x = 0; x < world.Reading.Count; x++)
        {
            double[] grid = world.OnGrid(x), identity = world.ByIdentity(x);
            Assert.Equal(1, identity.Sum(), 1e-9);
            Assert.Equal(grid, identity, (a, b) => Math.Abs(a - b) < 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_agrees_and_its_error_falls_as_one_over_the_root_of_its_size(string name)
    {
        IdentityWorld world = Of(name);
        double Mean(int size) => Enumerable.Range(0, 8).Average(repetition => world.DistanceFromSample(size, RandomStream.Named("test", "identity", name, size, repetition)));
        double few = Mean(4_000), many = Mean(64_000);
        Assert.InRange(few / many, 3, 5);
        Assert.InRange(many, 0, 0.06);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_the_same_reading_in_both_worlds_a_larger_sample_does_not_help(string name)
    {
        IdentityWorld world = Of(name);
        IReading training = world.OutOfDistribution();
        double few = world.DistanceFromSample(16_000, RandomStream.Named("test", "broken", name, 1), training), many = world.DistanceFromSample(256_000, RandomStream.Named("test", "broken", name, 2), training);
        Assert.InRange(many, 0.08, 1);
        Assert.InRange(few / many, 0.8, 1.5);
        // Bayes' rule with the reading of the training world still agrees with what is counted there.
        long[,] counts = ImbalancedPosterior.Count(world.Prior, training, world.Edges, 400_000, RandomStream.Named("test", "broken", name, 3));
        int seen = Enumerable.Range(0, world.Reading.Count).MaxBy(x => Enumerable.Range(0, counts.GetLength(1)).Sum(bin => counts[x, bin]));
        Assert.InRange(ImbalancedPosterior.TotalVariation(ImbalancedPosterior.FromCounts(counts, seen)!, world.OnGrid(seen, training)), 0, 0.05);
        Assert.Null(ImbalancedPosterior.FromCounts(counts, 7));
    }

    [Fact]
    public void With_a_uniform_prior_the_two_worlds_are_one()
    {
        IdentityWorld world = IdentityWorld.Of(LabelPriors.Uniform);
        double width = world.Edges[1] - world.Edges[0];
        double[] identity = world.ByIdentity(11);
        for (int bin = 0; bin < identity.Length; bin++)
        {
            double mean = Enumerable.Range(0, 100).Average(i => world.Reading.BalancedDensity(11, world.Edges[bin] + (i + 0.5) / 100 * width));
            Assert.Equal(mean * width, identity[bin], 1e-7);
        }
    }

    [Fact]
    public void Total_variation_is_half_the_absolute_difference()
    {
        Assert.Equal(0.25, ImbalancedPosterior.TotalVariation([0.5, 0.5], [0.25, 0.75]));
        Assert.Contains("2 and 1 bins", Assert.Throws<ArgumentException>(() => ImbalancedPosterior.TotalVariation([1, 0], [1])).Message);
    }

    private static IdentityWorld Of(string name) => IdentityWorld.Of(LabelPriors.All().Single(prior => prior.Name == name));
}
