using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Losses;

/// <summary>Balanced MSE and Focal-R on the ages of AgeDB, against the formulas of their papers written out in loops, to 1e-5.</summary>
public class PublishedLossTests
{
    private const double Sigma = 10;

    private static readonly LabelCounts Counts = AgeDistributions.AgeDb(Subset.Train);

    // Every 600th training age, and what a model might say of it: pulled towards the middle.
    private static readonly double[] Ages = [.. Counts.ToLabels().Where((_, i) => i % 600 == 0)], Predictions = [.. Ages.Select((age, i) => 50 + 0.7 * (age - 50) + i % 3)];

    [Fact]
    public void Bni_sums_over_the_ages_there_are_as_its_paper_and_release_do()
    {
        using NoiseScale noise = new([Sigma], learnable: false);
        double[] there = [.. Counts.ToLabels().Distinct()];
        using BinnedPrior prior = new([new LabelBins(there, [.. there.Select(age => (double)Counts.At(age) / Counts.Total)])]);
        Check(f => there.Sum(age => Counts.At(age) / (double)Counts.Total * Normal(age, f, Sigma * Sigma)), BniLoss.PerReplica(Column(Predictions), Column(Ages), prior, noise));
    }

    [Fact]
    public void Gai_is_the_closed_form_over_a_mixture_fitted_to_the_ages()
    {
        GaussianMixture mixture = GaussianMixtureFit.Of(Counts.ToLabels(), 8).Mixture;
        using NoiseScale noise = new([Sigma], learnable: false);
        using MixturePrior prior = new([mixture]);
        Check(f => Enumerable.Range(0, 8).Sum(k => mixture.Weights[k] * Normal(mixture.Means[k], f, mixture.Variances[k] + Sigma * Sigma)), GaiLoss.PerReplica(Column(Predictions), Column(Ages), prior, noise));
    }

    [Fact]
    public void Bmc_takes_the_ages_of_the_batch_as_the_prior()
    {
        using NoiseScale noise = new([Sigma], learnable: false);
        Check(f => Ages.Sum(age => Normal(age, f, Sigma * Sigma)), BmcLoss.PerReplica(Column(Predictions), Column(Ages), noise));
    }

    [Fact]
    public void Focal_R_weighs_each_error_by_a_factor_from_0_to_1()
    {
        using Tensor loss = SampleLoss.Mean(SampleLoss.Focal(RegressionLoss.Absolute, Column(Predictions), Column(Ages)));
        double expected = Predictions.Zip(Ages, (f, y) => Math.Abs(f - y)).Average(error => error * (2 / (1 + Math.Exp(-0.2 * error)) - 1));
        Assert.Equal(expected, loss.item<double>(), 1e-5);
    }

    [Theory]
    [InlineData(1.5468, 1.42)]
    [InlineData(0.6610, 3.29)]
    public void A_fixed_noise_scale_above_the_noise_stretches_predictions_about_their_mean(double deviation, double expected)
    {
        // Prior N(2, s²), targets without noise, σ = 1. By hand: (a - 1)² u² - a² u² σ² / (σ² + s²) is least at a = 1 + σ² / s².
        double[] targets = [.. Enumerable.Range(-4, 9).Select(i => 2 + deviation * i / 2)];
        using NoiseScale noise = new([1], learnable: false);
        using MixturePrior prior = new([new GaussianMixture([1], [2], [deviation * deviation])]);
        double stretch = Enumerable.Range(100, 300).Select(i => i / 100.0).MinBy(a =>
        {
            using Tensor loss = GaiLoss.PerReplica(Column([.. targets.Select(y => 2 + a * (y - 2))]), Column(targets), prior, noise);
            return loss.item<double>();
        });
        Assert.Equal(expected, stretch, 0.006);
        Assert.Equal(1 + 1 / (deviation * deviation), stretch, 0.006);
    }

    [Fact]
    public void The_depths_of_NYUD2_vary_by_as_much_as_the_page_on_the_releases_says()
    {
        LabelCounts counts = DepthDistribution.Nyud2();
        double mean = Enumerable.Range(0, 100).Sum(i => (0.1 * i + 0.05) * counts.InBin(i)) / counts.Total;
        Assert.Equal(1.5468, Math.Sqrt(Enumerable.Range(0, 100).Sum(i => Math.Pow(0.1 * i + 0.05 - mean, 2) * counts.InBin(i)) / counts.Total), 1e-4);
    }

    // 2σ² times the mean of -log N(y; f, σ²) + log of the integral; ages have a density of at least 1e-5 a year, so nothing cancels.
    private static void Check(Func<double, double> integral, Tensor loss)
    {
        double expected = 2 * Sigma * Sigma * Predictions.Zip(Ages, (f, y) => -Math.Log(Normal(y, f, Sigma * Sigma)) + Math.Log(integral(f))).Average();
        Assert.Equal(21, Ages.Length);
        Assert.Equal(expected, loss.item<double>(), 1e-5);
        loss.Dispose();
    }

    private static double Normal(double y, double mean, double variance) => Math.Exp(-(y - mean) * (y - mean) / (2 * variance)) / Math.Sqrt(2 * Math.PI * variance);

    private static Tensor Column(double[] values) => tensor(values, [values.Length, 1]);
}
