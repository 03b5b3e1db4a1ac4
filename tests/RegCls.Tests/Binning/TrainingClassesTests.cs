using RegCls.Binning;
using RegCls.Data;

namespace RegCls.Tests.Binning;

public class TrainingClassesTests
{
    // In three ranges of width 1: eight, one and one.
    private static readonly double[] Skewed = [0, 0, 0, 0, 0, 0, 0, 0, 1.5, 3];

    // In three ranges of width 1: one, one and eight.
    private static readonly double[] Rising = [0, 1.5, 2.1, 2.2, 2.3, 2.4, 2.5, 2.6, 2.7, 3];

    [Fact]
    public void Uniform_classes_are_equal_ranges_and_keep_every_sample()
    {
        TrainingClasses classes = TrainingClasses.FromTargets(Rising, 3, ClassDefinition.Uniform);
        Assert.Equal([0, 1, 2, 3], classes.Ranges.Edges.ToArray());
        Assert.Equal([1, 1, 8], classes.Counts);
        Assert.Null(classes.Keep);
        Assert.False(classes.FellBack);
    }

    [Fact]
    public void Balanced_classes_are_equalised_and_keep_by_their_own_counts()
    {
        TrainingClasses classes = TrainingClasses.FromTargets(Rising, 3, ClassDefinition.Balanced);
        Assert.Equal([0, 2, 3], classes.Ranges.Edges.ToArray());
        Assert.Equal([2, 8], classes.Counts);
        Assert.Equal([1, 0.25], classes.Keep!);
        Assert.False(classes.FellBack);
    }

    [Fact]
    public void Keep_only_leaves_the_ranges_and_keeps_by_their_counts()
    {
        TrainingClasses classes = TrainingClasses.FromTargets(Rising, 3, ClassDefinition.KeepOnly);
        Assert.Equal([0, 1, 2, 3], classes.Ranges.Edges.ToArray());
        Assert.Equal([1, 1, 0.125], classes.Keep!);
        Assert.False(classes.FellBack);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(2)]
    public void Where_equalising_leaves_one_class_the_equal_ranges_stay_with_their_keep_probabilities(int count)
    {
        TrainingClasses classes = TrainingClasses.FromTargets(Skewed, count, ClassDefinition.Balanced), keepOnly = TrainingClasses.FromTargets(Skewed, count, ClassDefinition.KeepOnly);
        Assert.True(classes.FellBack);
        Assert.Equal(ClassDefinition.Balanced, classes.Definition);
        Assert.Equal(count, classes.Ranges.Count);
        Assert.Equal(keepOnly.Ranges.Edges.ToArray(), classes.Ranges.Edges.ToArray());
        Assert.Equal(keepOnly.Keep!, classes.Keep!);
        // Two ranges of width 1.5: eight samples below 1.5, the sample at 1.5 and the one at 3 in the second.
        Assert.Equal(count == 3 ? [1 / 8.0, 1, 1] : [2 / 8.0, 1], classes.Keep!);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    [InlineData(1024)]
    public void On_the_severe_sampling_of_the_study_every_class_is_seen_equally_often(int count)
    {
        FunctionDataSet data = FunctionDataGenerator.Generate(SumOfSines.Published[0], 0, Scenario.Noisy(0.1), Sampling.Severe, StudySeeds.Data[0]);
        TrainingClasses classes = TrainingClasses.FromTargets(data.Train.Targets, count, ClassDefinition.Balanced);
        Assert.InRange(classes.Ranges.Count, 2, count);
        Assert.Equal(data.Train.Count, classes.Counts.Sum());
        Assert.Equal(classes.Ranges.Histogram(classes.Ranges.Labels(data.Train.Targets)), classes.Counts);
        Assert.All(classes.Counts.Zip(classes.Keep!), pair => Assert.Equal(classes.Counts.Min(), pair.First * pair.Second, 1e-6));

        // What Appendix B warns of: without equalising first, less of the data is used.
        TrainingClasses keepOnly = TrainingClasses.FromTargets(data.Train.Targets, count, ClassDefinition.KeepOnly);
        Assert.True(Used(classes) >= Used(keepOnly), $"{Used(classes)} and {Used(keepOnly)} samples an epoch");

        static double Used(TrainingClasses made) => made.Counts.Zip(made.Keep!, (samples, keep) => samples * keep).Sum();
    }

    [Fact]
    public void An_unknown_definition_is_refused() =>
        Assert.Contains("Expected Uniform, Balanced or KeepOnly", Assert.Throws<ArgumentOutOfRangeException>(() => TrainingClasses.FromTargets(Rising, 3, (ClassDefinition)7)).Message, StringComparison.Ordinal);
}
