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
            (TrainingClasses uniform, TrainingClasses balanced) = Of(dataSets[row], classes);
            Panels(figure, row, $"{uniform.Ranges.Count} equal ranges", $"Eq. 12: {balanced.Ranges.Count} ranges");
            Draw(figure, row, dataSets[row], uniform, balanced);
        }

        return figure.Build();
    }

    /// <summary>The same four steps on one data set, for one C at a time, with a slider between them.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="classes">Values of C, from left to right on the slider.</param>
    /// <param name="start">The index of the value that is shown first.</param>
    public static GenericChart OverClasses(FunctionDataSet data, IReadOnlyList<int> classes, int start)
    {
        (TrainingClasses Uniform, TrainingClasses Balanced)[] all = [.. classes.Select(count => Of(data, count))];
        PanelFigure figure = new(1, 4, panelHeight: 240)
        {
            Title = "How classes are balanced, step by step, for more and fewer classes",
            Note = $"function {data.FunctionIndex}, {Names.Of(data.Scenario)}, {Names.Of(data.Sampling)} sampling, data seed {data.DataSeed}; a bar spans its class; drawn live",
            Slider = ("classes C", [.. classes.Zip(all, (count, pair) => $"{count}, of which equalising leaves {pair.Balanced.Ranges.Count}")], start),
        };
        Panels(figure, 0, "equal ranges", "Eq. 12: merged ranges");
        for (int i = 0; i < all.Length; i++)
        {
            figure.Position = i;
            Draw(figure, 0, data, all[i].Uniform, all[i].Balanced);
        }

        return figure.Build();
    }

    private static (TrainingClasses Uniform, TrainingClasses Balanced) Of(FunctionDataSet data, int classes) =>
        (TrainingClasses.FromTargets(data.Train.Targets, classes, ClassDefinition.Uniform), TrainingClasses.FromTargets(data.Train.Targets, classes, ClassDefinition.Balanced));

    private static void Panels(PanelFigure figure, int row, string equal, string merged)
    {
        foreach ((int column, string title, string yTitle) in new[] { (0, equal, "samples"), (1, merged, "samples"), (2, "Eq. 13: keep probability", "ρ"), (3, "Eq. 16: kept in one epoch", "samples") })
        {
            figure.Panel(row, column, title, "target y", yTitle, yFromZero: true);
        }
    }

    private static void Draw(PanelFigure figure, int row, FunctionDataSet data, TrainingClasses uniform, TrainingClasses balanced)
    {
        Draw(figure, row, 0, "ranges of equal width", uniform.Ranges, [.. uniform.Counts.Select(count => (double)count)], Palette.Samples);
        Draw(figure, row, 1, "equalised ranges (Eq. 12)", balanced.Ranges, [.. balanced.Counts.Select(count => (double)count)], Palette.Accent);
        Draw(figure, row, 2, "keep probabilities (Eq. 13)", balanced.Ranges, [.. balanced.Keep!], Palette.Balanced);
        Draw(figure, row, 3, "kept samples (Eq. 16)", balanced.Ranges, Kept(data, balanced), Palette.RegCls);
    }

    private static void Draw(PanelFigure figure, int row, int column, string name, ClassRanges ranges, double[] heights, string color)
    {
        double[] edges = ranges.Edges.ToArray();
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
