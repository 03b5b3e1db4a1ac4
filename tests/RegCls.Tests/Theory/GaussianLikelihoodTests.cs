using RegCls.Theory;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Theory;

public class GaussianLikelihoodTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(20)]
    public void Value_and_gradient_are_those_of_libtorchs_normal_distribution(double sigma)
    {
        using DisposeScope scope = NewDisposeScope();
        double[] targets = [-3, -0.2, 0, 0.7, 12];
        Tensor prediction = full([targets.Length], 0.4, dtype: ScalarType.Float64, requires_grad: true);
        Tensor likelihood = distributions.Normal(prediction, full_like(prediction, sigma)).log_prob(tensor(targets)).neg();
        likelihood.sum().backward();
        double[] values = likelihood.detach().data<double>().ToArray(), gradients = prediction.grad!.data<double>().ToArray();
        for (int i = 0; i < targets.Length; i++)
        {
            Assert.Equal(values[i], GaussianLikelihood.NegativeLog(targets[i], 0.4, sigma), 1e-12 * (1 + Math.Abs(values[i])));
            Assert.Equal(gradients[i], GaussianLikelihood.Gradient(targets[i], 0.4, sigma), 1e-12 * (1 + Math.Abs(gradients[i])));
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(3)]
    public void It_is_the_squared_error_scaled_and_shifted(double sigma) =>
        Assert.All(new[] { -2.0, 0, 0.3, 5 }, y => Assert.Equal(
            (y - 1) * (y - 1) / (2 * sigma * sigma) + GaussianLikelihood.NegativeLogAtPeak(sigma), GaussianLikelihood.NegativeLog(y, 1, sigma), 1e-9));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_spread_that_is_no_positive_number_is_refused(double sigma) =>
        Assert.Contains("positive number", Assert.Throws<ArgumentException>(() => GaussianLikelihood.NegativeLog(0, 0, sigma)).Message);
}
