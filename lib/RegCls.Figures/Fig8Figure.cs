using Plotly.NET;
using RegCls.Binning;
using RegCls.Data.Labels;

namespace RegCls.Figures;

/// <summary>Fig. 8: the training labels, the probabilities with which equalised classes keep them, and what is left on average.</summary>
public static class Fig8Figure
{
    /// <summary>One row a data set; columns: training samples per label, keep probability, samples kept on average.</summary>
    /// <param name="sets">Name and training labels of each data set.</param>
    /// <param name="low">Lower end of the equal ranges before equalisation.</param>
    /// <param name="high">Their upper end.</param>
    /// <param name="label">What a label is, with its unit, such as <c>age, years</c>.</param>
    /// <param name="ranges">How many equal ranges; 100 in the paper.</param>
    /// <exception cref="ArgumentException">There is no data set.</exception>
    public static GenericChart Create(IReadOnlyList<(string Name, LabelCounts Counts)> sets, double low, double high, string label, int ranges = 100)
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (sets.Count == 0)
        {
            throw new ArgumentException("Fig. 8 needs at least one data set, got none.", nameof(sets));
        }

        PanelFigure figure = new(sets.Count, 3, panelHeight: 230, rowLabels: [.. sets.Select(set => set.Name)])
        {
            Title = "Fig. 8: labels, keep probabilities, and labels that are kept",
            Note = FormattableString.Invariant($"computed from label counts; {ranges} equal ranges of [{low:G}, {high:G}], equalised by Eq. 12, keep probabilities of Eq. 13"),
        };
        for (int row = 0; row < sets.Count; row++)
        {
            LabelCounts counts = sets[row].Counts;
            double[] labels = [.. Enumerable.Range(counts.First, counts.Counts.Length).Select(counts.Bins.Lower)];
            double[] samples = [.. counts.Counts.ToArray().Select(count => (double)count)];
            KeptSamples balanced = KeptSamples.Of(labels, samples, ClassRanges.Uniform(low, high, ranges, BelowRange.Ignore));

            figure.Panel(row, 0, FormattableString.Invariant($"{counts.Total:N0} training samples"), label, "samples");
            figure.Bars(row, 0, labels, samples, "training samples", Palette.Curve);
            figure.Panel(row, 1, FormattableString.Invariant($"{balanced.Classes} of {ranges} classes left"), label, "probability", yRange: (0, 1.05));
            figure.Line(row, 1, labels, balanced.Keep, "keep probability", Palette.Accent, width: 1.5);
            figure.Panel(row, 2, FormattableString.Invariant($"{balanced.Kept.Sum():N0} kept, on average"), label, "samples");
            figure.Bars(row, 2, labels, balanced.Kept, "kept on average", Palette.Balanced);
        }

        return figure.Build();
    }
}
