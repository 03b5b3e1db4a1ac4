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
    {
        if (!Enum.IsDefined(definition))
        {
            throw new ArgumentOutOfRangeException(nameof(definition), definition, "Expected Uniform, Balanced or KeepOnly.");
        }

        return FromRanges(targets, ClassRanges.FromTargets(targets, classes), definition);
    }

    /// <summary>Makes the classes from ranges that are given, as those of a video, an age or a depth are.</summary>
    /// <param name="targets">Training targets, [N]; those below the first range are in no class where the ranges ignore them.</param>
    /// <param name="uniform">The C ranges.</param>
    /// <param name="definition">What is done with the ranges.</param>
    /// <exception cref="ArgumentException">A target is NaN, or with <see cref="ClassDefinition.Balanced"/> or <see cref="ClassDefinition.KeepOnly"/> no target is in a range.</exception>
    public static TrainingClasses FromRanges(ReadOnlySpan<double> targets, ClassRanges uniform, ClassDefinition definition)
    {
        int[] counts = uniform.Histogram(uniform.Labels(targets));
        if (definition == ClassDefinition.Balanced)
        {
            ClassRanges equalised = HistogramEqualisation.Equalise(uniform, counts);
            if (equalised.Count >= 2)
            {
                int[] equalisedCounts = equalised.Histogram(equalised.Labels(targets));
                return new TrainingClasses(definition, equalised, equalisedCounts, KeepProbabilities.Of(equalisedCounts), fellBack: false);
            }
        }

        return new TrainingClasses(
            definition, uniform, counts, definition == ClassDefinition.Uniform ? null : KeepProbabilities.Of(counts), fellBack: definition == ClassDefinition.Balanced);
    }
}
