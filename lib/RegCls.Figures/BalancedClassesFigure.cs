using Plotly.NET;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>What balancing does to the classes of a data set, as Fig. 8 shows for images: one row a data set.</summary>
public static class BalancedClassesFigure
{
    /// <summary>
    /// Draws, from left to right: samples in each of C ranges of equal width; samples in each equalised range (Eq. 12); keep probabilities
    /// (Eq. 13); and how many samples of each class enter the classification loss in one epoch (Eq. 16), drawn live.
    /// </summary>
    /// <param name="dataSets">One data set a row.</param>
    /// <param name="classes">C.</param>
    public static GenericChart Create(IReadOnlyList<FunctionDataSet> dataSets, int classes)
    {
        PanelFigure figure = new(dataSets.Count, 4, panelHeight: 240, rowLabels: [.. dataSets.Select(data => Names.Of(data.Sampling))])
        {
            Title = "As Fig. 8, for 1D: how classes are balanced",
            Note = $"function {dataSets[0].FunctionIndex}, {Names.Of(dataSets[0].Scenario)}, data seed {dataSets[0].DataSeed}, C = {classes}; a bar spans its class; drawn live",
        };
        for (int row = 0; row < dataSets.Count; row++)
        {
            FunctionDataSet data = dataSets[row];
            TrainingClasses uniform = TrainingClasses.FromTargets(data.Train.Targets, classes, ClassDefinition.Uniform);
            TrainingClasses balanced = TrainingClasses.FromTargets(data.Train.Targets, classes, ClassDefinition.Balanced);
            Draw(figure, row, 0, $"{uniform.Ranges.Count} equal ranges", "ranges of equal width", "samples", uniform.Ranges, [.. uniform.Counts.Select(count => (double)count)], Palette.Samples);
            Draw(figure, row, 1, $"Eq. 12: {balanced.Ranges.Count} ranges", "equalised ranges (Eq. 12)", "samples", balanced.Ranges, [.. balanced.Counts.Select(count => (double)count)], Palette.Accent);
            Draw(figure, row, 2, "Eq. 13: keep probability", "keep probabilities (Eq. 13)", "ρ", balanced.Ranges, [.. balanced.Keep!], Palette.Balanced);
            Draw(figure, row, 3, "Eq. 16: kept in one epoch", "kept samples (Eq. 16)", "samples", balanced.Ranges, Kept(data, balanced), Palette.RegCls);
        }

        return figure.Build();
    }

    private static void Draw(PanelFigure figure, int row, int column, string title, string name, string yTitle, ClassRanges ranges, double[] heights, string color)
    {
        double[] edges = ranges.Edges.ToArray();
        figure.Panel(row, column, title, "target y", yTitle, yFromZero: true);
        figure.Bars(
            row,
            column,
            Enumerable.Range(0, ranges.Count).Select(c => (edges[c] + edges[c + 1]) / 2),
            heights,
            name,
            color,
            Enumerable.Range(0, ranges.Count).Select(c => edges[c + 1] - edges[c]));
    }

    private static double[] Kept(FunctionDataSet data, TrainingClasses classes)
    {
        ClassSelection selection = new(classes.Keep!, RandomStream.Named("figure", "kept in one epoch", data.FunctionIndex, data.DataSeed));
        long[] kept = [.. classes.Ranges.Labels(data.Train.Targets).Select(selection.Visit)];
        return [.. classes.Ranges.Histogram(kept).Select(count => (double)count)];
    }
}
