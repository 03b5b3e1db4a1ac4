using CsCheck;
using RegCls.Binning;
using RegCls.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Losses;

public class SampleLossTests
{
    private static readonly Gen<(double F, double Y)[]> Samples = Gen.Select(Gen.Double[-100, 100], Gen.Double[-100, 100]).Array[1, 12];

    private static Tensor Column(IEnumerable<double> values)
    {
        double[] array = [.. values];
        return tensor(array, [array.Length, 1]);
    }

    private static double[] Values(Tensor tensor) => tensor.data<double>().ToArray();

    [Fact]
    public void Each_loss_is_its_formula()
    {
        Samples.Sample(samples =>
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor f = Column(samples.Select(s => s.F)), y = Column(samples.Select(s => s.Y));
            double[] e = [.. samples.Select(s => s.F - s.Y)];
            Close(e.Select(x => x * x), SampleLoss.Of(RegressionLoss.Squared, f, y));
            Close(e.Select(Math.Abs), SampleLoss.Of(RegressionLoss.Absolute, f, y));
            Close(e.Select(x => Math.Abs(x) <= 1 ? x * x / 2 : Math.Abs(x) - 0.5), SampleLoss.Of(RegressionLoss.Huber, f, y));
        });
    }

    [Fact]
    public void Focal_R_is_its_formula()
    {
        Gen.Select(Samples, Gen.Double[0.01, 2], Gen.Double[0, 3]).Sample((samples, beta, gamma) =>
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor f = Column(samples.Select(s => s.F)), y = Column(samples.Select(s => s.Y));
            Close(
                samples.Select(s => Math.Pow(Math.Max(1e-12, 2 / (1 + Math.Exp(-beta * Math.Abs(s.F - s.Y))) - 1), gamma) * Math.Abs(s.F - s.Y)),
                SampleLoss.Focal(RegressionLoss.Absolute, f, y, beta, gamma));
            Close(
                samples.Select(s => Math.Pow(1 / (1 + Math.Exp(-beta * Math.Abs(s.F - s.Y))), gamma) * Math.Abs(s.F - s.Y)),
                SampleLoss.Focal(RegressionLoss.Absolute, f, y, beta, gamma, PublishedVariant.AsInPaper));
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void The_gradient_of_Focal_R_is_that_of_finite_differences_and_finite_at_zero(double gamma)
    {
        foreach (double e in (double[])[-7, -0.4, 0.9, 30])
        {
            using Tensor f = Column([e]).requires_grad_(true);
            SampleLoss.Focal(RegressionLoss.Squared, f, Column([0]), 0.2, gamma).sum().backward();
            double At(double x) => Math.Pow(2 / (1 + Math.Exp(-0.2 * Math.Abs(x))) - 1, gamma) * x * x;
            Assert.Equal((At(e + 1e-6) - At(e - 1e-6)) / 2e-6, f.grad!.item<double>(), 1e-4);
        }

        using Tensor exact = Column([0]).requires_grad_(true);
        SampleLoss.Focal(RegressionLoss.Absolute, exact, Column([0]), 0.2, gamma).sum().backward();
        Assert.Equal(0, exact.grad!.item<double>());
    }

    [Fact]
    public void The_mean_is_weighted_and_that_of_nothing_is_0_with_a_gradient()
    {
        Assert.Equal((2 * 3 + 0.5 * 4) / 2, SampleLoss.Mean(Column([3, 4]), Column([2, 0.5])).item<double>(), 1e-12);
        using Tensor f = Column([1, 2]).requires_grad_(true);
        Tensor none = f.index_select(0, tensor(Array.Empty<long>()));
        Tensor loss = SampleLoss.Mean(SampleLoss.Of(RegressionLoss.Absolute, none, none.detach()));
        loss.backward();
        Assert.Equal(0, loss.item<double>());
        Assert.Equal([0d, 0], Values(f.grad!));
    }

    [Fact]
    public void The_expected_value_of_classes_is_the_sum_of_probability_times_value()
    {
        Tensor logits = tensor(new[] { 0.3, -1, 2, 0, 0, 0 }, [2, 3]);
        double[] p = [Math.Exp(0.3), Math.Exp(-1), Math.Exp(2)];
        Close([(10 * p[0] + 20 * p[1] + 60 * p[2]) / p.Sum(), 30], ExpectedValue.Of(logits, tensor(new[] { 10.0, 20, 60 })));
        Assert.Contains("[N, C]", Assert.Throws<ArgumentException>(() => ExpectedValue.Of(logits, zeros(2))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Flat_targets_are_refused_with_a_sentence()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => SampleLoss.Of(RegressionLoss.Absolute, zeros(8, 1), zeros(8)));
        Assert.Contains("must both be [N, 1], got [8, 1] and [8]", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SampleLoss.Of(RegressionLoss.Squared, zeros(8), zeros(8)));
        Assert.Throws<ArgumentException>(() => SampleLoss.Mean(zeros(8, 1), zeros(8)));
        Assert.Throws<ArgumentException>(() => SampleLoss.Focal(RegressionLoss.Absolute, zeros(8, 1), zeros(8, 1), beta: 0));
    }

    private static void Close(IEnumerable<double> expected, Tensor actual)
    {
        double[] values = Values(actual);
        Assert.Equal([values.Length, 1], actual.shape);
        foreach ((double one, double other) in expected.Zip(values))
        {
            Assert.Equal(one, other, 1e-9 * Math.Max(1, Math.Abs(one)));
        }
    }
}
