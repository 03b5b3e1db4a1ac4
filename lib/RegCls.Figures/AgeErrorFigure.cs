using Plotly.NET;
using RegCls.Data.Labels;
using RegCls.Studies.Images;

namespace RegCls.Figures;

/// <summary>Error against age, with the training density behind it.</summary>
public static class AgeErrorFigure
{
    /// <summary>Left: mean absolute error by decade of age; right: mean of prediction − age. Lines are means over seeds; the bars behind are the training images of the decade, on a scale of their own.</summary>
    /// <param name="records">Records of one data set and weight decay; those without errors by decade are left out.</param>
    /// <param name="training">The training labels.</param>
    /// <param name="source">What the records are.</param>
    /// <exception cref="ArgumentException">No record has errors by decade.</exception>
    public static GenericChart Create(IEnumerable<AgeRecord> records, LabelCounts training, string source)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(training);
        AgeRecord[] usable = [.. records.Where(record => record.DecadeMae.Count == AgeRecord.Decades)];
        if (usable.Length == 0)
        {
            throw new ArgumentException("Error against age needs records with errors by decade, got none.", nameof(records));
        }

        PanelFigure figure = new(1, 2, panelHeight: 360) { Title = "Error against age", Note = $"{source}: {AgeNames.Sizes(usable)}; mean over seeds" };
        double[] images = [.. Enumerable.Range(0, AgeRecord.Decades).Select(decade => (double)Images(training, decade))];
        double[] centres = [.. Enumerable.Range(0, AgeRecord.Decades).Select(decade => 10.0 * decade + 5)];
        figure.Panel(0, 0, "mean absolute error", "age, years", "MAE, years", yFromZero: true);
        figure.Panel(0, 1, "mean of prediction − age", "age, years", "bias, years");
        Draw(0, record => record.DecadeMae);
        Draw(1, record => record.DecadeBias);
        return figure.Build();

        void Draw(int column, Func<AgeRecord, IReadOnlyList<double?>> errors)
        {
            (AgeArm Arm, double?[] Means)[] lines =
            [
                .. usable.GroupBy(record => AgeArm.Of(record.Configuration)).Select(method => (method.Key,
                    Enumerable.Range(0, AgeRecord.Decades).Select(decade => method.Average(record => errors(record)[decade])).ToArray())),
            ];
            double highest = lines.SelectMany(line => line.Means).OfType<double>().Max();
            figure.Bars(0, column, centres, images.Select(count => highest * count / images.Max()), "training images, own scale", Palette.Faint(Palette.Curve, 0.22));
            foreach ((AgeArm arm, double?[] means) in lines)
            {
                int[] shown = [.. Enumerable.Range(0, AgeRecord.Decades).Where(decade => means[decade] is not null)];
                figure.Line(0, column, shown.Select(decade => centres[decade]), shown.Select(decade => means[decade]!.Value), arm.DisplayName, AgeNames.Colour(arm.Method), marker: "circle", dash: arm.Lambda > 10 ? "dot" : "solid");
            }
        }
    }

    private static long Images(LabelCounts training, int decade)
        => Enumerable.Range(training.First, training.Counts.Length).Where(bin => Math.Clamp((int)(training.Bins.Lower(bin) / 10), 0, AgeRecord.Decades - 1) == decade).Sum(bin => (long)training.InBin(bin));
}
