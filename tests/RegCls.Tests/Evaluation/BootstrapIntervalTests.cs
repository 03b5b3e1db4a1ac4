using MathNet.Numerics.Distributions;
using RegCls.Data;
using RegCls.Evaluation;
using Xunit;

namespace RegCls.Tests.Evaluation;

public class BootstrapIntervalTests
{
    [Fact]
    public void For_many_Gaussian_values_the_interval_is_the_mean_and_1_96_standard_errors()
    {
        var stream = RandomStream.Named("Gaussian case");
        var values = Enumerable.Range(0, 400).Select(_ => 3 + (2 * stream.NextGaussian())).ToArray();
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean))) / values.Length;
        var interval = BootstrapInterval.OfMean(values);
        Assert.Equal(mean - (1.96 * error), interval.Low, 0.08 * error);
        Assert.Equal(mean + (1.96 * error), interval.High, 0.08 * error);
    }

    [Fact]
    public void For_few_skewed_values_the_interval_is_that_of_all_resamples_enumerated()
    {
        double[] values = [0.1, 0.35, 0.52, 0.9, 1.4, 4.2];
        var (n, count) = (values.Length, (int)Math.Pow(values.Length, values.Length));
        var means = new double[count];
        for (var code = 0; code < count; code++)
        {
            for (var (i, rest) = (0, code); i < n; i++, rest /= n)
            {
                means[code] += values[rest % n] / n;
            }
        }

        // BCa by the textbook (Efron and Tibshirani, 14.3), with the acceleration from leaving out one value at a time.
        Array.Sort(means);
        var leftOut = values.Select(value => (values.Sum() - value) / (n - 1)).ToArray();
        var centre = leftOut.Average();
        var acceleration = leftOut.Sum(value => Math.Pow(centre - value, 3)) / (6 * Math.Pow(leftOut.Sum(value => Math.Pow(centre - value, 2)), 1.5));
        var bias = Normal.InvCDF(0, 1, means.Count(mean => mean < values.Average()) / (double)count);
        double End(double z) => means[(int)(Normal.CDF(0, 1, bias + ((bias + z) / (1 - (acceleration * (bias + z))))) * count)];

        var interval = BootstrapInterval.OfMean(values, new BootstrapOptions { Resamples = 200_000 });
        Assert.Equal(End(-1.959964), interval.Low, 0.02);
        Assert.Equal(End(1.959964), interval.High, 0.04);

        // The plain percentile interval is elsewhere, so this test tells the two apart.
        Assert.True(interval.High > means[(int)(0.975 * count)] + 0.1);
    }

    [Fact]
    public void The_interval_moves_and_scales_with_its_values_and_is_the_same_again()
    {
        double[] values = [1, 2, 4, 3, 9, 2.5, 3.14159, 7.77, 0.123, 5.0071];
        var interval = BootstrapInterval.OfMean(values);
        var moved = BootstrapInterval.OfMean([.. values.Select(value => (2 * value) + 10)]);
        Assert.Equal(interval, BootstrapInterval.OfMean(values));
        Assert.Equal((2 * interval.Low) + 10, moved.Low, 6);
        Assert.Equal((2 * interval.High) + 10, moved.High, 6);
        Assert.NotEqual(interval, BootstrapInterval.OfMean(values, new BootstrapOptions { StreamName = "another" }));
        var narrow = BootstrapInterval.OfMean(values, new BootstrapOptions { Confidence = 0.5 });
        Assert.True(narrow.Low > interval.Low && narrow.High < interval.High);
    }

    [Fact]
    public void Equal_values_give_a_point_and_bad_input_is_told()
    {
        var point = BootstrapInterval.OfMean([0.1, 0.1, 0.1]);
        Assert.Equal(0.1, point.Low, 12);
        Assert.Equal(0.1, point.High, 12);
        Assert.Contains("at least 2", Assert.Throws<ArgumentException>(() => BootstrapInterval.OfMean([1])).Message, StringComparison.Ordinal);
        Assert.Contains("NaN", Assert.Throws<ArgumentException>(() => BootstrapInterval.OfMean([1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("Confidence is 95", Assert.Throws<ArgumentException>(() => BootstrapInterval.OfMean([1, 2], new BootstrapOptions { Confidence = 95 })).Message, StringComparison.Ordinal);
    }
}
