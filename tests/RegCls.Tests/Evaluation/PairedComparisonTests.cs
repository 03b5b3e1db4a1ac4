using RegCls.Evaluation;
using Xunit;

namespace RegCls.Tests.Evaluation;

public class PairedComparisonTests
{
    private static readonly PairedObservation[] Pairs =
    [
        new(0, 1, 1.0, 2.0), new(0, 2, 3.0, 2.0),
        new(1, 1, 1.0, 4.0), new(1, 2, 2.0, 6.0), new(1, 3, 3.0, 8.0),
        new(7, 1, 5.0, 4.0),
    ];

    [Fact]
    public void Functions_are_the_units_whatever_their_number_of_seeds()
    {
        // Function means of the differences: 0, -4, 1. Runs lower: 4 of 6. Functions lower: 1 of 3.
        var result = PairedComparison.Compare(Pairs);
        Assert.Equal(-1, result.MeanDifference, 12);
        Assert.Equal(4.0 / 6, result.ShareOfRunsLower, 12);
        Assert.Equal(1.0 / 3, result.ShareOfFunctionsLower, 12);
        Assert.Equal((3, 6), (result.Functions, result.Runs));
        Assert.Equal(BootstrapInterval.OfMean([0, -4, 1]), result.Interval);
        Assert.Equal(WilcoxonSignedRank.Test([0, -4, 1]), result.Wilcoxon);
        Assert.False(result.ExcludesZero);
    }

    [Fact]
    public void The_noise_floor_is_the_spread_over_seeds_within_functions()
    {
        // First: squares 2 + 2 with 1 + 2 degrees of freedom; second: 0 + 8.
        var result = PairedComparison.Compare(Pairs);
        Assert.Equal(Math.Sqrt(4.0 / 3), result.NoiseFloorFirst!.Value, 12);
        Assert.Equal(Math.Sqrt(8.0 / 3), result.NoiseFloorSecond!.Value, 12);
        Assert.Null(PairedComparison.Compare([new(0, 0, 1, 2), new(1, 0, 1, 3)]).NoiseFloorFirst);
    }

    [Fact]
    public void The_order_of_runs_does_not_matter_and_swapped_arms_swap_the_sign()
    {
        var result = PairedComparison.Compare(Pairs);
        Assert.Equal(result, PairedComparison.Compare(Pairs.Reverse()));
        var swapped = PairedComparison.Compare(Pairs.Select(pair => new PairedObservation(pair.Function, pair.Seed, pair.Second, pair.First)));
        Assert.Equal(-result.MeanDifference, swapped.MeanDifference, 12);
        Assert.Equal(result.Wilcoxon.PValue, swapped.Wilcoxon.PValue, 12);
    }

    [Fact]
    public void A_clear_difference_excludes_zero()
    {
        var result = PairedComparison.Compare(Enumerable.Range(0, 10).Select(f => new PairedObservation(f, 0, 1 + (0.01 * f), 2)));
        Assert.True(result.ExcludesZero);
        Assert.Equal(2.0 / 1024, result.Wilcoxon.PValue, 12);
    }

    [Fact]
    public void The_mean_interval_of_one_arm_averages_seeds_within_functions()
    {
        var arm = MeanInterval.OverFunctions(Pairs.Select(pair => new ArmObservation(pair.Function, pair.Seed, pair.First)));
        Assert.Equal(3, arm.Mean, 12);
        Assert.Equal((3, 6), (arm.Functions, arm.Runs));
        Assert.Equal(BootstrapInterval.OfMean([2, 2, 5]), new BootstrapInterval(arm.Low, arm.High));
    }

    [Fact]
    public void Bad_input_is_told_in_one_sentence()
    {
        Assert.Contains("got no observations", Message(), StringComparison.Ordinal);
        Assert.Contains("are of function 3", Message(new(3, 0, 1, 1), new(3, 1, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("function 4 with seed 1 has the value NaN", Message(new(3, 0, 1, 1), new(4, 1, double.NaN, 1)), StringComparison.Ordinal);
        Assert.Contains("function 3 with seed 0 has the value NaN", Message(new(3, 0, 1, double.NaN), new(4, 1, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("came twice", Message(new(3, 0, 1, 1), new(3, 0, 2, 1)), StringComparison.Ordinal);
    }

    private static string Message(params PairedObservation[] pairs) =>
        Assert.Throws<ArgumentException>(() => PairedComparison.Compare(pairs)).Message;
}
