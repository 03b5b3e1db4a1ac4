using RegCls.Data;
using Xunit;

namespace RegCls.Tests.Data;

public class DataArgumentTests
{
    [Fact]
    public void Bad_arguments_of_the_generator_are_named()
    {
        var function = SumOfSines.Published[0];
        Assert.Contains("constant", Message(() => FunctionDataGenerator.Generate(new SumOfSines(0, 1), 0, Scenario.Clean, Sampling.Mild, 1)), StringComparison.Ordinal);
        Assert.Contains("a = NaN", Message(() => FunctionDataGenerator.Generate(new SumOfSines(double.NaN, 9), 0, Scenario.Clean, Sampling.Mild, 1)), StringComparison.Ordinal);
        Assert.Contains("Sampling", Message(() => FunctionDataGenerator.Generate(function, 0, Scenario.Clean, (Sampling)9, 1)), StringComparison.Ordinal);
        Assert.Contains("functionIndex", Message(() => FunctionDataGenerator.Generate(function, -1, Scenario.Clean, Sampling.Mild, 1)), StringComparison.Ordinal);
        Assert.Contains("Samples is 5000", Message(() => FunctionDataGenerator.Generate(
            function, 0, Scenario.Clean, Sampling.Mild, 1, options: new FunctionDataOptions { Samples = 5000 })), StringComparison.Ordinal);
        Assert.Contains("one target for each input", Message(() => new SampleSet(new double[2], new double[1])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Noise_that_is_no_standard_deviation_is_rejected(double noise) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Scenario.Noisy(noise));

    [Fact]
    public void Smaller_sizes_follow_the_same_rules()
    {
        var options = new FunctionDataOptions { PoolSize = 5000, Bins = 64, Samples = 3000 };
        foreach (var scenario in (Scenario[])[Scenario.Clean, Scenario.Noisy(1), Scenario.OutOfDistribution])
        {
            foreach (var variant in scenario.Kind == ScenarioKind.OutOfDistribution ? [SamplingVariant.AsReleased, SamplingVariant.AsWritten] : Enum.GetValues<SamplingVariant>())
            {
                var data = FunctionDataGenerator.Generate(SumOfSines.Published[1], 1, scenario, Sampling.Severe, 1, variant, options);
                Assert.InRange(data.Train.Count, 700, 1400);
            }
        }
    }

    [Fact]
    public void Uniform_sampling_has_no_range_ratio_and_the_seeds_are_paired()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Sampling.Uniform.RangeRatio());
        Assert.Equal(StudySeeds.Data.Count, StudySeeds.Training.Count);
    }

    private static string Message(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
