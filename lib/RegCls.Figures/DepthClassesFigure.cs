using Plotly.NET;
using RegCls.Binning;
using RegCls.Data.Labels;

namespace RegCls.Figures;

/// <summary>Fig. 8 for depth: how classes of pixels are balanced.</summary>
public static class DepthClassesFigure
{
    /// <summary>One row a data set; columns: pixels in each of 100 equal ranges, keep probability of the equalised classes (Eq. 12, 13), pixels that are kept on average (Eq. 16).</summary>
    /// <param name="sets">Name, pixels of each bucket of 0.1 m, and the upper end of the class ranges in metres.</param>
    /// <exception cref="ArgumentException">There is no data set.</exception>
    public static GenericChart Create(IReadOnlyList<(string Name, LabelCounts Counts, double High)> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (sets.Count == 0)
        {
            throw new ArgumentException("Fig. 8 needs at least one data set, got none.", nameof(sets));
        }

        PanelFigure figure = new(sets.Count, 3, panelHeight: 230, rowLabels: [.. sets.Select(set => set.Name)])
        {
            Title = "Fig. 8 for depth: pixels, keep probabilities, and pixels that are kept",
            Note = "computed from pixel counts by 0.1 m; ranges of 0.1 m, equalised by Eq. 12, keep probabilities of Eq. 13",
        };
        for (int row = 0; row < sets.Count; row++)
        {
            (LabelCounts counts, int ranges) = (sets[row].Counts, (int)Math.Round(10 * sets[row].High));
            double[] centres = [.. Enumerable.Range(0, ranges).Select(bucket => 0.1 * bucket + 0.05)];
            double[] pixels = [.. Enumerable.Range(0, ranges).Select(bucket => (double)counts.InBin(bucket))];
            KeptSamples balanced = KeptSamples.Of(centres, pixels, ClassRanges.Uniform(0, sets[row].High, ranges, BelowRange.Ignore));

            figure.Panel(row, 0, FormattableString.Invariant($"{counts.Total / 1e6:N1} million pixels"), "depth, m", "pixels");
            figure.Bars(row, 0, centres, pixels, "training pixels", Palette.Curve);
            figure.Panel(row, 1, FormattableString.Invariant($"{balanced.Classes} of {ranges} classes left"), "depth, m", "probability", yRange: (0, 1.05));
            figure.Line(row, 1, centres, balanced.Keep, "keep probability", Palette.Accent, width: 1.5);
            figure.Panel(row, 2, FormattableString.Invariant($"{balanced.Kept.Sum() / pixels.Sum():P1} kept, on average"), "depth, m", "pixels");
            figure.Bars(row, 2, centres, balanced.Kept, "kept on average", Palette.Balanced);
        }

        return figure.Build();
    }
}
