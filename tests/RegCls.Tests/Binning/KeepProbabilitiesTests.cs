using CsCheck;
using RegCls.Binning;

namespace RegCls.Tests.Binning;

public class KeepProbabilitiesTests
{
    private static readonly Gen<int[]> Counts = Gen.Int[1, 100_000].Array[1, 60];

    [Fact]
    public void Each_is_the_smallest_count_over_its_own()
    {
        Assert.Equal([1, 0.5, 0.25, 1], KeepProbabilities.Of([2, 4, 8, 2]));
        Assert.Equal([1, 1, 1], KeepProbabilities.Of([7, 7, 7]));
    }

    [Fact]
    public void An_empty_class_neither_counts_as_the_smallest_nor_gets_zero() => Assert.Equal([1, 0.2, 1], KeepProbabilities.Of([0, 10, 2]));

    [Fact]
    public void They_are_in_0_to_1_and_the_rarest_class_has_1() => Counts.Sample(counts =>
    {
        double[] keep = KeepProbabilities.Of(counts);
        Assert.Equal(counts.Length, keep.Length);
        Assert.All(keep, probability => Assert.InRange(probability, double.Epsilon, 1));
        Assert.All(Enumerable.Range(0, counts.Length).Where(c => counts[c] == counts.Min()), c => Assert.Equal(1, keep[c]));
    });

    [Fact]
    public void Every_class_is_expected_to_keep_the_same_number_of_samples() => Counts.Sample(counts =>
    {
        double[] keep = KeepProbabilities.Of(counts);
        Assert.All(counts.Zip(keep), pair => Assert.Equal(counts.Min(), pair.First * pair.Second, 1e-9 * counts.Min()));
    });

    [Fact]
    public void Bad_input_is_told_in_one_sentence()
    {
        Assert.Contains("every class is empty", Assert.Throws<ArgumentException>(() => KeepProbabilities.Of([0, 0])).Message, StringComparison.Ordinal);
        Assert.Contains("Class 2 has the count -1", Assert.Throws<ArgumentException>(() => KeepProbabilities.Of([1, 2, -1])).Message, StringComparison.Ordinal);
    }
}
