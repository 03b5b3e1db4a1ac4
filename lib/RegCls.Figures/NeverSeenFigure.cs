using Plotly.NET;
using RegCls.Binning;
using RegCls.Data;

namespace RegCls.Figures;

/// <summary>Appendix B: what is never seen if samples are kept with Eq. 13 alone, without equalising the classes first.</summary>
public static class NeverSeenFigure
{
    /// <summary>
    /// Draws, for each number of classes, the expected share of each class's training samples that the classification loss sees at least once in a training,
    /// <c>1 - (1 - ρ)^epochs</c>, with Eq. 13 alone and with equalised classes.
    /// </summary>
    /// <param name="data">A data set.</param>
    /// <param name="classes">Numbers of classes, one panel each.</param>
    /// <param name="epochs">Visits of each sample in a training; 80 in the 1D study.</param>
    public static GenericChart Create(FunctionDataSet data, IReadOnlyList<int> classes, int epochs = 80)
    {
        PanelFigure figure = new(1, classes.Count, panelHeight: 300)
        {
            Title = "Appendix B: keep probabilities without equalising first",
            Note = $"function {data.FunctionIndex}, {Names.Of(data.Scenario)}, {Names.Of(data.Sampling)} sampling, data seed {data.DataSeed}, {data.Train.Count:N0} training samples; computed<br>share of a class's samples that enter the classification loss at least once in {epochs} epochs",
        };
        for (int column = 0; column < classes.Count; column++)
        {
            figure.Panel(0, column, $"C = {classes[column]}", "target y", "share seen", yRange: (0, 1.03));
            foreach ((ClassDefinition definition, string name, string color) in new[]
            {
                (ClassDefinition.KeepOnly, "Eq. 13 alone", Palette.Reg),
                (ClassDefinition.Balanced, "Eq. 12, then Eq. 13", Palette.RegCls),
            })
            {
                TrainingClasses made = TrainingClasses.FromTargets(data.Train.Targets, classes[column], definition);
                double[] seen = [.. made.Keep!.Select(keep => 1 - Math.Pow(1 - keep, epochs))];
                (double[] x, double[] y) = Steps(made, seen);
                figure.Line(0, column, x, y, name, color, width: 1.8);
            }
        }

        return figure.Build();
    }

    /// <summary>How much of a data set Eq. 13 alone uses: one row a number of classes.</summary>
    public static Deedle.Frame<int, string> Table(FunctionDataSet data, IReadOnlyList<int> classes, int epochs = 80)
    {
        List<(int Classes, ClassDefinition Definition, TrainingClasses Made)> rows =
        [
            .. from c in classes
               from definition in new[] { ClassDefinition.KeepOnly, ClassDefinition.Balanced }
               select (c, definition, TrainingClasses.FromTargets(data.Train.Targets, c, definition)),
        ];
        return Deedle.Frame.FromColumns(new Dictionary<string, Deedle.Series<int, object>>
        {
            ["C"] = Column(row => row.Classes),
            ["keep probabilities"] = Column(row => row.Definition == ClassDefinition.KeepOnly ? "Eq. 13 alone" : "Eq. 12, then 13"),
            ["classes with samples"] = Column(row => row.Made.Counts.Count(count => count > 0)),
            ["lowest ρ"] = Column(row => FormattableString.Invariant($"{row.Made.Keep!.Min():G2}")),
            ["kept a batch of 256"] = Column(row => FormattableString.Invariant($"{256 * Kept(row.Made) / data.Train.Count:F1}")),
            ["samples never seen"] = Column(row => FormattableString.Invariant($"{100 * row.Made.Counts.Zip(row.Made.Keep!, (count, keep) => count * Math.Pow(1 - keep, epochs)).Sum() / data.Train.Count:F1} %")),
        });

        Deedle.Series<int, object> Column(Func<(int Classes, ClassDefinition Definition, TrainingClasses Made), object> value) =>
            new([.. Enumerable.Range(0, rows.Count)], rows.Select(value));
    }

    private static double Kept(TrainingClasses classes) => classes.Counts.Zip(classes.Keep!, (count, keep) => count * keep).Sum();

    // A level a class, from its lower to its upper edge; classes without samples leave a gap.
    private static (double[] X, double[] Y) Steps(TrainingClasses classes, double[] values)
    {
        List<double> x = [], y = [];
        ReadOnlySpan<double> edges = classes.Ranges.Edges;
        for (int c = 0; c < values.Length; c++)
        {
            double value = classes.Counts[c] > 0 ? values[c] : double.NaN;
            x.AddRange([edges[c], edges[c + 1]]);
            y.AddRange([value, value]);
        }

        return ([.. x], [.. y]);
    }
}
