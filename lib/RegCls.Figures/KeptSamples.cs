using RegCls.Binning;

namespace RegCls.Figures;

/// <summary>What equalised classes keep of labels that are known by their counts: the numbers of Fig. 8.</summary>
/// <param name="Classes">How many classes are left of the equal ranges (Eq. 12).</param>
/// <param name="Keep">Probability with which a sample of each label is kept (Eq. 13); 0 outside the ranges.</param>
/// <param name="Kept">Samples of each label that are kept on average.</param>
internal sealed record KeptSamples(int Classes, double[] Keep, double[] Kept)
{
    /// <summary>Equalises the ranges over the labels.</summary>
    /// <param name="labels">The labels, [K].</param>
    /// <param name="samples">How many samples have each, [K].</param>
    /// <param name="ranges">The equal ranges.</param>
    public static KeptSamples Of(double[] labels, double[] samples, ClassRanges ranges)
    {
        TrainingClasses classes = TrainingClasses.FromCounts(ranges, some => Histogram(some, labels, samples), ClassDefinition.Balanced);
        double[] keep = [.. classes.Ranges.Labels(labels).Select(index => index < 0 ? 0 : classes.Keep![(int)index])];
        return new KeptSamples(classes.Ranges.Count, keep, [.. samples.Zip(keep, (count, probability) => count * probability)]);
    }

    private static int[] Histogram(ClassRanges ranges, double[] labels, double[] samples)
    {
        double[] sums = new double[ranges.Count];
        long[] indices = ranges.Labels(labels);
        for (int i = 0; i < indices.Length; i++)
        {
            if (indices[i] >= 0)
            {
                sums[indices[i]] += samples[i];
            }
        }

        return [.. sums.Select(sum => (int)Math.Min(sum, int.MaxValue))];
    }
}
