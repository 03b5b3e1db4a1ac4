namespace RegCls.Binning;

/// <summary>The target a class stands for, where classes are turned back into a prediction.</summary>
public static class ClassValues
{
    /// <summary>The mean training target of each class; the middle of its range where it has none.</summary>
    /// <param name="ranges">C ranges.</param>
    /// <param name="targets">Training targets, [N].</param>
    /// <returns>[C], in units of the target.</returns>
    /// <exception cref="ArgumentException">A target is NaN.</exception>
    public static double[] Of(ClassRanges ranges, ReadOnlySpan<double> targets)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        double[] sums = new double[ranges.Count];
        int[] counts = new int[ranges.Count];
        for (int i = 0; i < targets.Length; i++)
        {
            long label = ranges.Label(targets[i]);
            if (label != ClassRanges.Ignored)
            {
                sums[label] += targets[i];
                counts[label]++;
            }
        }

        return [.. sums.Select((sum, c) => counts[c] > 0 ? sum / counts[c] : (ranges.Edges[c] + ranges.Edges[c + 1]) / 2)];
    }
}
