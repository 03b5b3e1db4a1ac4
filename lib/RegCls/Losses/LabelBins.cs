namespace RegCls.Losses;

/// <summary>A label prior as a histogram: the mass of each bin, taken to sit at the bin's centre.</summary>
/// <param name="Centres">c, <c>[K]</c>, in target units.</param>
/// <param name="Masses">P(bin), <c>[K]</c>, with sum 1; 0 for an empty bin.</param>
public sealed record LabelBins(IReadOnlyList<double> Centres, IReadOnlyList<double> Masses)
{
    /// <summary>Counts labels in equal bins from the smallest to the largest label; bins are half-open [low, high), the last one closed.</summary>
    /// <param name="labels"><c>[N]</c> finite labels, not all equal.</param>
    /// <param name="count">Number of bins, positive.</param>
    /// <exception cref="ArgumentException">There is no label, one is not finite, all are equal, or there is no bin.</exception>
    public static LabelBins Of(IReadOnlyList<double> labels, int count)
    {
        if (count < 1)
        {
            throw new ArgumentException($"A histogram needs at least 1 bin, got {count}.", nameof(count));
        }

        if (labels.Count == 0 || labels.Any(label => !double.IsFinite(label)) || labels.Max() <= labels.Min())
        {
            throw new ArgumentException($"A histogram needs finite labels that differ, got {labels.Count} labels, {labels.Count(label => !double.IsFinite(label))} of them not finite.", nameof(labels));
        }

        double low = labels.Min(), width = (labels.Max() - low) / count;
        double[] masses = new double[count];
        foreach (double label in labels)
        {
            masses[Math.Min((int)((label - low) / width), count - 1)] += 1.0 / labels.Count;
        }

        return new LabelBins([.. Enumerable.Range(0, count).Select(bin => low + (bin + 0.5) * width)], masses);
    }
}
