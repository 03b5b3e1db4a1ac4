using Plotly.NET;
using RegCls.Binning;
using RegCls.Data.Labels;
using RegCls.Evaluation;
using RegCls.Tables.Running;

namespace RegCls.Tables.Answers;

/// <summary>The charts of an answer.</summary>
public static class OwnCharts
{
    private const int ErrorBins = 10;

    // At most as many points as a page can draw at once.
    private const int MostPoints = 600;

    private static readonly Dictionary<OwnMethod, string> Colors = new()
    {
        [OwnMethod.Mean] = "#b9bec5",
        [OwnMethod.Line] = "#7a7f87",
        [OwnMethod.Trees] = "#e08e2b",
        [OwnMethod.Reg] = "#d1495b",
        [OwnMethod.ScaledReg] = "#3d7ea6",
        [OwnMethod.RegCls] = "#3a9d5d",
        [OwnMethod.RegClsBalanced] = "#9bbf30",
    };

    /// <summary>How the target is spread over its range, which parts of it are frequent and rare, and where balanced classes lie, in the first split.</summary>
    /// <param name="result">The answer.</param>
    public static GenericChart Target(OwnResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        PreparedSplit split = result.Prepared(0);
        double[] targets = [.. split.Split.Train.Select(row => result.Data.Targets[row])];
        int[] counts = split.Shots.Histogram(split.Shots.Labels(targets));
        double[] edges = [.. split.Shots.Edges];
        int classes = Math.Min(result.Options.Classes[result.Options.Classes.Count / 2], targets.Length);
        TrainingClasses balanced = TrainingClasses.FromTargets(targets, classes, ClassDefinition.Balanced);
        OwnChart chart = new("The target", FormattableString.Invariant($"{targets.Length} training rows of the first split; dotted: the {balanced.Ranges.Count} balanced classes that {classes} uniform ones become"), result.Data.Options.Target, "rows");
        foreach ((Shot shot, OwnPart part, string color) in new[] { (Shot.Many, OwnPart.Many, "#3d7ea6"), (Shot.Medium, OwnPart.Medium, "#e08e2b"), (Shot.Few, OwnPart.Few, "#d1495b") })
        {
            int[] bins = [.. Enumerable.Range(0, counts.Length).Where(bin => split.ShotOfBin[bin] == shot && counts[bin] > 0)];
            if (bins.Length > 0)
            {
                chart.Bars(bins.Select(bin => (edges[bin] + edges[bin + 1]) / 2), bins.Select(bin => (double)counts[bin]), edges[1] - edges[0], part.Name(), color);
            }
        }

        return chart.Vertical(balanced.Ranges.Edges.ToArray(), "#9bbf30", "dot").Build();
    }

    /// <summary>The differences that are judged, with their intervals, in percent of the other arm's error.</summary>
    /// <param name="result">The answer.</param>
    public static GenericChart Differences(OwnResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        List<(string Name, Effect Effect, string Color)> rows =
        [
            .. result.Comparisons.SelectMany(comparison => new[]
            {
                ($"{comparison.Method.Name()} − reg<br>{comparison.Part.Name()}", comparison.AgainstReg, Colors[comparison.Method]),
                ($"{comparison.Method.Name()} − control<br>{comparison.Part.Name()}", comparison.AgainstControl, Colors[OwnMethod.ScaledReg]),
            }),
        ];
        return new OwnChart("What classes change", FormattableString.Invariant($"{result.Splits.Count} splits, 95 % intervals; in percent of the other arm's error; left of 0: reg+cls is better; dotted: the margin"), "difference, %", "comparison")
            .Intervals([.. rows.Select(row => row.Name)], [.. rows.Select(row => (row.Effect.Percent(row.Effect.Value), row.Effect.Percent(row.Effect.Low), row.Effect.Percent(row.Effect.High)))], [.. rows.Select(row => row.Color)], "difference")
            .Vertical([-100 * Effect.MarginShare, 100 * Effect.MarginShare], "#7a7f87", "dot")
            .Build(170 + 44 * rows.Count);
    }

