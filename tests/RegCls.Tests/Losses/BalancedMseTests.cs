using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using RegCls.Data;
using RegCls.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Losses;

/// <summary>The three forms of Balanced MSE against quadrature, against each other in their limits, and against finite differences.</summary>
public class BalancedMseTests
{
    private static readonly GaussianMixture Prior = new([0.15, 0.6, 0.25], [-1.2, 0.3, 0.9], [0.5, 0.01, 0.2]);

    private static Tensor Column(params double[] values) => tensor(values, [values.Length, 1]);

    private static double[] Values(Tensor tensor) => tensor.contiguous().data<double>().ToArray();

    private static double[] Gai(double[] predictions, double[] targets, double sigma, GaussianMixture? prior = null)
    {
        using NoiseScale noise = new([sigma], learnable: false);
        using MixturePrior mixtures = new([prior ?? Prior]);
        return Values(GaiLoss.NegativeLogLikelihood(Column(predictions), Column(targets), mixtures, noise));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.3)]
    [InlineData(1.5)]
    public void Gai_is_the_likelihood_by_quadrature(double sigma)
    {
        double[] predictions = [-2, -0.7, 0.3, 0.31, 1.4], targets = [-1.5, 0.2, 0.3, 1, 1.1];
        double[] likelihoods = Gai(predictions, targets, sigma);
        for (int i = 0; i < predictions.Length; i++)
        {
            // In pieces, so that the rule sees both the narrow kernel and the narrow component.
            double f = predictions[i];
            double[] ends = [-12, .. new[] { f - 8 * sigma, f, f + 8 * sigma, -0.5, 0.3, 1.1 }.Where(end => end is > -12 and < 12).Order(), 12];
            double integral = ends.Zip(ends.Skip(1)).Sum(piece => GaussLegendreRule.Integrate(y => Normal.PDF(f, sigma, y) * Prior.Density(y), piece.First, piece.Second, 128));
            Assert.Equal(-Normal.PDFLn(f, sigma, targets[i]) + Math.Log(integral), likelihoods[i], 1e-6);
        }
    }

    [Fact]
    public void Bni_tends_to_Gai_with_the_square_of_the_bin_width()
    {
        const double sigma = 0.4;
        double[] predictions = [-2, -0.4, 0.3, 1.4], targets = [-1, 0.1, 0.3, 2];
        double[] exact = Gai(predictions, targets, sigma);
        int[] counts = [100, 200, 400, 800, 1600];
        double[] errors =
        [
            .. counts.Select(count =>
            {
                using NoiseScale noise = new([sigma], learnable: false);
                using BinnedPrior bins = new([Bins(count)]);
                return Values(BniLoss.NegativeLogLikelihood(Column(predictions), Column(targets), bins, noise)).Zip(exact, (a, b) => Math.Abs(a - b)).Max();
            }),
        ];
        Assert.InRange(errors[^1], 0, 5e-5);
        for (int i = 1; i < errors.Length; i++)
        {
            Assert.InRange(errors[i - 1] / errors[i], 3.5, 4.5);
        }

        // The exact mass of each bin of [-8, 8].
        static LabelBins Bins(int count)
        {
            double width = 16.0 / count;
            double Below(double y) => Prior.Weights.Select((weight, k) => weight * Normal.CDF(Prior.Means[k], Math.Sqrt(Prior.Variances[k]), y)).Sum();
            double[] masses = [.. Enumerable.Range(0, count).Select(bin => Below(-8 + (bin + 1) * width) - Below(-8 + bin * width))];
            return new LabelBins([.. Enumerable.Range(0, count).Select(bin => -8 + (bin + 0.5) * width)], [.. masses.Select(mass => mass / masses.Sum())]);
        }
    }

    [Fact]
    public void Bmc_less_log_B_tends_to_Gai_as_one_over_the_root_of_the_batch()
    {
        const double sigma = 0.4;
        (int Size, int Repeats)[] batches = [(64, 32), (256, 16), (1024, 8), (2048, 6)];
        RandomStream stream = RandomStream.Named("batches");
        double[] deviations =
        [
            .. batches.Select(batch => Math.Sqrt(Enumerable.Range(0, batch.Repeats).Average(_ =>
            {
                double[] targets = [.. Enumerable.Range(0, batch.Size).Select(_ => Draw())];
                double[] predictions = [.. targets.Select(target => target + sigma * stream.NextGaussian())];
                using NoiseScale noise = new([sigma], learnable: false);
                double[] bmc = Values(BmcLoss.NegativeLogLikelihood(Column(predictions), Column(targets), noise));
                return bmc.Zip(Gai(predictions, targets, sigma), (own, limit) => Math.Pow(own - Math.Log(batch.Size) - limit, 2)).Average();
            }))),
        ];
        Assert.InRange(deviations[^1], 0, 0.05);
        double slope = (Math.Log(deviations[^1]) - Math.Log(deviations[0])) / (Math.Log(batches[^1].Size) - Math.Log(batches[0].Size));
        Assert.InRange(slope, -0.6, -0.4);

        double Draw()
        {
            double u = stream.NextDouble();
            int k = u < 0.15 ? 0 : u < 0.75 ? 1 : 2;
            return Prior.Means[k] + Math.Sqrt(Prior.Variances[k]) * stream.NextGaussian();
        }
    }

    [Fact]
    public void Bmc_is_the_cross_entropy_of_finding_ones_own_target()
    {
        double[] predictions = [0.1, -0.4, 1.2, 0.3], targets = [0, -1, 1, 1];
        const double sigma = 0.7;
        using NoiseScale noise = new([sigma], learnable: false);
        double[] likelihoods = Values(BmcLoss.NegativeLogLikelihood(Column(predictions), Column(targets), noise));
        for (int i = 0; i < 4; i++)
        {
            double Kernel(double target) => Math.Exp(-Math.Pow(predictions[i] - target, 2) / (2 * sigma * sigma));
            Assert.Equal(-Math.Log(Kernel(targets[i]) / targets.Sum(Kernel)), likelihoods[i], 1e-12);
        }

        // torch's own, whose gradient is right by construction.
        Tensor f = Column(predictions).requires_grad_(true), g = Column(predictions).requires_grad_(true);
        nn.functional.cross_entropy(-(f - Column(targets).T).square() / (2 * sigma * sigma), arange(4, ScalarType.Int64), reduction: nn.Reduction.Sum).backward();
        BmcLoss.NegativeLogLikelihood(g, Column(targets), noise).sum().backward();
        Assert.InRange((f.grad! - g.grad!).abs().max().item<double>(), 0, 1e-12);
    }

    [Fact]
    public void As_sigma_goes_to_zero_Gai_tends_to_the_squared_error_and_Bmc_does_not()
    {
        double[] predictions = [0.2, -0.9, 1.4], targets = [0.5, -1, 0.4];
        double[] nearest = [.. predictions.Select(f => targets.Min(y => (f - y) * (f - y)))];
        foreach (double sigma in new[] { 0.05, 0.01, 0.002 })
        {
            double scale = 2 * sigma * sigma;
            double[] gai = Gai(predictions, targets, sigma);
            using NoiseScale noise = new([sigma], learnable: false);
            double[] bmc = Values(BmcLoss.NegativeLogLikelihood(Column(predictions), Column(targets), noise));
            for (int i = 0; i < 3; i++)
            {
                // -log N is (f - y)² / 2σ² + log σ√2π, and the integral is the prior's own density, blurred by σ.
                double squared = Math.Pow(predictions[i] - targets[i], 2);
                double rest = scale * (Math.Log(sigma * Math.Sqrt(2 * Math.PI)) + Math.Log(Prior.Blurred(sigma * sigma).Density(predictions[i])));
                Assert.Equal(squared + rest, scale * gai[i], 1e-9);
                Assert.InRange(Math.Abs(rest), 0, 20 * sigma * sigma * Math.Log(1 / sigma));

                Assert.Equal(squared - nearest[i], scale * bmc[i], scale * Math.Log(3));
            }
        }

        // The second prediction is 0.1 off and nearest to its own target: a finite batch sees nothing wrong with it.
        Assert.Equal(Math.Pow(predictions[1] - targets[1], 2), nearest[1], 1e-12);
    }

    [Theory]
    [InlineData(RegressionLoss.Gai)]
    [InlineData(RegressionLoss.Bmc)]
    [InlineData(RegressionLoss.Bni)]
    public void Gradients_agree_with_finite_differences(RegressionLoss loss)
    {
        const int replicas = 2, batch = 7;
        RandomStream stream = RandomStream.Named("balanced gradient", (int)loss);
        double[][] labels = [.. Enumerable.Range(0, replicas).Select(_ => Enumerable.Range(0, 60).Select(_ => stream.NextGaussian()).ToArray())];
        using BalancedTerm term = BalancedTerm.Create(loss, labels, ScalarType.Float64);
        double[] predictions = [.. Enumerable.Range(0, replicas * batch).Select(_ => stream.NextGaussian())];
        Tensor targets = tensor([.. Enumerable.Range(0, replicas).SelectMany(r => labels[r].Take(batch))], [replicas, batch, 1]);
        double[] factors = [2 * 0.3 * 0.3, 2 * 0.8 * 0.8];
        SetLogScales(Math.Log(0.3), Math.Log(0.8));

        Tensor f = tensor(predictions, [replicas, batch, 1]).requires_grad_(true);
        term.PerReplica(f, targets).sum().backward();
        double[] analytic = Values(f.grad!), noise = Values(term.Noise.Gradient!);

        const double step = 1e-5;
        for (int i = 0; i < predictions.Length; i++)
        {
            double At(double shift)
            {
                double[] moved = [.. predictions];
                moved[i] += shift;
                return term.PerReplica(tensor(moved, [replicas, batch, 1]), targets).sum().item<double>();
            }

            Assert.Equal((At(step) - At(-step)) / (2 * step), analytic[i], 1e-7);
        }

        for (int r = 0; r < replicas; r++)
        {
            // 2σ² is held: what σ follows is the likelihood.
            double At(double shift)
            {
                SetLogScales(Math.Log(0.3) + (r == 0 ? shift : 0), Math.Log(0.8) + (r == 1 ? shift : 0));
                double own = 2 * Math.Pow(term.Noise.Values()[r], 2);
                return term.PerReplica(f.detach(), targets)[r].item<double>() / own;
            }

            Assert.Equal(factors[r] * (At(step) - At(-step)) / (2 * step), noise[r], 1e-7);
        }

        void SetLogScales(double first, double second)
        {
            using IDisposable guard = no_grad();
            term.Noise.Logarithm.copy_(tensor(new[] { first, second }));
        }
    }

    [Fact]
    public void A_replica_in_a_batch_has_the_loss_it_has_alone()
    {
        RandomStream stream = RandomStream.Named("balanced replicas");
        double[][] labels = [.. Enumerable.Range(0, 3).Select(r => Enumerable.Range(0, 90).Select(_ => r + stream.NextGaussian()).ToArray())];
        Tensor predictions = tensor([.. Enumerable.Range(0, 3 * 12).Select(_ => stream.NextGaussian())], [3, 12, 1]);
        Tensor targets = tensor([.. labels.SelectMany(own => own.Take(12))], [3, 12, 1]);
        foreach (RegressionLoss loss in new[] { RegressionLoss.Gai, RegressionLoss.Bmc, RegressionLoss.Bni })
        {
            using BalancedTerm together = BalancedTerm.Create(loss, labels, ScalarType.Float64);
            double[] values = Values(together.PerReplica(predictions, targets));
            for (int r = 0; r < 3; r++)
            {
                using BalancedTerm alone = BalancedTerm.Create(loss, [labels[r]], ScalarType.Float64);
                Assert.Equal(values[r], alone.PerReplica(predictions[r], targets[r]).item<double>(), 1e-12);
            }
        }
    }

    [Theory]
    [InlineData("GAI")]
    [InlineData("BMC")]
    [InlineData("BNI")]
    public void Shapes_and_numbers_that_bit_users_are_refused(string name)
    {
        using NoiseScale noise = new([1], learnable: false);
        using MixturePrior mixtures = new([Prior]);
        using BinnedPrior bins = new([LabelBins.Of([0, 1, 2], 3)]);
        Tensor Loss(Tensor predictions, Tensor targets, NoiseScale scale) => name switch
        {
            "GAI" => GaiLoss.PerReplica(predictions, targets, mixtures, scale),
            "BMC" => BmcLoss.PerReplica(predictions, targets, scale),
            _ => BniLoss.PerReplica(predictions, targets, bins, scale),
        };
        string Message(Action refused) => Assert.Throws<ArgumentException>(refused).Message;

        string broadcast = Message(() => Loss(zeros([8, 1], ScalarType.Float64), zeros([8], ScalarType.Float64), noise));
        Assert.StartsWith($"{name} got predictions [8, 1] and targets [8]; expected both [N, 1] or both [R, N, 1]", broadcast, StringComparison.Ordinal);
        Assert.Contains("view(-1, 1)", broadcast);
        Assert.Contains("expected both", Message(() => Loss(zeros([8], ScalarType.Float64), zeros([8], ScalarType.Float64), noise)));
        Assert.Contains("expected both", Message(() => Loss(zeros([1, 8, 1], ScalarType.Float64), zeros([8, 1], ScalarType.Float64), noise)));
        Assert.Contains("not a finite number", Message(() => Loss(zeros([2, 1], ScalarType.Float64), Column(1, double.NaN), noise)));
        Assert.Contains("not a finite number", Message(() => Loss(zeros([2, 1], ScalarType.Float64), Column(1, double.PositiveInfinity), noise)));
        Assert.Contains("got 2 replicas and 1 noise scales", Message(() => Loss(zeros([2, 4, 1], ScalarType.Float64), zeros([2, 4, 1], ScalarType.Float64), noise)));
        Assert.Contains($"batch of {(name == "BMC" ? 1 : 0)}", Message(() => Loss(zeros([name == "BMC" ? 1 : 0, 1], ScalarType.Float64), zeros([name == "BMC" ? 1 : 0, 1], ScalarType.Float64), noise)));
        using NoiseScale two = new([1, 1], learnable: false);
        if (name != "BMC")
        {
            Assert.Contains("one of each a replica", Message(() => Loss(zeros([2, 4, 1], ScalarType.Float64), zeros([2, 4, 1], ScalarType.Float64), two)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_noise_scale_that_is_not_positive_is_refused(double sigma) =>
        Assert.Contains($"replica 1 is {sigma}; expected a positive number", Assert.Throws<ArgumentException>(() => new NoiseScale([1, sigma], learnable: true)).Message);

    [Fact]
    public void Losses_without_a_prior_and_priors_without_a_loss_are_refused()
    {
        Assert.Contains("needs a label prior", Assert.Throws<ArgumentException>(() => RegressionTerm.PerReplica(RegressionLoss.Gai, zeros(1, 2, 1), zeros(1, 2, 1))).Message);
        Assert.Contains("no form of Balanced MSE", Assert.Throws<ArgumentException>(() => BalancedTerm.Create(RegressionLoss.Huber, [[1, 2]], ScalarType.Float64)).Message);
        Assert.Contains("as many components", Assert.Throws<ArgumentException>(() => new MixturePrior([Prior, new([1], [0], [1])])).Message);
        Assert.Contains("sum 1, got sum 0.5", Assert.Throws<ArgumentException>(() => new BinnedPrior([new LabelBins([0], [0.5])])).Message);
        Assert.Contains("one mass a bin", Assert.Throws<ArgumentException>(() => new BinnedPrior([new LabelBins([0, 1], [1])])).Message);
    }
}
