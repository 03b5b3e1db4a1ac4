using RegCls.Binning;
using RegCls.Data.Depth;
using RegCls.Data.Labels;

namespace RegCls.Tests.Binning;

/// <summary>LDS on real counts, against numbers computed outside this project: the formula of the paper, and what the released code does (plain Python, written from its description).</summary>
public class ReleasedLabelWeightsTests
{
    private static readonly SmoothingKernel Kernel = SmoothingKernel.ReflectedGaussian();

    [Theory]
    [InlineData(false, 1, 66.315287432632)]
    [InlineData(false, 3, 33.64809490424733)]
    [InlineData(false, 30, 0.4647874966903171)]
    [InlineData(false, 60, 0.7887761119494304)]
    [InlineData(false, 101, 43.94713217583824)]
    [InlineData(true, 1, 34.39698657763037)]
    [InlineData(true, 3, 26.919380799884642)]
    [InlineData(true, 30, 0.4672798176583749)]
    [InlineData(true, 60, 0.7927602540298934)]
    [InlineData(true, 101, 26.919380799884642)]
    public void Inverse_weights_of_AgeDB_are_those_of_paper_and_release(bool released, double age, double expected)
    {
        LabelCounts training = AgeDistributions.AgeDb(Subset.Train);
        LabelWeights weights = released ? LabelWeights.OfAgesAsReleased(training, Reweighting.Inverse, Kernel) : LabelWeights.Of(training, Reweighting.Inverse, Kernel);
        Assert.Equal(expected, weights.At(age), 1e-5);
        Assert.Equal(1, training.ToLabels().Average(weights.At), 1e-9);
    }

    [Fact]
    public void Square_root_weights_are_the_same_in_both()
    {
        LabelCounts training = AgeDistributions.AgeDb(Subset.Train);
        LabelWeights ours = LabelWeights.Of(training, Reweighting.SquareRootInverse, Kernel), released = LabelWeights.OfAgesAsReleased(training, Reweighting.SquareRootInverse, Kernel);
        Assert.All(ours.Weights.Zip(released.Weights), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.Equal([22.00983458, 0.76605381, 18.70881447], new double[] { 1, 30, 101 }.Select(age => Math.Round(released.At(age), 8)));
    }

    [Fact]
    public void The_kernel_of_the_papers_text_gives_other_weights()
    {
        LabelCounts training = AgeDistributions.AgeDb(Subset.Train);
        LabelWeights paper = LabelWeights.Of(training, Reweighting.SquareRootInverse, SmoothingKernel.Gaussian());
        Assert.Equal([23.32793424, 0.76737895, 18.08543966], new double[] { 1, 30, 101 }.Select(age => Math.Round(paper.At(age), 8)));
    }

    [Fact]
    public void Ages_above_120_count_to_120()
    {
        LabelWeights weights = LabelWeights.OfAgesAsReleased(LabelCounts.FromCounts(118, [10, 20, 30, 40, 5]), Reweighting.Inverse, Kernel);
        Assert.Equal(weights.At(120), weights.At(122));

        // The three last bins hold 10, 20 and 75 and all others 5; 120 is the end, where nothing is added.
        Assert.Equal(Math.Truncate(0.8582852377730946 * 10 + 0.9458276490853567 * 20 + 75), weights.Density[4]);
    }

    [Theory]
    [InlineData(Reweighting.SquareRootInverse, 0.75, 1.3359278825727856)]
    [InlineData(Reweighting.SquareRootInverse, 0.85, 1.1911381991755254)]
    [InlineData(Reweighting.SquareRootInverse, 5.05, 1.531990202792377)]
    [InlineData(Reweighting.SquareRootInverse, 9.95, 5.286444762911919)]
    [InlineData(Reweighting.Inverse, 0.75, 1.2460958571479448)]
    [InlineData(Reweighting.Inverse, 2.05, 0.30664133121671927)]
    [InlineData(Reweighting.Inverse, 9.95, 18.739369334198493)]
    public void Weights_of_depth_as_released_start_and_reflect_at_bucket_7(Reweighting reweighting, double depth, double expected)
        => Assert.Equal(expected, LabelWeights.OfDepthsAsReleased(DepthDistribution.Nyud2(), reweighting, Kernel).At(depth), 1e-5);

    [Fact]
    public void Here_depth_reflects_at_0_over_empty_buckets_and_clipped_counts_leave_inverse_weights_nearly_flat()
    {
        LabelCounts training = DepthDistribution.Nyud2();
        LabelWeights roots = LabelWeights.Of(training, Reweighting.SquareRootInverse, Kernel, SmoothingEdge.Reflect), inverse = LabelWeights.Of(training, Reweighting.Inverse, Kernel, SmoothingEdge.Reflect);
        Assert.Equal(2.076, roots.At(0.75), 1e-3);
        Assert.Equal((0.99, 1.63), (Math.Round(inverse.Weights.Where(weight => weight > 0).Min(), 2), Math.Round(inverse.Weights.Max(), 2)));
    }

    [Fact]
    public void Depths_nearer_than_the_first_bucket_share_its_weight_and_need_one()
    {
        LabelWeights weights = LabelWeights.OfDepthsAsReleased(LabelCounts.FromCounts(0, [0, 0, 0, 3, 0, 0, 0, 50, 20, 10], DepthDistribution.Grid), Reweighting.Inverse, Kernel);
        Assert.Equal(weights.At(0.75), weights.At(0.35));
        Assert.Equal(Math.Truncate(50 + 0.9458276490853567 * (50 + 20) + 0.8582852377730946 * (20 + 10)), weights.Density[3]);
        Assert.Contains(
            "no training pixel lies between 0.7 and 1 m",
            Assert.Throws<ArgumentException>(() => LabelWeights.OfDepthsAsReleased(LabelCounts.FromCounts(0, [0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3], DepthDistribution.Grid), Reweighting.Inverse, Kernel)).Message,
            StringComparison.Ordinal);
    }
}