    /// <summary>The error by the size of the target, over the test rows of a few splits, each tenth of them a point.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="splits">Over how many splits; networks are trained again for them.</param>
    /// <param name="cancellation">Stops the training.</param>
    public static GenericChart ErrorByTarget(OwnResult result, int splits = 3, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        int count = Math.Min(splits, result.Splits.Count);
        double[] targets = [.. result.Splits.Take(count).SelectMany(split => split.Test).Select(row => result.Data.Targets[row])];
        int[] order = [.. Enumerable.Range(0, targets.Length).OrderBy(i => targets[i])];
        int[][] bins = [.. order.Chunk((order.Length + ErrorBins - 1) / ErrorBins)];
        OwnChart chart = new OwnChart("Error by target", FormattableString.Invariant($"test rows of {count} split{(count == 1 ? "" : "s")}, each point a tenth of them"), result.Data.Options.Target, "root mean squared error").YFromZero();
        foreach (OwnMethod method in (OwnMethod[])[OwnMethod.Line, OwnMethod.Trees, .. OwnMethods.Arms])
        {
            double[] predictions = [.. Enumerable.Range(0, count).SelectMany(split => result.Predict(method, split, cancellation))];
            chart.Line(bins.Select(bin => bin.Average(i => targets[i])), bins.Select(bin => Math.Sqrt(bin.Average(i => Math.Pow(predictions[i] - targets[i], 2)))), method.Name(), Colors[method], method.IsArm() ? "solid" : "dot");
        }

        return chart.Build(460);
    }

    /// <summary>What the search tried: λ, learning rate and decay of each trial in its text, the validation error as height.</summary>
    /// <param name="result">The answer.</param>
    public static GenericChart Search(OwnResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        OwnRecord[] trials = [.. result.Records.Where(record => record.Trial is not null && double.IsFinite(record.Scores.Validation))];
        double[] heights = [.. trials.Select(record => Math.Sqrt(record.Scores.Validation)).Order()];
        OwnChart chart = new OwnChart("The search", FormattableString.Invariant($"{result.Options.Budget.Trials} trials of each arm on each of {result.Splits.Count} splits; circled: chosen; hover for the settings"), "learning rate", "validation error (root mean squared)")
            .LogarithmicX().YRange(0.95 * heights[0], Math.Max(1.05 * heights[(int)(0.9 * (heights.Length - 1))], 1.06 * heights[0]));
        foreach (OwnMethod method in OwnMethods.Arms)
        {
            Add(trials.Where(record => record.Configuration.Method == method), method.Name(), "circle", 6, 0.45);
            Add(result[method].Chosen, $"{method.Name()}, chosen", "circle-open", 12, 1);

            void Add(IEnumerable<OwnRecord> records, string name, string symbol, double size, double opacity)
            {
                OwnRecord[] shown = [.. records.Where(record => record.Trial is not null).Take(MostPoints)];
                chart.Points(shown.Select(record => record.Trial!.LearningRate), shown.Select(record => Math.Sqrt(record.Scores.Validation)), name, Colors[method], size, opacity, symbol, shown.Select(record => Settings(method, record)));
            }
        }

        return chart.Build(480);
    }

    /// <summary>Predictions against targets, on the test rows of the first split.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="cancellation">Stops the training.</param>
    public static GenericChart Predictions(OwnResult result, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        double[] targets = [.. result.Splits[0].Test.Select(row => result.Data.Targets[row])];
        int step = Math.Max(1, targets.Length / MostPoints);
        int[] shown = [.. Enumerable.Range(0, targets.Length).Where(i => i % step == 0)];
        OwnChart chart = new("Predictions", FormattableString.Invariant($"{shown.Length} of {targets.Length} test rows of the first split; on the line a prediction is right; click a name to hide it"), $"{result.Data.Options.Target}, true", "predicted");
        chart.Line([targets.Min(), targets.Max()], [targets.Min(), targets.Max()], "right", "#7a7f87", "dot", markers: false);
        foreach (OwnMethod method in (OwnMethod[])[OwnMethod.Line, OwnMethod.Reg, OwnMethod.ScaledReg, OwnMethod.RegCls])
        {
            double[] predictions = result.Predict(method, 0, cancellation);
            chart.Points(shown.Select(i => targets[i]), shown.Select(i => predictions[i]), method.Name(), Colors[method], 5, 0.55);
        }

        return chart.Build(480);
    }

    internal static string Settings(OwnMethod method, OwnRecord record)
    {
        OwnTrial trial = record.Trial!;
        string classes = method is OwnMethod.RegCls or OwnMethod.RegClsBalanced ? FormattableString.Invariant($", C = {trial.Classes}") : "", lambda = method == OwnMethod.Reg ? "" : FormattableString.Invariant($", λ = {trial.Lambda:G2}");
        return FormattableString.Invariant($"rate {trial.LearningRate:G2}, {(trial.Decoupled ? "decoupled" : "coupled")} decay {trial.WeightDecay:G2}{lambda}{classes}");
    }
}
