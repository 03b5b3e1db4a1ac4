using CsCheck;
using RegCls.Evaluation;

namespace RegCls.Tests.Evaluation;

public class BinnedErrorTests
{
    [Fact]
    public void Errors_are_those_of_the_samples_of_each_bin()
        => Gen.Select(Gen.Double[-5, 130], Gen.Double[-5, 130]).Array[0, 60].Sample(samples =>
        {
            double[] predictions = [.. samples.Select(sample => sample.Item1)], targets = [.. samples.Select(sample => sample.Item2)];
            IReadOnlyList<BinnedError> bins = BinnedError.Of(predictions, targets, 10, 12);
            for (int bin = 0; bin < 12; bin++)
            {
                double low = bin == 0 ? double.NegativeInfinity : 10 * bin, high = bin == 11 ? double.PositiveInfinity : 10 * bin + 10;
                (double, double)[] inside = [.. samples.Where(sample => sample.Item2 >= low && sample.Item2 < high)];
                Assert.Equal(inside.Length == 0, bins[bin].Mae is null);
                if (inside.Length > 0)
                {
                    Assert.Equal(inside.Average(sample => Math.Abs(sample.Item1 - sample.Item2)), bins[bin].Mae!.Value, 1e-9);
                    Assert.Equal(inside.Average(sample => sample.Item1 - sample.Item2), bins[bin].Bias!.Value, 1e-9);
                }
            }
        });

    [Fact]
    public void What_cannot_be_binned_is_said()
    {
        Assert.Contains("1 predictions for 2 targets", Assert.Throws<ArgumentException>(() => BinnedError.Of([1], [1, 2], 10, 12)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => BinnedError.Of([1], [1], 0, 12));
    }
}
