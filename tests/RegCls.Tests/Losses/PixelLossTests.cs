using RegCls.Data;
using RegCls.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Losses;

public class PixelLossTests
{
    [Fact]
    public void The_cross_entropy_is_the_mean_over_kept_pixels()
    {
        using DisposeScope scope = NewDisposeScope();
        (int n, int classes, int height, int width) = (2, 5, 3, 4);
        RandomStream stream = RandomStream.Named("pixel cross-entropy");
        double[] logits = [.. Enumerable.Range(0, n * classes * height * width).Select(_ => 2 * stream.NextGaussian())];
        long[] labels = [.. Enumerable.Range(0, n * height * width).Select(i => i % 3 == 0 ? -1L : stream.NextInt32(classes))];
        double sum = 0;
        int kept = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= 0)
            {
                double[] own = [.. Enumerable.Range(0, classes).Select(c => logits[(i / 12 * classes + c) * 12 + i % 12])];
                sum -= own[labels[i]] - Math.Log(own.Sum(Math.Exp));
                kept++;
            }
        }

        Tensor given = tensor(logits, [n, classes, height * width], requires_grad: true);
        Tensor loss = PixelCrossEntropy.Mean(given, tensor(labels, [n, height * width]));
        Assert.Equal(sum / kept, loss.item<double>(), 1e-12);

        // Dropped pixels have no gradient.
        loss.backward();
        double[] gradient = given.grad!.data<double>().ToArray();
        Assert.All(Enumerable.Range(0, labels.Length), i => Assert.Equal(labels[i] >= 0, Enumerable.Range(0, classes).Any(c => gradient[(i / 12 * classes + c) * 12 + i % 12] != 0)));
    }

    [Fact]
    public void Without_a_kept_pixel_it_is_zero_and_teaches_nothing()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logits = ones([1, 3, 4], requires_grad: true);
        Tensor loss = PixelCrossEntropy.Mean(logits, full([1, 4], -1, ScalarType.Int64));
        loss.backward();
        Assert.Equal(0, loss.item<float>());
        Assert.All(logits.grad!.data<float>().ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void One_hot_targets_are_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logits = zeros(1, 3, 4);
        Assert.Contains("64-bit class indices", Assert.Throws<ArgumentException>(() => PixelCrossEntropy.Mean(logits, zeros(1, 3, 4))).Message, StringComparison.Ordinal);
        Assert.Contains("[1, 5]", Assert.Throws<ArgumentException>(() => PixelCrossEntropy.Mean(logits, zeros([1, 5], ScalarType.Int64))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Balanced_mse_over_pixels_is_the_loss_of_the_same_rows()
    {
        using DisposeScope scope = NewDisposeScope();
        double[] labels = [.. Enumerable.Range(0, 200).Select(i => 0.5 + 3 * Math.Pow(i / 200.0, 3))];
        Tensor predictions = rand(50, 1) * 3, targets = rand(50, 1) * 3;
        using BalancedMseCriterion gai = new(RegressionLoss.Gai, labels), bmc = new(RegressionLoss.Bmc, labels);
        using MixturePrior prior = new([GaussianMixtureFit.Of(labels, BalancedTerm.Components).Mixture], ScalarType.Float32);
        using NoiseScale one = new([1], learnable: false, ScalarType.Float32);
        Assert.Equal(GaiLoss.PerReplica(predictions, targets, prior, one).item<float>(), gai.Mean(predictions, targets, null).item<float>(), 1e-4f);
        Assert.Equal(BmcLoss.PerReplica(predictions, targets, one).item<float>(), bmc.Mean(predictions, targets, null).item<float>(), 1e-4f);
        Assert.Equal(1, Assert.Single(gai.Parameters).numel());
        Assert.Equal(1, gai.NoiseScale, 1e-6);
        Assert.Contains("takes no weights", Assert.Throws<ArgumentException>(() => gai.Mean(predictions, targets, targets)).Message, StringComparison.Ordinal);
        Assert.Equal(0, gai.Mean(zeros(0, 1), zeros(0, 1), null).item<float>());
    }

    [Fact]
    public void Bmc_takes_evenly_spaced_pixels_and_others_at_the_next_step()
    {
        using DisposeScope scope = NewDisposeScope();
        const int count = 3 * BalancedMseCriterion.MostPaired + 7;
        RandomStream stream = RandomStream.Named("bmc pixels");
        float[] f = [.. Enumerable.Range(0, count).Select(_ => (float)stream.NextDouble())], y = [.. Enumerable.Range(0, count).Select(_ => (float)stream.NextDouble())];
        using BalancedMseCriterion criterion = new(RegressionLoss.Bmc, [1, 2, 3, 4]);
        using NoiseScale one = new([1], learnable: false, ScalarType.Float32);
        for (int step = 0; step < 4; step++)
        {
            int[] taken = [.. Enumerable.Range(0, BalancedMseCriterion.MostPaired).Select(k => step % 3 + 3 * k)];
            float expected = BmcLoss.PerReplica(
                tensor(taken.Select(i => f[i]).ToArray(), [taken.Length, 1]), tensor(taken.Select(i => y[i]).ToArray(), [taken.Length, 1]), one).item<float>();
            Assert.Equal(expected, criterion.Mean(tensor(f, [count, 1]), tensor(y, [count, 1]), null).item<float>(), 1e-4f);
        }
    }
}
