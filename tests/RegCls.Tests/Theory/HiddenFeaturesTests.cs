using CsCheck;
using MathNet.Numerics.Statistics;
using RegCls.Data;
using RegCls.Theory;

namespace RegCls.Tests.Theory;

public class HiddenFeaturesTests
{
    [Fact]
    public void Units_that_say_the_same_have_rank_one_and_a_dead_one_does_not_count()
    {
        // Second unit: -3 times the first plus 1. Third: always 0.
        HiddenFeatures features = HiddenFeatures.Of([1, -2, 0, 2, -5, 0, 4, -11, 0], 3);
        Assert.Equal(2, features.ActiveUnits);
        Assert.Equal(1, features.MeanAbsoluteCorrelation, 1e-12);
        Assert.Equal(1, features.EffectiveRank, 1e-9);
    }

    [Fact]
    public void Units_without_correlation_have_full_rank()
    {
        HiddenFeatures features = HiddenFeatures.Of([1, 1, 1, -1, -1, 1, -1, -1], 2);
        Assert.Equal(0, features.MeanAbsoluteCorrelation, 1e-12);
        Assert.Equal(2, features.EffectiveRank, 1e-12);
    }

    [Fact]
    public void Two_units_with_correlation_r_have_the_rank_of_eigenvalues_one_plus_and_minus_r()
    {
        // Columns (1, 1, -1, -1) and (1, 0, 0, -1): r = 1 / √2.
        double r = Math.Sqrt(0.5), p = (1 + r) / 2, q = (1 - r) / 2;
        HiddenFeatures features = HiddenFeatures.Of([1, 1, 1, 0, -1, 0, -1, -1], 2);
        Assert.Equal(r, features.MeanAbsoluteCorrelation, 1e-12);
        Assert.Equal(Math.Exp(-p * Math.Log(p) - q * Math.Log(q)), features.EffectiveRank, 1e-9);
    }

    [Fact]
    public void Pairs_are_correlated_as_by_the_book_whatever_the_scale_of_a_unit() =>
        Gen.Int[0, 1_000_000].Select(Gen.Int[2, 6], Gen.Int[10, 40]).Sample(
            (seed, width, count) =>
            {
                RandomStream stream = RandomStream.Named("features", seed);
                double[] features = [.. Enumerable.Range(0, count * width).Select(_ => Math.Max(stream.NextGaussian() + 0.5, 0))];
                double[][] units = [.. Enumerable.Range(0, width).Select(unit => Enumerable.Range(0, count).Select(row => features[row * width + unit]).ToArray())];
                double[][] active = [.. units.Where(unit => unit.Distinct().Count() > 1)];
                HiddenFeatures measured = HiddenFeatures.Of(features, width);
                double expected = (from i in Enumerable.Range(0, active.Length) from j in Enumerable.Range(0, active.Length) where i != j select Math.Abs(Correlation.Pearson(active[i], active[j]))).Average();
                Assert.Equal(expected, measured.MeanAbsoluteCorrelation, 1e-9);

                HiddenFeatures scaled = HiddenFeatures.Of([.. features.Select((value, i) => value * Math.Pow(10, i % width - 3))], width);
                Assert.Equal(measured.EffectiveRank, scaled.EffectiveRank, 1e-6);
                Assert.InRange(measured.EffectiveRank, 1, measured.ActiveUnits + 1e-9);
            },
            iter: 100);

    [Fact]
    public void Features_that_cannot_be_measured_are_refused_or_have_no_number()
    {
        Assert.Contains("got 5 numbers", Assert.Throws<ArgumentException>(() => HiddenFeatures.Of([1, 2, 3, 4, 5], 2)).Message);
        Assert.Contains("did the training diverge", Assert.Throws<ArgumentException>(() => HiddenFeatures.Of([1, 2, double.NaN, 4], 2)).Message);
        Assert.Equal(0, HiddenFeatures.Of([0, 0, 0, 0], 2).ActiveUnits);
        Assert.True(double.IsNaN(HiddenFeatures.Of([0, 1, 0, 2], 2).MeanAbsoluteCorrelation));
    }
}
