using RegCls.Binning;

namespace RegCls.Figures;

/// <summary>Shares of samples in equal bins, for the charts of target distributions.</summary>
internal static class Histogram
{
    /// <summary>Bin centres and the share of targets in each bin; the shares of targets inside the range sum to at most 1.</summary>
    public static (double[] Centres, double[] Shares) Of(double[] targets, double low, double high, int bins)
    {
        ClassRanges ranges = ClassRanges.Uniform(low, high, bins, BelowRange.Ignore);
        int[] counts = ranges.Histogram(ranges.Labels(targets));
        double width = (high - low) / bins;
        return (
            [.. Enumerable.Range(0, bins).Select(bin => low + (bin + 0.5) * width)],
            [.. counts.Select(count => (double)count / targets.Length)]);
    }
}
