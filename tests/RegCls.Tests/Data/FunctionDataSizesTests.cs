using RegCls.Data;
using Xunit;

namespace RegCls.Tests.Data;

/// <summary>Sizes and shares of the study's sets, against numbers measured on the authors' released data.</summary>
public class FunctionDataSizesTests
{
    public static TheoryData<int, int> Sets => new() { { 0, 2732 }, { 3, 9845 }, { 6, 3264 }, { 9, 4859 } };

    [Theory]
    [MemberData(nameof(Sets))]
    public void Clean_uniform_sets_have_the_released_sizes(int function, int seed)
    {
        var data = Generate(function, Scenario.Clean, Sampling.Uniform, seed);
        Assert.Equal((20_138, 20_139, 20_139), (data.Train.Count, data.Validation.Count, data.Test.Count));
        Assert.Null(data.Peak);
        Assert.Null(data.PeakShare);
        Assert.Null(data.Intervals);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Noisy_uniform_sets_miss_their_empty_tail_bins(int function, int seed)
    {
        // Released sets have 18,860 to 19,726 samples; the extremes of 100,000 noises vary from draw to draw.
        var data = Generate(function, Scenario.Noisy(), Sampling.Uniform, seed);
        Assert.InRange(data.Train.Count, 18_300, 20_000);
        Assert.InRange(data.Test.Count - data.Train.Count, 0, 1);
        Assert.Equal(0, (data.Train.Count + data.Validation.Count + data.Test.Count) % 59);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Clean_imbalanced_sets_have_the_released_size_and_peak_share(int function, int seed)
    {
        var data = Generate(function, Scenario.Clean, Sampling.Severe, seed);
        Assert.Equal(21_705, data.Train.Count);
        Assert.Equal(58_971.0 / 65_115, data.PeakShare!.Value, 12);

        // Counted in the targets: besides the peak's own draws, the background leaves its 6 % width there (half of it at an edge).
        Assert.InRange(ShareWithin(data, data.Peak!.Value, 0.03), 0.900, 0.918);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Out_of_distribution_sets_have_the_released_sizes(int function, int seed)
    {
        var uniform = Generate(function, Scenario.OutOfDistribution, Sampling.Uniform, seed);
        Assert.Equal((21_504, 21_504, 21_504), (uniform.Train.Count, uniform.Validation.Count, uniform.Test.Count));

        var severe = Generate(function, Scenario.OutOfDistribution, Sampling.Severe, seed);
        Assert.InRange(severe.Train.Count, 22_000, 25_119);
        Assert.InRange(severe.PeakShare!.Value, 0.72, 0.76);
    }

    [Fact]
    public void Out_of_distribution_sets_usually_have_one_of_the_three_sizes_that_follow_from_the_number_of_intervals_with_the_peak()
    {
        var sizes = Enumerable.Range(0, 10)
            .Select(function => Generate(function, Scenario.OutOfDistribution, Sampling.Severe, 2732).Train.Count)
            .ToArray();
        Assert.InRange(sizes.Count(size => size is 23_067 or 24_094 or 25_119), 7, 10);
    }

    [Theory]
    [InlineData(Sampling.Mild)]
    [InlineData(Sampling.Moderate)]
    [InlineData(Sampling.Severe)]
    public void As_written_exactly_three_quarters_lie_in_the_peak(Sampling sampling)
    {
        foreach (var scenario in (Scenario[])[Scenario.Clean, Scenario.OutOfDistribution])
        {
            var data = Generate(1, scenario, sampling, 9845, SamplingVariant.AsWritten);
            Assert.Equal(20_000, data.Train.Count);
            Assert.Equal(0.75, data.PeakShare);

            // The released half-width is that of the pool's range, which the drawn extremes nearly reach.
            Assert.InRange(ShareWithin(data, data.Peak!.Value, sampling.RangeRatio()), 0.745, 0.755);
        }
    }

    private static double ShareWithin(FunctionDataSet data, double peak, double ratio)
    {
        var y = data.Train.Targets;
        var halfWidth = ratio * (y.Max() - y.Min());
        return y.Count(target => Math.Abs(target - peak) <= halfWidth) / (double)y.Length;
    }

    private static FunctionDataSet Generate(int function, Scenario scenario, Sampling sampling, int seed, SamplingVariant variant = SamplingVariant.AsReleased) =>
        FunctionDataGenerator.Generate(SumOfSines.Published[function], function, scenario, sampling, seed, variant);
}
