using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Training.Images;

namespace RegCls.Training.Depth;

/// <summary>What a method makes of the training depths before training, as tables with one entry a millimetre: weights, classes, and which pixels are kept how often.</summary>
internal sealed class DepthPlan
{
    private const int KeptRanges = 100, Quantiles = 4096;

    public DepthPlan(ImageMethod method, DepthTask task, DepthCounts counts, int seed)
    {
        Training = counts.Buckets();
        MeanDepth = counts.Mean();
        PriorLabels = counts.Quantiles(Quantiles);
        if (method.Reweighting != Reweighting.None)
        {
            IReadOnlyList<double> weights = (method is { Variant: PublishedVariant.AsReleased, LabelSmoothing: { } kernel }
                ? LabelWeights.OfDepthsAsReleased(Training, method.Reweighting, kernel) : LabelWeights.Of(Training, method.Reweighting, method.LabelSmoothing, SmoothingEdge.Reflect)).Weights;
            Weights = [.. Enumerable.Range(0, ushort.MaxValue + 1).Select(depth => (float)weights[DepthDistribution.Bucket((ushort)depth)])];
        }

        if (method.HasClasses)
        {
            (Classes, Labels) = Make(task.ClassRange, method.Classes, method.ClassDefinition, counts);
            Selection = Classes.Keep is { } keep ? new ClassSelection(keep, RandomStream.Named("depth training", seed, "kept for classification")) : null;
        }

        if (method.BalancedSamples)
        {
            (TrainingClasses balanced, SampleClasses) = Make(task.ClassRange, KeptRanges, ClassDefinition.Balanced, counts);
            SampleSelection = new ClassSelection(balanced.Keep!, RandomStream.Named("depth training", seed, "kept samples"));
        }
    }

    /// <summary>Training pixels of each bucket of 0.1 m.</summary>
    public LabelCounts Training { get; }

    /// <summary>In metres.</summary>
    public double MeanDepth { get; }

    /// <summary>Quantiles of the training depths in metres, for a prior.</summary>
    public double[] PriorLabels { get; }

    /// <summary>Weight of a pixel by its millimetres; null for 1.</summary>
    public float[]? Weights { get; }

    public TrainingClasses? Classes { get; }

    /// <summary>Class of a pixel by its millimetres.</summary>
    public long[]? Labels { get; }

    /// <summary>Which pixels enter the classification loss; null for all.</summary>
    public ClassSelection? Selection { get; }

    /// <summary>The equalised class, by its millimetres, by which a pixel is kept (Tab. 4); null where all are.</summary>
    public long[]? SampleClasses { get; }

    public ClassSelection? SampleSelection { get; }

    /// <summary>What is drawn from at each visit, beside the views.</summary>
    public IEnumerable<RandomStream> Streams => ((ClassSelection?[])[Selection, SampleSelection]).OfType<ClassSelection>().Select(selection => selection.Stream);

    private static (TrainingClasses Classes, long[] Labels) Make(Interval range, int count, ClassDefinition definition, DepthCounts counts)
    {
        TrainingClasses classes = TrainingClasses.FromCounts(
            ClassRanges.Uniform(range.Low, range.High, count, BelowRange.Ignore), ranges => counts.Histogram(Table(ranges), ranges.Count), definition);
        return (classes, Table(classes.Ranges));
    }

    // 0 stands for no depth.
    private static long[] Table(ClassRanges ranges)
    {
        long[] table = new long[ushort.MaxValue + 1];
        table[0] = ClassRanges.Ignored;
        for (int depth = 1; depth < table.Length; depth++)
        {
            table[depth] = ranges.Label(depth / 1000.0);
        }

        return table;
    }
}
