using CsCheck;
using RegCls.Data.Labels;

namespace RegCls.Tests.Data.Labels;

public class LabelTests
{
    [Fact]
    public void The_distributions_hold_as_many_images_as_their_sets()
    {
        Assert.Equal([12_208L, 2_140, 2_140], Enum.GetValues<Subset>().Select(subset => AgeDistributions.AgeDb(subset).Total));
        Assert.Equal((1, 101), (AgeDistributions.AgeDb(Subset.Train).First, AgeDistributions.AgeDb(Subset.Train).Last));
        Assert.Equal(210_880, AgeDistributions.ImdbWiki().Total);
        Assert.Equal(23_707, AgeDistributions.UtkFace().Total);
        Assert.Equal(1_123, AgeDistributions.UtkFace().At(1));
        Assert.Equal((23_317, 1_120), (AgeDistributions.UtkFace(different: true).Total, AgeDistributions.UtkFace(different: true).At(1)));
    }

    [Fact]
    public void The_split_rule_is_that_of_the_published_AgeDB_split()
    {
        LabelCounts[] published = [.. Enum.GetValues<Subset>().Select(AgeDistributions.AgeDb)];
        double[] labels = [.. published.SelectMany(counts => counts.ToLabels())];
        Subset[] subsets = new DirSplit().Split(labels, seed: 3);
        foreach (Subset subset in Enum.GetValues<Subset>())
        {
            LabelCounts own = LabelCounts.Of([.. labels.Where((_, i) => subsets[i] == subset)]);
            Assert.All(Enumerable.Range(0, 110), age => Assert.Equal(published[(int)subset].InBin(age), own.InBin(age)));
        }
    }

    [Fact]
    public void What_the_split_leaves_for_training_can_be_counted_without_the_samples()
    {
        LabelCounts all = AgeDistributions.UtkFace(different: true);
        double[] labels = all.ToLabels();
        Subset[] subsets = new DirSplit().Split(labels, seed: 3);
        LabelCounts counted = LabelCounts.Of([.. labels.Where((_, i) => subsets[i] == Subset.Train)]), computed = new DirSplit().Training(all);
        Assert.Equal((18_543, 18_543), (counted.Total, computed.Total));
        Assert.All(Enumerable.Range(0, 130), age => Assert.Equal(counted.InBin(age), computed.InBin(age)));
    }

    [Fact]
    public void Validation_and_test_take_equally_of_every_bin_and_a_seed_repeats()
    {
        Gen.Select(Gen.Double[0, 4].Array[3, 200], Gen.Int[1, 9], Gen.Double[0.05, 0.5], Gen.Int[0, 5]).Sample((labels, most, share, seed) =>
        {
            DirSplit split = new() { MostPerBin = most, LargestShare = share, Bins = new LabelGrid(0.25) };
            if (split.Taken(LabelCounts.Of(labels, split.Bins).Counts.ToArray().Max()) == 0)
            {
                Assert.Throws<ArgumentException>(() => split.Split(labels, seed));
                return;
            }

            Subset[] subsets = split.Split(labels, seed);
            Assert.Equal(subsets, split.Split(labels, seed));
            foreach (IGrouping<int, int> bin in Enumerable.Range(0, labels.Length).GroupBy(i => split.Bins.Of(labels[i])))
            {
                int taken = (int)Math.Min(most, Math.Floor(bin.Count() * share + 1e-9));
                Assert.Equal(taken, bin.Count(i => subsets[i] == Subset.Validation));
                Assert.Equal(taken, bin.Count(i => subsets[i] == Subset.Test));
            }
        });
    }

    [Fact]
    public void Samples_added_to_one_label_leave_the_split_of_others_as_it_was()
    {
        double[] labels = [.. Enumerable.Range(0, 60).Select(i => i % 3 * 1.0)];
        double[] more = [.. labels, 2, 2, 2, 2];
        Subset[] before = new DirSplit().Split(labels, 1), after = new DirSplit().Split(more, 1);
        Assert.All(Enumerable.Range(0, 60).Where(i => labels[i] != 2), i => Assert.Equal(before[i], after[i]));
        Assert.NotEqual(before, new DirSplit().Split(labels, 2));
    }

    [Theory]
    [InlineData(0, Shot.Few)]
    [InlineData(19, Shot.Few)]
    [InlineData(20, Shot.Medium)]
    [InlineData(100, Shot.Medium)]
    [InlineData(101, Shot.Many)]
    public void Shots_change_at_20_and_above_100(int samples, Shot expected) => Assert.Equal(expected, new ShotRule().Of(samples));

    [Fact]
    public void A_label_that_training_never_saw_is_few_shot_and_a_thinned_set_has_thinned_thresholds()
    {
        LabelCounts training = LabelCounts.FromCounts(20, [150, 50, 5]);
        Assert.Equal([Shot.Many, Shot.Medium, Shot.Few, Shot.Few, Shot.Few], new ShotRule().Of([20, 21.5, 22, 23, 3], training));
        Assert.Equal([Shot.Many, Shot.Many, Shot.Medium, Shot.Few], new ShotRule().Scaled(0.25).Of([20, 21, 22, 23], training));
    }

    [Theory]
    [InlineData(0.3, 0.1, 3)]
    [InlineData(0.7, 0.1, 7)]
    [InlineData(2.9999, 1, 2)]
    [InlineData(-0.5, 1, -1)]
    [InlineData(-0.5, 0.5, -1)]
    public void A_label_on_an_edge_is_in_the_bin_that_starts_there(double label, double width, int bin) => Assert.Equal(bin, new LabelGrid(width).Of(label));

    [Fact]
    public void Integers_are_their_own_bins()
    {
        Assert.Equal(default(LabelGrid).Of(17), new LabelGrid(1).Of(17));
        Gen.Int[-1000, 1000].Sample(i => Assert.Equal(i, default(LabelGrid).Of(i)));
        LabelCounts counts = LabelCounts.Of([3, 3, 5]);
        Assert.Equal([2, 0, 1], counts.Counts.ToArray());
        Assert.Equal([3d, 3, 5], counts.ToLabels());
    }

    [Fact]
    public void Unusable_labels_and_options_are_one_sentence()
    {
        Assert.Contains("but got none", Assert.Throws<ArgumentException>(() => LabelCounts.Of([])).Message, StringComparison.Ordinal);
        Assert.Contains("The label NaN has no bin", Assert.Throws<ArgumentException>(() => LabelCounts.Of([1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("the fullest bin of width 1 holds 2", Assert.Throws<ArgumentException>(() => new DirSplit().Split([1, 1, 2], 0)).Message, StringComparison.Ordinal);
        Assert.Contains("LargestShare = 0.7", Assert.Throws<ArgumentException>(() => new DirSplit { LargestShare = 0.7 }.Split([1, 1, 2], 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LabelGrid(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShotRule().Scaled(0));
    }
}
