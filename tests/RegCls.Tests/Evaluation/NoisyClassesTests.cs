using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;

namespace RegCls.Tests.Evaluation;

public class NoisyClassesTests
{
    [Fact]
    public void In_the_middle_of_a_class_the_best_accuracy_is_the_normal_probability_of_its_width()
    {
        // Within one, two and three standard deviations of the mean: 68.27, 95.45 and 99.73 %.
        ClassRanges ranges = new([-9, -1, 1, 9]);
        Assert.Equal(0.682689492137, NoisyClasses.BestAccuracy(ranges, [0], 1), 9);
        Assert.Equal(0.954499736104, NoisyClasses.BestAccuracy(ranges, [0], 1 / 2.0), 9);
        Assert.Equal(0.997300203937, NoisyClasses.BestAccuracy(ranges, [0], 1 / 3.0), 9);
    }

    [Fact]
    public void On_an_edge_it_is_a_half_and_the_outer_classes_reach_to_infinity()
    {
        ClassRanges ranges = new([0, 1, 2]);
        Assert.Equal(0.5, NoisyClasses.BestAccuracy(ranges, [1], 0.3), 12);
        Assert.Equal(1, NoisyClasses.BestAccuracy(ranges, [-50, 52], 0.3), 12);
        // With what lies below ignored, the first class ends at 0.
        Assert.Equal(0, NoisyClasses.BestAccuracy(new([0, 1, 2], BelowRange.Ignore), [-50], 0.3), 12);
    }

    [Fact]
    public void The_best_guess_is_sometimes_a_wide_class_beside_the_right_one() =>
        // f(x) lies in a class of width 0.02; the noisy target falls below it in nearly half of all cases.
        Assert.Equal(0.4960106, NoisyClasses.BestAccuracy(new([-5, 0, 0.02, 0.2, 5]), [0.01], 1), 6);

    [Fact]
    public void It_is_what_a_classifier_that_knows_f_reaches_on_drawn_targets()
    {
        ClassRanges ranges = ClassRanges.Uniform(-1.5, 1.5, 8);
        double[] means = [-1.4, -0.7, -0.19, 0, 0.2, 0.9, 1.3];
        RandomStream stream = RandomStream.Named("noisy classes");
        const int Draws = 20_000;
        double reached = means.Average(mean =>
        {
            long[] labels = [.. Enumerable.Range(0, Draws).Select(_ => ranges.Label(mean + (0.4 * stream.NextGaussian())))];
            return ranges.Histogram(labels).Max() / (double)Draws;
        });
        Assert.Equal(reached, NoisyClasses.BestAccuracy(ranges, means, 0.4), 0.01);
    }

    [Fact]
    public void Bad_input_is_told_in_one_sentence()
    {
        ClassRanges ranges = ClassRanges.Uniform(0, 1, 2);
        Assert.Contains("got none", Assert.Throws<ArgumentException>(() => NoisyClasses.BestAccuracy(ranges, [], 1)).Message, StringComparison.Ordinal);
        Assert.Contains("positive, finite", Assert.Throws<ArgumentOutOfRangeException>(() => NoisyClasses.BestAccuracy(ranges, [0], 0)).Message, StringComparison.Ordinal);
        Assert.Contains("positive, finite", Assert.Throws<ArgumentOutOfRangeException>(() => NoisyClasses.BestAccuracy(ranges, [0], double.NaN)).Message, StringComparison.Ordinal);
    }
}
