namespace RegCls.Data.Labels;

/// <summary>How many samples fall in each label bin, from the lowest to the highest bin that holds one; bins between may be empty.</summary>
public sealed class LabelCounts
{
    private readonly int[] counts;

    private LabelCounts(LabelGrid bins, int first, int[] counts)
    {
        Bins = bins;
        First = first;
        this.counts = counts;
        Total = counts.Sum(count => (long)count);
    }

    /// <summary>The bins that are counted.</summary>
    public LabelGrid Bins { get; }

    /// <summary>The lowest counted bin.</summary>
    public int First { get; }

    /// <summary>The highest counted bin.</summary>
    public int Last => First + counts.Length - 1;

    /// <summary>Counts of the bins <see cref="First"/>…<see cref="Last"/>.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <summary>All samples.</summary>
    public long Total { get; }

    /// <summary>Counts labels.</summary>
    /// <param name="labels">[N], N ≥ 1.</param>
    /// <param name="bins">The bins; one a whole number by default.</param>
    /// <exception cref="ArgumentException">There are no labels, or one is not finite.</exception>
    public static LabelCounts Of(ReadOnlySpan<double> labels, LabelGrid bins = default)
    {
        if (labels.IsEmpty)
        {
            throw new ArgumentException("Counting labels needs at least one, but got none; pass the labels of the training set.", nameof(labels));
        }

        int[] indices = new int[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            indices[i] = bins.Of(labels[i]);
        }

        int first = indices.Min();
        int[] counts = new int[indices.Max() - first + 1];
        foreach (int index in indices)
        {
            counts[index - first]++;
        }

        return new LabelCounts(bins, first, counts);
    }

    /// <summary>Takes counts that are known, as from a table of ages.</summary>
    /// <param name="first">The bin of the first count.</param>
    /// <param name="counts">Counts of <paramref name="first"/> and the bins after it; copied.</param>
    /// <param name="bins">The bins; one a whole number by default.</param>
    /// <exception cref="ArgumentException">There are no counts, or one is negative.</exception>
    public static LabelCounts FromCounts(int first, ReadOnlySpan<int> counts, LabelGrid bins = default)
    {
        if (counts.IsEmpty)
        {
            throw new ArgumentException("Label counts need at least one bin, but got none.", nameof(counts));
        }

        foreach (int count in counts)
        {
            if (count < 0)
            {
                throw new ArgumentException($"A label bin has the count {count}; expected 0 or more samples.", nameof(counts));
            }
        }

        return new LabelCounts(bins, first, counts.ToArray());
    }

    /// <summary>Samples in one bin; 0 for a bin outside <see cref="First"/>…<see cref="Last"/>.</summary>
    public int InBin(int bin) => bin < First || bin > Last ? 0 : counts[bin - First];

    /// <summary>Samples in the bin of a label.</summary>
    /// <exception cref="ArgumentException">The label is not finite.</exception>
    public int At(double label) => InBin(Bins.Of(label));

    /// <summary>One label a sample, in rising order, each the lower edge of its bin: the whole number itself for integer bins.</summary>
    public double[] ToLabels()
    {
        List<double> labels = new((int)Math.Min(Total, int.MaxValue));
        for (int i = 0; i < counts.Length; i++)
        {
            labels.AddRange(Enumerable.Repeat(Bins.Lower(First + i), counts[i]));
        }

        return [.. labels];
    }
}
