using RegCls.Data;

namespace RegCls.Theory;

/// <summary>
/// What an ideal model trained on imbalanced data says about y given x, p(y|x), as probabilities of bins of y, computed in three ways that share
/// nothing but p(y) and p(x|y): Bayes' rule on a grid, Eq. 5 (Ren et al.) by quadrature, and counting in a sample.
/// </summary>
public static class ImbalancedPosterior
{
    /// <summary>Bayes' rule: <c>p(y|x) ∝ p(y) p(x|y)</c>, summed over a fine grid; p_bal does not occur.</summary>
    /// <param name="prior">p(y).</param>
    /// <param name="reading">p(x|y) of the imbalanced world.</param>
    /// <param name="x">The reading.</param>
    /// <param name="edges">Edges of the n bins of y, increasing.</param>
    /// <param name="cells">Grid cells a bin; each is represented by its middle.</param>
    /// <returns>n probabilities that add up to 1.</returns>
    public static double[] OnGrid(LabelPrior prior, IReading reading, int x, IReadOnlyList<double> edges, int cells = 200)
    {
        double[] bins = new double[edges.Count - 1];
        for (int bin = 0; bin < bins.Length; bin++)
        {
            double width = (edges[bin + 1] - edges[bin]) / cells;
            for (int cell = 0; cell < cells; cell++)
            {
                double y = edges[bin] + (cell + 0.5) * width;
                bins[bin] += prior.Density(y) * reading.Probability(x, y) * width;
            }
        }

        return Normalised(bins);
    }

    /// <summary>Eq. 5: <c>p(y|x) = p_bal(y|x) p(y) / ∫ p_bal(y'|x) p(y') dy'</c>, each integral by adaptive quadrature.</summary>
    /// <param name="prior">p(y).</param>
    /// <param name="balanced">p_bal(y|x) for the x in question, in 1 / unit of y.</param>
    /// <param name="edges">Edges of the n bins of y, increasing.</param>
    /// <returns>n probabilities; they add up to 1 up to the error of the quadrature.</returns>
    public static double[] ByIdentity(LabelPrior prior, Func<double, double> balanced, IReadOnlyList<double> edges)
    {
        double Weighted(double y) => balanced(y) * prior.Density(y);
        double[] breaks = [.. prior.Breaks, .. edges];
        double normaliser = Quadrature.Integrate(Weighted, breaks, prior.Low, prior.High);
        return [.. Enumerable.Range(0, edges.Count - 1).Select(bin => Quadrature.Integrate(Weighted, breaks, edges[bin], edges[bin + 1]) / normaliser)];
    }

    /// <summary>Counts in an actual imbalanced sample: y from p(y), then x from p(x|y).</summary>
    /// <param name="prior">p(y).</param>
    /// <param name="reading">p(x|y) of the imbalanced world.</param>
    /// <param name="edges">Edges of the n bins of y: the range of the prior in equal parts.</param>
    /// <param name="samples">Sample size.</param>
    /// <param name="stream">All randomness.</param>
    /// <returns>Counts by reading and bin, <c>[Count, n]</c>.</returns>
    public static long[,] Count(LabelPrior prior, IReading reading, IReadOnlyList<double> edges, int samples, RandomStream stream)
    {
        int bins = edges.Count - 1;
        long[,] counts = new long[reading.Count, bins];
        for (int sample = 0; sample < samples; sample++)
        {
            double y = prior.Sample(stream);
            int bin = Math.Min((int)((y - prior.Low) / prior.Width * bins), bins - 1);
            counts[reading.Sample(y, stream), bin]++;
        }

        return counts;
    }

    /// <summary>p(y|x) as counted: one row of the counts, as shares; null if that reading did not occur.</summary>
    public static double[]? FromCounts(long[,] counts, int x)
    {
        double[] row = [.. Enumerable.Range(0, counts.GetLength(1)).Select(bin => (double)counts[x, bin])];
        return row.Sum() == 0 ? null : Normalised(row);
    }

    /// <summary>Equal bins over the range of a prior: n + 1 edges.</summary>
    public static double[] EqualBins(LabelPrior prior, int bins) => [.. Enumerable.Range(0, bins + 1).Select(i => i == bins ? prior.High : prior.Low + prior.Width * i / bins)];

    /// <summary>Total variation distance of two discrete distributions: half the sum of absolute differences, 0 to 1.</summary>
    /// <exception cref="ArgumentException">They have different lengths.</exception>
    public static double TotalVariation(IReadOnlyList<double> first, IReadOnlyList<double> second) => first.Count == second.Count
        ? first.Zip(second, (p, q) => Math.Abs(p - q)).Sum() / 2
        : throw new ArgumentException($"Two distributions over the same bins are compared, got {first.Count} and {second.Count} bins.", nameof(second));

    private static double[] Normalised(double[] values)
    {
        double sum = values.Sum();
        return [.. values.Select(value => value / sum)];
    }
}
