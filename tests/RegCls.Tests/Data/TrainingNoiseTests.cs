using RegCls.Data;

namespace RegCls.Tests.Data;

public class TrainingNoiseTests
{
    private static readonly SampleSet Line = new([.. Enumerable.Range(0, 20_000).Select(i => i / 20_000.0)], [.. Enumerable.Range(0, 20_000).Select(i => i / 19_999.0)]);

    [Fact]
    public void Heavy_tails_have_the_quartiles_of_students_t_with_two_degrees()
    {
        // The quartile of t₂ is 0.8165, its 99 % quantile 6.965.
        double[] errors = [.. Errors(TrainingNoise.HeavyTails).Select(error => error / 0.1).Order()];
        Assert.Equal(0.8165, errors[15_000], 0.04);
        Assert.Equal(-0.8165, errors[5_000], 0.04);
        Assert.InRange(errors[19_800], 6, 8);
    }

    [Fact]
    public void One_target_in_twenty_is_an_outlier_anywhere_in_the_range()
    {
        double[] moved = [.. Errors(TrainingNoise.Outliers).Where(error => error != 0)];
        Assert.InRange(moved.Length, 900, 1100);
        // The difference of two uniform numbers has a mean size of 1/3.
        Assert.Equal(1.0 / 3, moved.Average(Math.Abs), 0.03);
    }

    [Fact]
    public void Heaps_stand_on_tenths_and_twentieths()
    {
        double[] targets = TrainingNoise.Heaped.Apply(Line, Stream()).Targets;
        int tenths = targets.Count(y => IsMultiple(y, 0.1)), twentieths = targets.Count(y => IsMultiple(y, 0.05) && !IsMultiple(y, 0.1));
        Assert.InRange(tenths, 0.53 * 20_000, 0.57 * 20_000);
        Assert.InRange(twentieths, 0.13 * 20_000, 0.17 * 20_000);
        Assert.All(Errors(TrainingNoise.Heaped), error => Assert.InRange(Math.Abs(error), 0, 0.05 + 1e-9));

        static bool IsMultiple(double y, double step) => Math.Abs(y / step - Math.Round(y / step)) < 1e-9;
    }

    [Fact]
    public void Every_second_range_is_noisy()
    {
        double[] errors = Errors(TrainingNoise.ByClass);
        for (int range = 0; range < 16; range++)
        {
            double[] own = errors[(1250 * range + 1)..(1250 * (range + 1) - 1)];
            Assert.Equal(range % 2 == 0 ? 0.3 : 0, Math.Sqrt(own.Average(error => error * error)), 0.03);
        }
    }

    [Fact]
    public void A_smaller_part_is_a_part_of_a_larger_one_and_no_sample_is_there_twice()
    {
        SampleSet small = Line.Subset(100, Stream()), large = Line.Subset(1000, Stream());
        Assert.Equal(small.Targets, large.Targets[..100]);
        Assert.Equal(1000, large.Inputs.Distinct().Count());
        Assert.All(large.Inputs.Zip(large.Targets), pair => Assert.Equal(pair.First * 20_000 / 19_999, pair.Second, 1e-12));
        Assert.Throws<ArgumentOutOfRangeException>(() => Line.Subset(20_001, Stream()));
    }

    private static RandomStream Stream() => RandomStream.Named("training noise test");

    private static double[] Errors(TrainingNoise noise) => [.. noise.Apply(Line, Stream()).Targets.Zip(Line.Targets, (noisy, clean) => noisy - clean)];
}
