using RegCls.Data;

namespace RegCls.Tests.Data;

public class SamplingVariantTests
{
    [Theory]
    [InlineData(Sampling.Mild)]
    [InlineData(Sampling.Severe)]
    public void Peak75_changes_the_share_of_the_peak_and_nothing_of_validation_and_test(Sampling sampling)
    {
        foreach (Scenario scenario in new[] { Scenario.Clean, Scenario.Noisy(0.1) })
        {
            FunctionDataSet released = Generate(scenario, sampling, SamplingVariant.AsReleased), changed = Generate(scenario, sampling, SamplingVariant.ReleasedPeak75);
            Assert.Equal(0.75, changed.PeakShare!.Value, 1e-12);
            Assert.InRange(released.PeakShare!.Value, 0.90, 0.91);
            Assert.Equal(released.Peak, changed.Peak);
            Assert.InRange(changed.Train.Count, 19_000, 21_000);
            Assert.Equal(released.Test.Inputs, changed.Test.Inputs);
            Assert.Equal(released.Validation.Targets, changed.Validation.Targets);

            // Counted without the generator's own bookkeeping: three quarters around the peak, and what the background has there as well.
            double halfWidth = sampling.RangeRatio() * (2 * 1.5);
            double near = changed.Train.Inputs.Count(x => Math.Abs(changed.Function.Evaluate(x) - changed.Peak!.Value) <= halfWidth) / (double)changed.Train.Count;
            Assert.InRange(near, 0.72, 0.95);
        }
    }

    [Fact]
    public void Separate_pools_keep_the_training_set_and_share_no_input_with_it()
    {
        foreach (Sampling sampling in new[] { Sampling.Uniform, Sampling.Severe })
        {
            FunctionDataSet released = Generate(Scenario.Clean, sampling, SamplingVariant.AsReleased), changed = Generate(Scenario.Clean, sampling, SamplingVariant.ReleasedSeparatePools);
            Assert.Equal(released.Train.Inputs, changed.Train.Inputs);
            HashSet<double> train = [.. changed.Train.Inputs];
            Assert.DoesNotContain(changed.Test.Inputs, train.Contains);
            Assert.DoesNotContain(changed.Validation.Inputs, train.Contains);
            Assert.Empty(changed.Test.Inputs.Intersect(changed.Validation.Inputs));
            Assert.Contains(released.Test.Inputs, train.Contains);
            Assert.InRange(changed.Test.Count, 0.98 * released.Test.Count, 1.02 * released.Test.Count);
        }
    }

    [Theory]
    [InlineData(SamplingVariant.ReleasedPeak75)]
    [InlineData(SamplingVariant.ReleasedSeparatePools)]
    public void Variants_of_the_whole_range_are_refused_out_of_distribution(SamplingVariant variant) =>
        Assert.Contains("clean and noisy data only", Assert.Throws<ArgumentException>(() => Generate(Scenario.OutOfDistribution, Sampling.Mild, variant)).Message);

    private static FunctionDataSet Generate(Scenario scenario, Sampling sampling, SamplingVariant variant) =>
        FunctionDataGenerator.Generate(SumOfSines.Published[4], 4, scenario, sampling, 3264, variant);
}
