using RegCls.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Losses;

public class BalancedMseCriterionTests
{
    private static readonly double[] Training = [20, 20, 20, 21, 22, 25, 30, 31, 40, 70];

    [Fact]
    public void Bmc_is_the_brute_force_cross_entropy_over_the_batch()
    {
        double[] predictions = [19, 24, 38, 50], targets = [20, 22, 40, 70];
        using BalancedMseCriterion criterion = new(RegressionLoss.Bmc, Training);
        using Tensor loss = criterion.Mean(Column(predictions), Column(targets), null);

        // σ starts at 1, so the factor 2σ² is 2.
        double expected = 0;
        for (int i = 0; i < 4; i++)
        {
            double[] logits = [.. targets.Select(target => -(predictions[i] - target) * (predictions[i] - target) / 2)];
            expected += 2 * (Math.Log(logits.Sum(Math.Exp)) - logits[i]) / 4;
        }

        Assert.Equal(0, loss.dim());
        Assert.Equal(expected, loss.item<float>(), 1e-3 * expected);
    }

    [Theory]
    [InlineData(RegressionLoss.Gai)]
    [InlineData(RegressionLoss.Bmc)]
    [InlineData(RegressionLoss.Bni)]
    public void The_noise_scale_learns_with_the_model(RegressionLoss loss)
    {
        using BalancedMseCriterion criterion = new(loss, Training);
        using Tensor predictions = Column(19, 24, 38, 50).requires_grad_(true);
        using Tensor value = criterion.Mean(predictions, Column(20, 22, 40, 70), null);
        value.backward();
        Assert.NotEqual(0, Assert.Single(criterion.Parameters).grad!.item<float>());
        Assert.NotEqual(0, predictions.grad!.abs().sum().item<float>());
    }

    [Theory]
    [InlineData(RegressionLoss.Gai)]
    [InlineData(RegressionLoss.Bmc)]
    public void A_fixed_noise_scale_is_no_parameter_and_leaves_the_loss_of_the_first_step(RegressionLoss loss)
    {
        using BalancedMseCriterion learned = new(loss, Training), still = new(loss, Training, learnable: false);
        Assert.Empty(still.Parameters);
        Assert.Equal(1, still.NoiseScale);
        using Tensor predictions = Column(19, 24, 38, 50).requires_grad_(true);
        using Tensor value = still.Mean(predictions, Column(20, 22, 40, 70), null), first = learned.Mean(predictions, Column(20, 22, 40, 70), null);
        value.backward();
        Assert.Equal(first.item<float>(), value.item<float>());
        Assert.NotEqual(0, predictions.grad!.abs().sum().item<float>());
    }

    [Fact]
    public void A_single_sample_teaches_bmc_nothing_and_gai_something()
    {
        using BalancedMseCriterion bmc = new(RegressionLoss.Bmc, Training), gai = new(RegressionLoss.Gai, Training);
        using Tensor prediction = Column(50).requires_grad_(true);
        using Tensor nothing = bmc.Mean(prediction, Column(20), null);
        nothing.backward();
        Assert.Equal((0, 0, 2), (nothing.item<float>(), prediction.grad!.item<float>(), bmc.FewestSamples));
        Assert.NotEqual(0, gai.Mean(prediction, Column(20), null).item<float>());
    }

    [Fact]
    public void What_does_not_belong_to_it_is_said()
    {
        Assert.Contains("no form of Balanced MSE", Assert.Throws<ArgumentException>(() => new BalancedMseCriterion(RegressionLoss.Squared, Training)).Message, StringComparison.Ordinal);
        using BalancedMseCriterion criterion = new(RegressionLoss.Bmc, Training);
        Assert.Contains("takes no weights", Assert.Throws<ArgumentException>(() => criterion.Mean(Column(1, 2), Column(1, 2), Column(1, 1))).Message, StringComparison.Ordinal);
    }

    private static Tensor Column(params double[] values) => tensor(values.Select(value => (float)value).ToArray(), [values.Length, 1]);
}
