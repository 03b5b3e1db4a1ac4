using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Labels;

namespace RegCls.Training.Images;

/// <summary>What a method makes of the training labels before training: weights, classes, and which samples are kept how often.</summary>
internal sealed class ImagePlan
{
    private const int KeptRanges = 100;

    public ImagePlan(ImageMethod method, double[] targets, LabelGrid grid, int seed)
    {
        Training = LabelCounts.Of(targets, grid);
        LabelWeights weights = method is { Variant: PublishedVariant.AsReleased, LabelSmoothing: { } kernel }
            ? LabelWeights.OfAgesAsReleased(Training, method.Reweighting, kernel) : LabelWeights.Of(Training, method.Reweighting, method.LabelSmoothing);
        Weights = method.Reweighting == Reweighting.None ? null : [.. targets.Select(target => (float)weights.At(target))];
        if (method.HasClasses)
        {
            Classes = TrainingClasses.FromRanges(Ranges(method, method.Classes), targets, method.ClassDefinition, method.Variant == PublishedVariant.AsReleased ? EqualisationRounding.ImageCode : EqualisationRounding.Up);
            Labels = Classes.Ranges.Labels(targets);
            Values = ClassValues.Of(Classes.Ranges, targets);
            Selection = Classes.Keep is { } keep ? new ClassSelection(keep, RandomStream.Named("image training", seed, "kept for classification")) : null;
        }

        if (method.BalancedSamples)
        {
            TrainingClasses balanced = TrainingClasses.FromRanges(Ranges(method, KeptRanges), targets, ClassDefinition.Balanced);
            SampleClasses = balanced.Ranges.Labels(targets);
            SampleSelection = new ClassSelection(balanced.Keep!, RandomStream.Named("image training", seed, "kept samples"));
        }
    }

    public LabelCounts Training { get; }

    /// <summary>Weight of each training sample; null for 1.</summary>
    public float[]? Weights { get; }

    public TrainingClasses? Classes { get; }

    /// <summary>Class of each training sample.</summary>
    public long[]? Labels { get; }

    /// <summary>What each class stands for.</summary>
    public double[]? Values { get; }

    /// <summary>Which samples enter the classification loss; null for all.</summary>
    public ClassSelection? Selection { get; }

    /// <summary>The equalised class of each sample by which it is kept (Tab. 4); null where all are.</summary>
    public long[]? SampleClasses { get; }

    public ClassSelection? SampleSelection { get; }

    /// <summary>What is drawn from at each visit, beside the augmentation.</summary>
    public IEnumerable<RandomStream> Streams => ((ClassSelection?[])[Selection, SampleSelection]).OfType<ClassSelection>().Select(selection => selection.Stream);

    private static ClassRanges Ranges(ImageMethod method, int classes)
        => ClassRanges.Uniform(method.ClassRange.Low, method.ClassRange.High, classes, BelowRange.Ignore);
}
