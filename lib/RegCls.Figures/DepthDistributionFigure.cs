using Plotly.NET;
using RegCls.Data.Labels;

namespace RegCls.Figures;

/// <summary>How often each depth occurs, for data sets that are compared.</summary>
public static class DepthDistributionFigure
{
    /// <summary>Left: share of the pixels by depth. Right: the same on a logarithmic scale, where the tails can be seen. Half metres are compared: NYUD2-DIR stores training depth in steps of 4 cm, so its tenths go up and down.</summary>
    /// <param name="sets">Name and pixels of each bucket of 0.1 m.</param>
    /// <exception cref="ArgumentException">There is no data set.</exception>
    public static GenericChart Create(IReadOnlyList<(string Name, LabelCounts Counts)> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (sets.Count == 0)
        {
            throw new ArgumentException("The chart needs at least one data set, got none.", nameof(sets));
        }

        PanelFigure figure = new(1, 2, panelHeight: 330)
        {
            Title = "Depth of the training pixels",
            Note = string.Join("; ", sets.Select(set => FormattableString.Invariant($"{set.Name}: {set.Counts.Total / 1e6:N1} million pixels"))),
        };
        figure.Panel(0, 0, "share of pixels", "depth, m", "share in half a metre", yFromZero: true);
        figure.Panel(0, 1, "the same, logarithmic", "depth, m", "share in half a metre", logarithmicY: true);
        for (int i = 0; i < sets.Count; i++)
        {
            double[] shares = [.. Enumerable.Range(0, 20).Select(half => Enumerable.Range(5 * half, 5).Sum(bucket => (double)sets[i].Counts.InBin(bucket)) / sets[i].Counts.Total)];
            int[] filled = [.. Enumerable.Range(0, 20).Where(half => shares[half] > 0)];
            string colour = i == 0 ? Palette.Curve : i == 1 ? Palette.Accent : Palette.Series(i);
            for (int column = 0; column < 2; column++)
            {
                figure.Line(0, column, filled.Select(half => 0.5 * half + 0.25), filled.Select(half => shares[half]), sets[i].Name, colour, marker: "circle");
            }
        }

        return figure.Build();
    }
}
