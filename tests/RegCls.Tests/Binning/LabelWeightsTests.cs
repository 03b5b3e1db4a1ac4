using CsCheck;
using RegCls.Binning;
using RegCls.Data.Labels;

namespace RegCls.Tests.Binning;

public class LabelWeightsTests
{
    private static readonly Gen<LabelCounts> Counts =
        Gen.Select(Gen.Int[-3, 90], Gen.Int[0, 3000].Array[1, 40]).Where((_, counts) => counts.Any(count => count > 0)).Select(LabelCountsOf);

    private static LabelCounts LabelCountsOf(int first, int[] counts) => LabelCounts.FromCounts(first, counts);

    [Fact]
    public void Weights_have_mean_1_over_the_training_samples()
    {
        Gen.Select(Counts, Gen.Enum<Reweighting>(), Gen.Bool).Sample((counts, reweighting, smoothed) =>
        {
            LabelWeights weights = LabelWeights.Of(counts, reweighting, smoothed ? SmoothingKernel.Gaussian() : null);
            double[] labels = [.. counts.ToLabels()];
            Assert.Equal(1, labels.Average(weights.At), 1e-9);
        });
    }

    [Fact]
    public void Without_smoothing_weights_are_inverse_to_the_count_the_clipped_count_or_its_root()
    {
        LabelCounts counts = LabelCounts.FromCounts(20, [1, 0, 100, 4000]);
        IReadOnlyList<double> inverse = LabelWeights.Of(counts, Reweighting.Inverse).Weights, root = LabelWeights.Of(counts, Reweighting.SquareRootInverse).Weights;
        Assert.Equal(100 / 5.0, inverse[0] / inverse[2], 1e-12);
        Assert.Equal(1000 / 100.0, inverse[2] / inverse[3], 1e-12);
        Assert.Equal(Math.Sqrt(40), root[2] / root[3], 1e-12);
        Assert.Equal((0, 0), (inverse[1], root[1]));
        Assert.Equal([1, 1, 1], new double[] { 20, 22, 23 }.Select(LabelWeights.Of(counts, Reweighting.None).At));
    }

    [Fact]
    public void Label_distribution_smoothing_is_a_convolution_with_a_gaussian_of_maximum_1()
    {
        // Ten lines of brute force: every pair of bins, with the Gaussian written out; beyond the ends there is nothing.
        Gen.Select(Counts, Gen.Double[0.5, 4]).Sample((counts, sigma) =>
        {
            LabelWeights weights = LabelWeights.Of(counts, Reweighting.SquareRootInverse, SmoothingKernel.Gaussian(5, sigma));
            for (int bin = counts.First; bin <= counts.Last; bin++)
            {
                double smoothed = 0;
                for (int other = bin - 2; other <= bin + 2; other++)
                {
                    smoothed += Math.Exp(-(other - bin) * (other - bin) / (2 * sigma * sigma)) * Math.Sqrt(counts.InBin(other));
                }

                Assert.Equal(smoothed, weights.Density[bin - counts.First], 1e-9 * Math.Max(1, smoothed));
            }
        });
    }

    [Fact]
    public void The_released_kernel_is_an_impulse_filtered_between_reflecting_ends()
    {
        // Brute force: the impulse and its mirror images, which lie at 2 + 10 n and -3 + 10 n for five bins; the filter reaches over 8.
        double[] filtered = [.. Enumerable.Range(0, 5).Select(bin => Enumerable.Range(-2, 5).SelectMany(n => new[] { 2 + 10 * n, -3 + 10 * n })
            .Select(image => Math.Abs(image - bin)).Where(distance => distance <= 8).Sum(distance => Math.Exp(-distance * distance / 8.0)))];
        double[] weights = SmoothingKernel.ReflectedGaussian().Weights.ToArray();
        Assert.All(weights.Zip(filtered), pair => Assert.Equal(pair.Second / filtered[2], pair.First, 1e-12));
        Assert.Equal([0.858, 0.946, 1, 0.946, 0.858], weights.Select(weight => Math.Round(weight, 3)));
        Assert.Equal([0.607, 0.882, 1, 0.882, 0.607], SmoothingKernel.Gaussian().Weights.ToArray().Select(weight => Math.Round(weight, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmoothingKernel.ReflectedGaussian(4));
    }

    [Fact]
    public void A_rare_label_between_frequent_ones_is_weighted_less_after_smoothing()
    {
        LabelCounts counts = LabelCounts.FromCounts(0, [400, 400, 1, 400, 400]);
        double raw = LabelWeights.Of(counts, Reweighting.SquareRootInverse).At(2), smoothed = LabelWeights.Of(counts, Reweighting.SquareRootInverse, SmoothingKernel.Gaussian()).At(2);
        Assert.True(raw > 10 && smoothed < 2, $"raw {raw}, smoothed {smoothed}");
    }

    [Theory]
    [InlineData(SmoothingEdge.Zero, new double[] { 3, 6, 5 })]
    [InlineData(SmoothingEdge.Reflect, new double[] { 4, 6, 8 })]
    [InlineData(SmoothingEdge.Mirror, new double[] { 5, 6, 7 })]
    public void Edges_are_empty_reflected_or_mirrored(SmoothingEdge edge, double[] expected)
    {
        // A σ so wide that all three weights are 1.
        double[] smoothed = SmoothingKernel.Gaussian(3, 1e9).Convolve([1, 2, 3], edge);
        Assert.Equal(expected, smoothed.Select(value => Math.Round(value, 9)));
        Assert.Equal(3, SmoothingKernel.Gaussian(7, 1e9).Convolve([3], edge)[0] / (edge == SmoothingEdge.Zero ? 1 : 7), 1e-9);
    }

    [Fact]
    public void A_kernel_of_sum_1_leaves_what_is_the_same_everywhere()
        => Assert.All(SmoothingKernel.Gaussian(9, 1.3).Normalised().Convolve([4, 4, 4, 4], SmoothingEdge.Mirror), value => Assert.Equal(4, value, 1e-12));

    [Fact]
    public void Bins_of_any_width_have_weights_and_one_sample_bins_too()
    {
        LabelCounts counts = LabelCounts.Of([0.1, 0.12, 0.31], new LabelGrid(0.1));
        LabelWeights weights = LabelWeights.Of(counts, Reweighting.SquareRootInverse, SmoothingKernel.Gaussian());
        Assert.True(weights.At(0.31) > weights.At(0.1) && double.IsFinite(weights.At(0.31)));
        Assert.Contains("No training sample has a label in the bin of 0.25", Assert.Throws<ArgumentException>(() => weights.At(0.25)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LabelWeights.Of(LabelCounts.FromCounts(0, [0, 0]), Reweighting.Inverse));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmoothingKernel.Gaussian(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmoothingKernel.Gaussian(5, 0));
    }

    [Fact]
    public void A_class_stands_for_its_mean_training_target_or_its_middle()
    {
        ClassRanges ranges = ClassRanges.Uniform(0, 100, 4, BelowRange.Ignore);
        Assert.Equal([10, 37.5, 62.5, 90], ClassValues.Of(ranges, [-5, 0, 20, 80, 100]));
        TrainingClasses classes = TrainingClasses.FromRanges(ranges, [-5, 0, 20, 80, 100, 130], ClassDefinition.Uniform);
        Assert.Equal([2, 0, 0, 3], classes.Counts);
    }
}
