using CsCheck;
using MathNet.Numerics.Integration;
using RegCls.Data;
using RegCls.Losses;

namespace RegCls.Tests.Losses;

public class GaussianMixtureTests
{
    private static double[] Draw(GaussianMixture mixture, int count, int seed)
    {
        RandomStream stream = RandomStream.Named("mixture test", seed);
        return [.. Enumerable.Range(0, count).Select(_ => Next())];

        double Next()
        {
            double u = stream.NextDouble();
            int k = 0;
            for (; k < mixture.Components - 1 && u >= mixture.Weights[k]; k++)
            {
                u -= mixture.Weights[k];
            }

            return mixture.Means[k] + Math.Sqrt(mixture.Variances[k]) * stream.NextGaussian();
        }
    }

    [Fact]
    public void The_density_integrates_to_one_and_has_the_mixtures_mean_and_variance()
    {
        GaussianMixture mixture = new([0.2, 0.5, 0.3], [-2, 0.5, 1], [0.04, 0.3, 1]);
        double Moment(int order) => DoubleExponentialTransformation.Integrate(y => Math.Pow(y, order) * mixture.Density(y), -15, 15, 1e-12);
        Assert.Equal(1, Moment(0), 1e-10);
        Assert.Equal(-0.4 + 0.25 + 0.3, Moment(1), 1e-10);
        Assert.Equal(0.2 * (4 + 0.04) + 0.5 * (0.25 + 0.3) + 0.3 * (1 + 1), Moment(2), 1e-9);
    }

    [Fact]
    public void The_likelihood_never_falls_and_is_that_of_the_fitted_density()
    {
        Gen.Int[0, 1_000_000].Select(Gen.Int[1, 6], Gen.Int[10, 300]).Sample(
            (seed, components, count) =>
            {
                RandomStream stream = RandomStream.Named("labels", seed);

                // Skewed, with ties and a far label now and then.
                double[] labels = [.. Enumerable.Range(0, count).Select(i => i % 7 == 0 ? Math.Round(stream.NextGaussian(), 1) : Math.Exp(stream.NextGaussian()))];
                GaussianMixtureFit fit = GaussianMixtureFit.Of(labels, components, rounds: 40);
                for (int round = 1; round < fit.LogLikelihoods.Count; round++)
                {
                    Assert.True(fit.LogLikelihoods[round] >= fit.LogLikelihoods[round - 1] - 1e-12, $"round {round}: {fit.LogLikelihoods[round - 1]:R} then {fit.LogLikelihoods[round]:R}");
                }

                Assert.Equal(labels.Average(label => Math.Log(fit.Mixture.Density(label))), fit.LogLikelihoods[^1], 1e-9);
            },
            iter: 60);
    }

    [Fact]
    public void A_known_mixture_comes_back()
    {
        GaussianMixture truth = new([0.7, 0.3], [-1, 2], [0.09, 0.25]);
        GaussianMixture fitted = GaussianMixtureFit.Of(Draw(truth, 20_000, 1), 2).Mixture;

        // Standard errors are about 0.003 for weights and 0.006 for the wider mean.
        Assert.Equal(0.7, fitted.Weights[0], 0.015);
        Assert.Equal(-1, fitted.Means[0], 0.015);
        Assert.Equal(2, fitted.Means[1], 0.03);
        Assert.Equal(0.09, fitted.Variances[0], 0.005);
        Assert.Equal(0.25, fitted.Variances[1], 0.02);
    }

    [Fact]
    public void The_order_of_labels_and_the_run_do_not_matter()
    {
        double[] labels = Draw(new([0.5, 0.5], [0, 3], [1, 1]), 500, 2);
        GaussianMixtureFit first = GaussianMixtureFit.Of(labels, 3), second = GaussianMixtureFit.Of([.. labels.Reverse()], 3);
        Assert.Equal(first.Mixture.Means, second.Mixture.Means);
        Assert.Equal(first.LogLikelihoods, second.LogLikelihoods);
    }

    [Fact]
    public void One_component_is_mean_and_variance_of_the_labels()
    {
        double[] labels = [1, 2, 3, 10];
        GaussianMixture fitted = GaussianMixtureFit.Of(labels, 1).Mixture;
        Assert.Equal(4, fitted.Means[0], 1e-12);
        Assert.Equal(labels.Average(label => (label - 4) * (label - 4)), fitted.Variances[0], 1e-12);
    }

    [Fact]
    public void What_has_no_density_is_refused()
    {
        Assert.Contains("cannot be fitted to 2 labels", Assert.Throws<ArgumentException>(() => GaussianMixtureFit.Of([1, 2], 3)).Message);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => GaussianMixtureFit.Of([1, double.NaN, 3], 2)).Message);
        Assert.Contains("All 3 labels are 5", Assert.Throws<ArgumentException>(() => GaussianMixtureFit.Of([5, 5, 5], 2)).Message);
        Assert.Contains("with sum 1", Assert.Throws<ArgumentException>(() => new GaussianMixture([0.5, 0.4], [0, 1], [1, 1])).Message);
        Assert.Contains("positive variances", Assert.Throws<ArgumentException>(() => new GaussianMixture([1], [0], [0])).Message);
        Assert.Contains("one weight, mean and variance", Assert.Throws<ArgumentException>(() => new GaussianMixture([1], [0, 1], [1])).Message);
    }

    [Fact]
    public void A_histogram_counts_labels_and_closes_its_last_bin()
    {
        LabelBins bins = LabelBins.Of([0, 0.9, 1, 3.5, 4], 4);
        Assert.Equal([0.5, 1.5, 2.5, 3.5], bins.Centres);
        Assert.Equal([0.4, 0.2, 0, 0.4], bins.Masses);
        Assert.Contains("1 of them not finite", Assert.Throws<ArgumentException>(() => LabelBins.Of([1, double.NaN], 4)).Message);
        Assert.Throws<ArgumentException>(() => LabelBins.Of([1, 2], 0));
    }
}
