namespace RegCls.Binning;

/// <summary>The classes a training uses: their ranges, and how often a sample of each enters the classification loss.</summary>
public sealed class TrainingClasses
{
    private TrainingClasses(ClassDefinition definition, ClassRanges ranges, int[] counts, double[]? keep, bool fellBack)
    {
        Definition = definition;
        Ranges = ranges;
        Counts = counts;
        Keep = keep;
        FellBack = fellBack;
    }

    /// <summary>How they were made.</summary>
    public ClassDefinition Definition { get; }

    /// <summary>The ranges; with <see cref="ClassDefinition.Balanced"/> usually fewer than were asked for.</summary>
    public ClassRanges Ranges { get; }

    /// <summary>Training samples of each class.</summary>
    public IReadOnlyList<int> Counts { get; }

    /// <summary>Keep probability of each class (Eq. 13); null where every sample is kept.</summary>
    public IReadOnlyList<double>? Keep { get; }

    /// <summary>
    /// True where equalising left fewer than two classes, as few ranges on very skewed targets do; a classification loss
    /// over one class is 0. Then the ranges are the unequalised ones, with their keep probabilities (the rule of the authors' image and video code).
    /// </summary>
    public bool FellBack { get; }

    /// <summary>Makes the classes of the 1D study from C ranges of equal width between the smallest and the largest training target.</summary>
    /// <param name="targets">Training targets, [N].</param>
    /// <param name="classes">C, from 2 to N.</param>
    /// <param name="definition">What is done with the ranges.</param>
    /// <exception cref="ArgumentException">As <see cref="ClassRanges.FromTargets"/>.</exception>
    public static TrainingClasses FromTargets(ReadOnlySpan<double> targets, int classes, ClassDefinition definition)
        => FromRanges(ClassRanges.FromTargets(targets, classes), targets, definition);

    /// <summary>Makes classes from ranges that are fixed beforehand, as those of the image studies: ages 0 to 100, depths 0 to 10 m.</summary>
    /// <param name="uniform">The ranges before any merging.</param>
    /// <param name="targets">Training targets, [N]; at least one in the ranges.</param>
    /// <param name="definition">What is done with the ranges.</param>
    /// <param name="rounding">How equalising rounds.</param>
    /// <exception cref="ArgumentException">A target is NaN, or none is in the ranges.</exception>
    public static TrainingClasses FromRanges(ClassRanges uniform, ReadOnlySpan<double> targets, ClassDefinition definition, EqualisationRounding rounding = EqualisationRounding.Up)
    {
        ArgumentNullException.ThrowIfNull(uniform);
        double[] copy = targets.ToArray();
        return Make(uniform, ranges => ranges.Histogram(ranges.Labels(copy)), definition, rounding);
    }

    /// <summary>Makes classes from fixed ranges where the targets are too many to be listed, as the pixels of depth images.</summary>
    /// <param name="uniform">The ranges before any merging.</param>
    /// <param name="count">Training samples of each class of some ranges; at least one in all.</param>
    /// <param name="definition">What is done with the ranges.</param>
    /// <exception cref="ArgumentException">No sample is in the ranges.</exception>
    public static TrainingClasses FromCounts(ClassRanges uniform, Func<ClassRanges, int[]> count, ClassDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(uniform);
        ArgumentNullException.ThrowIfNull(count);
        return Make(uniform, count, definition, EqualisationRounding.Up);
    }

    private static TrainingClasses Make(ClassRanges uniform, Func<ClassRanges, int[]> count, ClassDefinition definition, EqualisationRounding rounding)
    {
        if (!Enum.IsDefined(definition))
        {
            throw new ArgumentOutOfRangeException(nameof(definition), definition, "Expected Uniform, Balanced or KeepOnly.");
        }

        int[] counts = count(uniform);
        if (definition == ClassDefinition.Balanced)
        {
            ClassRanges equalised = HistogramEqualisation.Equalise(uniform, counts, rounding);
            if (equalised.Count >= 2)
            {
                int[] equalisedCounts = count(equalised);
                return new TrainingClasses(definition, equalised, equalisedCounts, KeepProbabilities.Of(equalisedCounts), fellBack: false);
            }
        }

        return new TrainingClasses(
            definition, uniform, counts, definition == ClassDefinition.Uniform ? null : KeepProbabilities.Of(counts), fellBack: definition == ClassDefinition.Balanced);
    }
}
