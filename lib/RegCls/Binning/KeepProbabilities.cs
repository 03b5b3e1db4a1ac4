namespace RegCls.Binning;

/// <summary>
/// Keep probabilities (Eq. 13): <c>ρ_e = min ĥ / ĥ_e</c>, so that a class of any size sends the same expected number of samples into
/// the classification loss.
/// </summary>
public static class KeepProbabilities
{
    /// <summary>The keep probability of each class.</summary>
    /// <param name="counts">[C] training samples of each class, at least one of them positive.</param>
    /// <returns>
    /// [C] probabilities in (0, 1]; the rarest class has 1. The minimum is over classes that have samples: with an empty one,
    /// which equalised ranges never have, Eq. 13 read literally would keep nothing at all. An empty class gets 1, which no sample uses.
    /// </returns>
    /// <exception cref="ArgumentException">There are no samples, or a count is negative.</exception>
    public static double[] Of(ReadOnlySpan<int> counts)
    {
        int rarest = int.MaxValue;
        for (int c = 0; c < counts.Length; c++)
        {
            if (counts[c] < 0)
            {
                throw new ArgumentException($"Class {c} has the count {counts[c]}; expected 0 or more samples.", nameof(counts));
            }

            rarest = counts[c] > 0 ? Math.Min(rarest, counts[c]) : rarest;
        }

        if (rarest == int.MaxValue)
        {
            throw new ArgumentException("Keep probabilities need samples, but every class is empty; pass the counts of the training targets.", nameof(counts));
        }

        double[] keep = new double[counts.Length];
        for (int c = 0; c < keep.Length; c++)
        {
            keep[c] = counts[c] > 0 ? (double)rarest / counts[c] : 1;
        }

        return keep;
    }
}
