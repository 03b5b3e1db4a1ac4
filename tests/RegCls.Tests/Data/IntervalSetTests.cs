using RegCls.Data;
using Xunit;

namespace RegCls.Tests.Data;

public class IntervalSetTests
{
    [Theory]
    [InlineData(SamplingVariant.AsReleased)]
    [InlineData(SamplingVariant.AsWritten)]
    public void Intervals_of_one_set_are_disjoint_and_neighbours_overlap_only_at_right_ends(SamplingVariant variant)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var set = IntervalSet.Create(variant, RandomStream.Named("intervals", seed));
            foreach (var own in (IReadOnlyList<Interval>[])[set.Train, set.Validation, set.Test])
            {
                Assert.Equal(3, own.Count);
                Assert.True(own[0].High < own[1].Low && own[1].High < own[2].Low);
            }

            var all = Tiled(set);
            Assert.Equal(-1, all[0].Low);
            Assert.Equal(1, all[^1].High);
            for (var i = 0; i < 8; i++)
            {
                // Left ends tile; only the right end reaches into the next interval.
                Assert.Equal(-1 + ((i + 1) * 2.0 / 9), all[i + 1].Low, 12);
                Assert.True(all[i].High >= all[i + 1].Low - 1e-12);
            }
        }
    }

    [Fact]
    public void As_written_the_overlap_is_exactly_a_quarter_of_the_width()
    {
        var all = Tiled(IntervalSet.Create(SamplingVariant.AsWritten, RandomStream.Named("not used")));
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(1.0 / 18, all[i].High - all[i + 1].Low, 12);
        }
    }

    [Fact]
    public void As_released_the_overlap_is_a_fifth_of_the_width_on_average()
    {
        // The mean of |N(0, s²)| is s √(2/π) ≈ 0.8 s, with s = 1/18.
        var overlaps = Enumerable.Range(0, 2000)
            .SelectMany(seed => Tiled(IntervalSet.Create(SamplingVariant.AsReleased, RandomStream.Named("mean", seed))).Take(7))
            .Select((interval, i) => interval.High - (-1 + (((i % 7) + 1) * 2.0 / 9)));
        Assert.Equal(Math.Sqrt(2 / Math.PI) / 18, overlaps.Average(), 0.001);
    }

    [Theory]
    [InlineData(SamplingVariant.AsReleased)]
    [InlineData(SamplingVariant.AsWritten)]
    public void Every_sample_lies_in_an_interval_of_its_set_and_every_interval_has_samples(SamplingVariant variant)
    {
        foreach (var sampling in Enum.GetValues<Sampling>())
        {
            var data = FunctionDataGenerator.Generate(SumOfSines.Published[4], 4, Scenario.OutOfDistribution, sampling, 9225, variant);
            (SampleSet, IReadOnlyList<Interval>)[] sets =
                [(data.Train, data.Intervals!.Train), (data.Validation, data.Intervals.Validation), (data.Test, data.Intervals.Test)];
            foreach (var (set, intervals) in sets)
            {
                Assert.All(set.Inputs, x => Assert.Contains(intervals, interval => interval.Contains(x)));
                Assert.All(intervals, interval => Assert.Contains(set.Inputs, interval.Contains));
            }
        }
    }

    private static Interval[] Tiled(IntervalSet set) =>
        [.. Enumerable.Range(0, 9).Select(i => (i % 3) switch { 0 => set.Train[i / 3], 1 => set.Validation[i / 3], _ => set.Test[i / 3] })];
}
