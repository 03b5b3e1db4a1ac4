namespace RegCls.Training.Images;

/// <summary>One step's images and targets, as plain arrays that a feed prepares ahead; arrays are used again, so only the first <see cref="Count"/> samples count.</summary>
/// <param name="capacity">Most images.</param>
/// <param name="size">Width and height in pixels.</param>
internal sealed class ImageBatch(int capacity, int size)
{
    public int Count { get; set; }

    /// <summary>[count, 3, size, size], from -1 to 1.</summary>
    public float[] Pixels { get; } = new float[capacity * 3 * size * size];

    public double[] Targets { get; } = new double[capacity];

    public float[] Weights { get; } = new float[capacity];

    /// <summary>Class of each image, -1 where it does not enter the classification loss.</summary>
    public long[] Labels { get; } = new long[capacity];

    /// <summary>Places in the batch of the images that enter the regression loss.</summary>
    public List<long> Kept { get; } = new(capacity);
}
