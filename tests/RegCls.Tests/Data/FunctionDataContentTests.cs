using System.Runtime.InteropServices;
using System.Security.Cryptography;
using RegCls.Data;
using Xunit;

namespace RegCls.Tests.Data;

public class FunctionDataContentTests
{
    private static readonly Scenario[] Scenarios = [Scenario.Clean, Scenario.Noisy(), Scenario.OutOfDistribution];

    [Theory]
    [InlineData(SamplingVariant.AsReleased)]
    [InlineData(SamplingVariant.AsWritten)]
    public void Validation_and_test_are_the_uniform_ones_bit_for_bit_whatever_the_training_sampling(SamplingVariant variant)
    {
        foreach (var scenario in Scenarios)
        {
            var uniform = Generate(scenario, Sampling.Uniform, variant: variant);
            foreach (var sampling in (Sampling[])[Sampling.Mild, Sampling.Severe])
            {
                var data = Generate(scenario, sampling, variant: variant);
                Assert.Equal(uniform.Test.Inputs, data.Test.Inputs);
                Assert.Equal(uniform.Test.Targets, data.Test.Targets);
                Assert.Equal(uniform.Validation.Inputs, data.Validation.Inputs);
                Assert.Equal(uniform.Validation.Targets, data.Validation.Targets);
                Assert.NotEqual(uniform.Train.Inputs, data.Train.Inputs);
            }
        }
    }

    [Fact]
    public void Targets_are_the_function_of_their_inputs_plus_noise_of_the_stated_spread()
    {
        foreach (var scenario in Scenarios)
        {
            var data = Generate(scenario, Sampling.Moderate);
            foreach (var set in (SampleSet[])[data.Train, data.Validation, data.Test])
            {
                var residuals = set.Inputs.Select((x, i) => set.Targets[i] - data.Function.Evaluate(x)).ToArray();
                var spread = Math.Sqrt(residuals.Average(residual => residual * residual));
                Assert.InRange(spread, scenario.NoiseStandardDeviation * 0.98, scenario.NoiseStandardDeviation * 1.02);
                Assert.All(set.Inputs, x => Assert.InRange(x, -1, 1));
            }
        }
    }

    [Theory]
    [InlineData(SamplingVariant.AsReleased, 49, 69)]
    [InlineData(SamplingVariant.AsWritten, 15, 25)]
    public void Uniform_targets_fill_every_bin_of_the_range_alike(SamplingVariant variant, int least, int most)
    {
        // All three released sets together hold 59 a bin; a set as written 19 or 20. Sixteenth-range bins absorb the edges' jitter.
        var data = Generate(Scenario.Clean, Sampling.Uniform, variant: variant);
        double[] y = variant == SamplingVariant.AsReleased
            ? [.. data.Train.Targets, .. data.Validation.Targets, .. data.Test.Targets]
            : data.Train.Targets;
        var (low, high) = (y.Min(), y.Max());
        var counts = new int[64];
        foreach (var target in y)
        {
            counts[Math.Min(63, (int)((target - low) / (high - low) * 64))]++;
        }

        Assert.All(counts, count => Assert.InRange(count / 16.0, least, most));
    }

    [Fact]
    public void As_released_some_test_points_are_also_training_points_and_fewer_the_more_imbalanced_the_training_set()
    {
        // Shares measured on released data: uniform 20 to 37 %, mild 20 to 42, moderate 14 to 23, severe 8 to 11.
        (Sampling Sampling, double Low, double High)[] expected =
            [(Sampling.Uniform, 0.18, 0.39), (Sampling.Mild, 0.15, 0.44), (Sampling.Moderate, 0.10, 0.25), (Sampling.Severe, 0.05, 0.13)];
        var means = new List<double>();
        foreach (var (sampling, low, high) in expected)
        {
            var leaks = Enumerable.Range(0, 10).Select(function => Leak(Generate(Scenario.Clean, sampling, function))).ToArray();
            Assert.All(leaks, leak => Assert.InRange(leak, low, high));
            means.Add(leaks.Average());
        }

        Assert.True(means[0] > means[2] && means[2] > means[3]);
    }

    [Fact]
    public void As_written_and_out_of_distribution_no_test_point_is_a_training_point()
    {
        foreach (var sampling in Enum.GetValues<Sampling>())
        {
            Assert.All(Scenarios, scenario => Assert.Equal(0, Leak(Generate(scenario, sampling, variant: SamplingVariant.AsWritten))));
            Assert.Equal(0, Leak(Generate(Scenario.OutOfDistribution, sampling)));
        }
    }

    [Fact]
    public void Everything_in_the_name_of_a_set_changes_it_and_the_same_name_gives_it_again()
    {
        FunctionDataSet[] sets =
        [
            Generate(Scenario.Clean, Sampling.Mild),
            Generate(Scenario.Clean, Sampling.Mild, seed: 9845),
            Generate(Scenario.Clean, Sampling.Mild, function: 5),
            Generate(Scenario.Clean, Sampling.Moderate),
            Generate(Scenario.Clean, Sampling.Mild, variant: SamplingVariant.AsWritten),
        ];
        Assert.Equal(sets.Length, sets.Select(set => Hash(set.Train.Inputs)).Distinct().Count());
        Assert.Equal(Hash(sets[0].Train.Targets), Hash(Generate(Scenario.Clean, Sampling.Mild).Train.Targets));
    }

    [Fact]
    public void The_peak_is_the_same_for_all_imbalanced_samplings_and_lies_within_the_targets()
    {
        foreach (var scenario in Scenarios)
        {
            var peaks = Enum.GetValues<Sampling>().Skip(1).Select(sampling => Generate(scenario, sampling).Peak!.Value).Distinct();
            Assert.InRange(Assert.Single(peaks), -1.5, 1.5);
        }
    }

    [Fact]
    public void The_uniform_inputs_of_one_set_are_pinned()
    {
        // If this hash moves, every recorded result of the study has other data. Inputs are IEEE arithmetic; a system's sine
        // only decides which bin a target falls into.
        var data = Generate(Scenario.Clean, Sampling.Uniform);
        Assert.Equal("2AF1FB4A61EE1F2E", Hash(data.Train.Inputs));
    }

    private static double Leak(FunctionDataSet data)
    {
        var train = new HashSet<double>(data.Train.Inputs);
        return data.Test.Inputs.Count(train.Contains) / (double)data.Test.Count;
    }

    private static string Hash(double[] values) =>
        Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<double>(values)))[..16];

    private static FunctionDataSet Generate(
        Scenario scenario, Sampling sampling, int function = 2, int seed = 2732, SamplingVariant variant = SamplingVariant.AsReleased) =>
        FunctionDataGenerator.Generate(SumOfSines.Published[function], function, scenario, sampling, seed, variant);
}
