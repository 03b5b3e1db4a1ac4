using RegCls.Binning;
using RegCls.Data;
using RegCls.Training;

namespace RegCls.Tests.Training;

public class ClassSelectionTests
{
    private static readonly double[] Keep = [1, 0.5, 0.01, 0.9];

    [Fact]
    public void Each_class_is_kept_as_often_as_its_probability_says()
    {
        const int Visits = 40_000;
        ClassSelection selection = new(Keep, RandomStream.Named("selection"));
        for (int label = 0; label < Keep.Length; label++)
        {
            int kept = Enumerable.Range(0, Visits).Count(_ => selection.Visit(label) == label);
            // Five standard deviations of a binomial: one run in two million lies outside.
            double spread = 5 * Math.Sqrt(Visits * Keep[label] * (1 - Keep[label]));
            Assert.InRange(kept, (Visits * Keep[label]) - spread, (Visits * Keep[label]) + spread);
        }
    }

    [Fact]
    public void A_sample_is_kept_exactly_when_u_is_below_its_probability()
    {
        ClassSelection selection = new(Keep, RandomStream.Named("selection"));
        RandomStream same = RandomStream.Named("selection"), labels = RandomStream.Named("labels");
        for (int visit = 0; visit < 1000; visit++)
        {
            int label = labels.NextInt32(Keep.Length);
            Assert.Equal(same.NextDouble() < Keep[label] ? label : ClassRanges.Ignored, selection.Visit(label));
        }
    }

    [Fact]
    public void A_dropped_label_stays_dropped_and_takes_its_draw_too()
    {
        RandomStream stream = RandomStream.Named("selection"), same = RandomStream.Named("selection");
        ClassSelection selection = new(Keep, stream);
        foreach (long label in (long[])[ClassRanges.Ignored, 0, ClassRanges.Ignored, 2, 3])
        {
            long visited = selection.Visit(label);
            Assert.True(visited == label || (visited == ClassRanges.Ignored && label > 0));
            same.NextDouble();
        }

        // One number a visit, whatever the label: what comes next is the same for every history of labels.
        Assert.Equal(same.NextDouble(), stream.NextDouble());
    }

    [Fact]
    public void Probabilities_are_copied_so_that_nobody_changes_them_later()
    {
        double[] keep = [1, 1];
        ClassSelection selection = new(keep, RandomStream.Named("selection"));
        keep[0] = 0;
        Assert.Equal(0, selection.Visit(0));
        Assert.Equal(2, selection.Classes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void A_training_refuses_a_probability_that_is_none(double probability) =>
        Assert.Contains($"class 1 is {probability}; expected a number in (0, 1]", Refusal([1, probability, 1, 1]), StringComparison.Ordinal);

    [Fact]
    public void A_training_refuses_probabilities_for_another_number_of_classes() =>
        Assert.Contains("3 keep probabilities for C = 4 classes", Refusal([1, 1, 1]), StringComparison.Ordinal);

    private static string Refusal(double[] keep)
    {
        ReplicaTask task = SyntheticTasks.Create(1, 640, Arm.RegCls, 4) with { Selection = new ClassSelection(keep, RandomStream.Named("selection")) };
        return Assert.Throws<ArgumentException>(() => ReplicatedTrainer.Train([task], new TrainingOptions { Classes = 4, BatchSize = 64 })).Message;
    }
}
