namespace RegCls.Binning;

/// <summary>
/// Histogram equalisation of classes (Eq. 12): neighbouring ranges are merged so that the counts of what comes out are as equal as
/// merging can make them.
/// </summary>
/// <remarks>
/// With C ranges, counts h and N samples, range c goes to the new class <c>q(c) = ⌈C · s_c / N⌉ - 1</c>, where <c>s_c = h_0 + … + h_c</c>;
/// ranges with the same q are merged. This is the rounding of the authors' 1D code. (The paper's ⌊C · s_c / N⌋ differs from it only where C · s_c / N is
/// a whole number, which s_c = N always is: it would put the last sample of all in a class of its own.) Empty ranges at the lower end would have q = -1: they are
/// first merged into the first that is not empty, and C counts what remains. <see cref="EqualisationRounding"/> has the other roundings of the release.
/// </remarks>
public static class HistogramEqualisation
{
    /// <summary>The new class q(c) of each range (Eq. 12), numbered 0, 1, 2, … without gaps.</summary>
    /// <param name="counts">[C] samples in each range, at least one of them positive.</param>
    /// <param name="rounding">How C · s_c / N becomes a whole number.</param>
    /// <returns>[C] class numbers: the first is 0, and each is that of the range before or one more.</returns>
    /// <exception cref="ArgumentException">There are no ranges or no samples, or a count is negative.</exception>
    public static int[] Map(ReadOnlySpan<int> counts, EqualisationRounding rounding = EqualisationRounding.Up)
    {
        long total = Total(counts);
        int leading = counts.IndexOfAnyExcept(0);
        long classes = counts.Length - leading;
        int[] map = new int[counts.Length];
        long cumulated = 0, previous = -2;
        int current = -1;
        for (int range = leading; range < counts.Length; range++)
        {
            cumulated += counts[range];
            // In whole numbers, ⌈a / b⌉ = (a + b - 1) / b: no rounding error can move a range to the next class. The image and video code round a number of 64 bits.
            long nearest = (long)Math.Round((double)classes / total * cumulated, MidpointRounding.ToEven) - 1;
            long equalised = rounding switch
            {
                EqualisationRounding.Up => (classes * cumulated + total - 1) / total - 1,
                EqualisationRounding.ImageCode => Math.Max(nearest, 0),
                _ => nearest,
            };
            if (equalised != previous)
            {
                current++;
                previous = equalised;
            }

            map[range] = current;
        }

        return map;
    }

    /// <summary>Merges ranges as <see cref="Map"/> says: a new class runs from the first to the last of its ranges.</summary>
    /// <param name="ranges">C ranges.</param>
    /// <param name="counts">[C] samples in each range.</param>
    /// <param name="rounding">As in <see cref="Map"/>.</param>
    /// <returns>At most C ranges over the same targets; every one holds at least one sample.</returns>
    /// <exception cref="ArgumentException">There is not one count a range, or as in <see cref="Map"/>.</exception>
    public static ClassRanges Equalise(ClassRanges ranges, ReadOnlySpan<int> counts, EqualisationRounding rounding = EqualisationRounding.Up)
    {
        if (counts.Length != ranges.Count)
        {
            throw new ArgumentException($"Histogram equalisation got {counts.Length} counts for {ranges.Count} ranges; expected one count a range.", nameof(counts));
        }

        int[] map = Map(counts, rounding);
        List<double> edges = [ranges.Edges[0]];
        for (int range = 1; range < map.Length; range++)
        {
            if (map[range] != map[range - 1])
            {
                edges.Add(ranges.Edges[range]);
            }
        }

        edges.Add(ranges.Edges[^1]);
        return new ClassRanges([.. edges], ranges.Below);
    }

    private static long Total(ReadOnlySpan<int> counts)
    {
        long total = 0;
        for (int range = 0; range < counts.Length; range++)
        {
            total += counts[range] >= 0
                ? counts[range]
                : throw new ArgumentException($"Range {range} has the count {counts[range]}; expected 0 or more samples.", nameof(counts));
        }

        return total > 0 ? total : throw new ArgumentException("Histogram equalisation needs samples, but every count is 0; pass the counts of the training targets.", nameof(counts));
    }
}
