using RegCls.Data;
using RegCls.Data.Images;

namespace RegCls.Training.Images;

/// <summary>One step's images and targets, as plain arrays that a feed prepares ahead; arrays are used again, so only the first <see cref="Count"/> samples count.</summary>
/// <param name="images">All images.</param>
/// <param name="train">Which of them are for training.</param>
/// <param name="plan">Weights and classes of the training images, and which are kept.</param>
/// <param name="capacity">Most images.</param>
internal sealed class ImageBatch(IImages images, int[] train, ImagePlan plan, int capacity)
{
    private readonly int length = 3 * images.Size * images.Size;

    public int Count { get; private set; }

    /// <summary>[count, 3, size, size], from -1 to 1.</summary>
    public float[] Pixels { get; } = new float[capacity * 3 * images.Size * images.Size];

    public double[] Targets { get; } = new double[capacity];

    public float[] Weights { get; } = new float[capacity];

    /// <summary>Class of each image, -1 where it does not enter the classification loss.</summary>
    public long[] Labels { get; } = new long[capacity];

    /// <summary>Places in the batch of the images that enter the regression loss.</summary>
    public List<long> Kept { get; } = new(capacity);

    /// <summary>Fills the batch.</summary>
    /// <param name="samples">Places among the training images, at most the capacity.</param>
    /// <param name="augmentation">Source of crops and flips.</param>
    /// <param name="options">How far these go.</param>
    public void Fill(ReadOnlySpan<int> samples, RandomStream augmentation, ImageTrainingOptions options)
    {
        Count = samples.Length;
        Kept.Clear();
        for (int i = 0; i < samples.Length; i++)
        {
            int sample = samples[i];
            int dx = options.Padding == 0 ? 0 : augmentation.NextInt32(2 * options.Padding + 1) - options.Padding, dy = options.Padding == 0 ? 0 : augmentation.NextInt32(2 * options.Padding + 1) - options.Padding;
            bool mirrored = options.Flip && augmentation.NextInt32(2) == 1;
            Augmentation.Copy(images.Pixels(train[sample]), Pixels.AsSpan(i * length, length), images.Size, dx, dy, mirrored);
            Targets[i] = images.Labels[train[sample]];
            Weights[i] = plan.Weights?[sample] ?? 1;
            bool kept = plan.SampleSelection is null || plan.SampleSelection.Visit(plan.SampleClasses![sample]) >= 0;
            if (kept)
            {
                Kept.Add(i);
            }

            long label = plan.Labels?[sample] ?? -1;
            label = plan.Selection is null ? label : plan.Selection.Visit(label);
            Labels[i] = kept ? label : -1;
        }
    }
}
