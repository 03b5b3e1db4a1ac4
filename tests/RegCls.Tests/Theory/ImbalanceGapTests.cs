using MathNet.Numerics.Distributions;
using RegCls.Data;
using RegCls.Theory;

namespace RegCls.Tests.Theory;

public class ImbalanceGapTests
{
    [Fact]
    public void It_is_the_difference_of_the_two_negative_log_likelihoods()
    {
        // Eq. 6 with p_imb from Bayes' rule on a grid, for a density of the same bins.
        IdentityWorld world = IdentityWorld.Of(LabelPriors.Mixture);
        const int x = 17, cells = 40_000;
        double Joint(double y) => world.Prior.Density(y) * world.Reading.Probability(x, y);
        double evidence = Enumerable.Range(0, cells).Sum(cell => Joint((cell + 0.5) / cells) / cells);
        foreach (double y in new[] { 0.2, 0.31, 0.45, 0.8 })
        {
            double balanced = -Math.Log(world.Reading.BalancedDensity(x, y)), imbalanced = -Math.Log(Joint(y) / evidence);
            Assert.Equal(balanced - imbalanced, ImbalanceGap.Of(world.Prior, other => world.Reading.BalancedDensity(x, other), y), 1e-6);
        }
    }

    [Fact]
    public void For_a_Gaussian_prior_far_from_the_ends_it_is_the_closed_form()
    {
        // ∫ N(y'; f, σ²) N(y'; m, s²) dy' = N(f; m, σ² + s²).
        GaussianMixturePrior prior = new("one", "", -50, 50, [(1, 1, 2)]);
        foreach ((double f, double sigma, double y) in new[] { (0.0, 1.0, 0.5), (4.0, 0.3, 3.8), (-2.0, 3.0, 6.0) })
        {
            double expected = Math.Log(Normal.PDF(1, 2, y)) - Math.Log(Normal.PDF(1, Math.Sqrt(4 + sigma * sigma), f));
            Assert.Equal(expected, ImbalanceGap.OfGaussian(prior, f, sigma, y), 1e-9);
        }
    }

    [Fact]
    public void It_is_negative_at_rare_targets_positive_at_the_peak_and_zero_without_imbalance()
    {
        double At(double y) => ImbalanceGap.OfGaussian(LabelPriors.Mixture, y, 0.08, y);
        Assert.True(At(0.3) > 0.2);
        Assert.True(At(0.05) < -1);
        Assert.Equal(0, ImbalanceGap.OfGaussian(LabelPriors.Uniform, 0.4, 0.08, 0.5), 1e-9);
        Assert.Equal(double.NegativeInfinity, ImbalanceGap.OfGaussian(LabelPriors.AgeDb(), 2.5, 5, 2.5));
    }

    [Fact]
    public void A_narrow_likelihood_is_not_stepped_over() =>
        Assert.Equal(0, ImbalanceGap.OfGaussian(LabelPriors.Tail, 0.637, 1e-5, 0.637), 1e-4);

    [Fact]
    public void With_many_classes_the_class_gap_tends_to_it_as_one_over_their_number()
    {
        foreach (LabelPrior prior in new[] { LabelPriors.Mixture, LabelPriors.Tail })
        {
            double[] errors = ClassGapError.Mean(prior, 0.08, [16, 64, 256, 1024], 300, RandomStream.Named("test", prior.Name));
            Assert.InRange(errors[0] / errors[1], 2.8, 5.5);
            Assert.InRange(errors[1] / errors[2], 3.2, 5);
            Assert.InRange(errors[2] / errors[3], 3.2, 5);
            Assert.InRange(errors[3], 0, 0.01);
        }
    }
}
