using RegCls.Data;

namespace RegCls.Theory;

/// <summary>A density that is constant on the bins of a histogram: counts of labels as they were published, or one bin for the uniform prior.</summary>
public sealed class HistogramPrior : LabelPrior
{
    private readonly double[] cumulative;

    /// <summary>Makes the density from counts.</summary>
    /// <param name="name">Name in charts and tables.</param>
    /// <param name="unit">Unit of y.</param>
    /// <param name="edges">The C + 1 edges of the bins, strictly increasing; a bin is half-open, the last closed.</param>
    /// <param name="counts">The C counts, none negative, not all 0.</param>
    /// <exception cref="ArgumentException">Edges or counts are not such.</exception>
    public HistogramPrior(string name, string unit, IReadOnlyList<double> edges, IReadOnlyList<long> counts)
        : base(name, unit, edges)
    {
        if (counts.Count == 0 || edges.Count != counts.Count + 1)
        {
            throw new ArgumentException($"A histogram of n bins needs n + 1 edges, got {counts.Count} counts and {edges.Count} edges.", nameof(edges));
        }

        if (Enumerable.Range(0, counts.Count).Any(i => !(edges[i] < edges[i + 1])))
        {
            throw new ArgumentException("The edges of a histogram must increase strictly.", nameof(edges));
        }

        if (counts.Any(count => count < 0) || counts.All(count => count == 0))
        {
            throw new ArgumentException("The counts of a histogram must be 0 or positive, and one must be positive.", nameof(counts));
        }

        double total = counts.Sum();
        cumulative = new double[counts.Count + 1];
        for (int bin = 0; bin < counts.Count; bin++)
        {
            cumulative[bin + 1] = bin == counts.Count - 1 ? 1 : cumulative[bin] + counts[bin] / total;
        }
    }

    /// <summary>The uniform prior: with it, the imbalanced world is the balanced one.</summary>
    public static HistogramPrior Uniform(double low, double high) => new("uniform", "", [low, high], [1]);

    /// <inheritdoc/>
    public override double Density(double y)
    {
        if (y < Low || y > High)
        {
            return 0;
        }

        int bin = Bin(y);
        return (cumulative[bin + 1] - cumulative[bin]) / (Breaks[bin + 1] - Breaks[bin]);
    }

    /// <inheritdoc/>
    public override double Cumulative(double y)
    {
        if (y <= Low)
        {
            return 0;
        }

        if (y >= High)
        {
            return 1;
        }

        int bin = Bin(y);
        double share = (y - Breaks[bin]) / (Breaks[bin + 1] - Breaks[bin]);
        return cumulative[bin] + share * (cumulative[bin + 1] - cumulative[bin]);
    }

    /// <inheritdoc/>
    public override double Sample(RandomStream stream)
    {
        double u = stream.NextDouble();
        int found = Array.BinarySearch(cumulative, u);
        // At or after the last edge whose cumulative probability is ≤ u; bins without counts have equal ones and are stepped over.
        int bin = found >= 0 ? found : ~found - 1;
        while (cumulative[bin + 1] <= u)
        {
            bin++;
        }

        return stream.NextUniform(Breaks[bin], Breaks[bin + 1]);
    }

    private int Bin(double y)
    {
        int low = 0, high = Breaks.Count - 2;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Breaks[middle] <= y ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
