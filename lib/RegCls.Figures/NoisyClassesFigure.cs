using Plotly.NET;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;

namespace RegCls.Figures;

/// <summary>How well the class of a noisy target can be known, and how well it was learned.</summary>
public static class NoisyClassesFigure
{
    private const int Inputs = 400;
    private static readonly double[] Ticks = [4, 16, 64, 256, 1024];

    /// <summary>
    /// Draws, for each strength of noise and one panel a sampling, the accuracy of the best possible classifier on the uniform test set against the number of classes
    /// (lines, computed from f and σ), that of always naming the largest class of the training set (dotted), and the accuracy reg+cls with uniform classes
    /// reached (markers). All are means over the functions of the records.
    /// </summary>
    /// <param name="records">Records of the study of Fig. 5.</param>
    /// <param name="source">What the records are: "quick run, live" or "full run, recorded".</param>
    /// <exception cref="ArgumentException">There is no run of reg+cls with uniform classes.</exception>
    public static GenericChart Create(IReadOnlyList<RunRecord> records, string source)
    {
        List<RunRecord> runs = [.. records.Where(record => StudyArm.RegCls.Includes(record.Configuration))];
        if (runs.Count == 0)
        {
            throw new ArgumentException("A figure of noisy classes needs runs of reg+cls with uniform classes, got none.", nameof(records));
        }

        Sampling[] samplings = [.. runs.Select(record => record.Configuration.Sampling).Distinct().Order()];
        double[] noises = [.. runs.Select(record => record.Configuration.Scenario.NoiseStandardDeviation).Distinct().Order()];
        PanelFigure figure = new(1, samplings.Length, panelHeight: 330)
        {
            Title = "How well can the class of a noisy target be known?",
            Note = $"lines: the best possible classifier; dotted: always the largest training class; markers: reg+cls, on the uniform test set<br>{source}: {RunSizes.Of(runs)}",
        };
        for (int column = 0; column < samplings.Length; column++)
        {
            figure.Panel(0, column, Names.Of(samplings[column]), "classes C", "class accuracy", logarithmicX: true, ticks: Ticks, yRange: (0, 1));
            for (int i = 0; i < noises.Length; i++)
            {
                List<RunRecord> shown = [.. runs.Where(record => record.Configuration.Sampling == samplings[column] && record.Configuration.Scenario.NoiseStandardDeviation == noises[i])];
                string name = FormattableString.Invariant($"σ = {noises[i]}");
                (double[] best, double[] largest) = References(shown);
                figure.Line(0, column, Ticks, best, name, Palette.OfClasses(i), width: 1.8);
                figure.Line(0, column, Ticks, largest, name, Palette.OfClasses(i), dash: "dot", width: 1.2);
                var reached = shown.GroupBy(record => record.Configuration.Classes).OrderBy(group => group.Key).ToList();
                figure.Points(0, column, reached.Select(group => (double)group.Key), reached.Select(group => group.Average(record => record.ClassAccuracy)), name, Palette.OfClasses(i), size: 8, opacity: 1);
            }
        }

        return figure.Build();
    }

    // One data seed a function: they hardly depend on it.
    private static (double[] Best, double[] Largest) References(List<RunRecord> runs)
    {
        (double Best, double Largest)[][] functions =
            [.. runs.DistinctBy(record => record.Configuration.Function).AsParallel().AsOrdered().Select(record => OfOne(record.Configuration.GenerateData()))];
        return (
            [.. Enumerable.Range(0, Ticks.Length).Select(i => functions.Average(function => function[i].Best))],
            [.. Enumerable.Range(0, Ticks.Length).Select(i => functions.Average(function => function[i].Largest))]);
    }

    private static (double Best, double Largest)[] OfOne(FunctionDataSet data)
    {
        int step = Math.Max(1, data.Test.Count / Inputs);
        double[] means = [.. data.Test.Inputs.Where((_, i) => i % step == 0).Select(data.Function.Evaluate)];
        return [.. Ticks.Select(c => Reference(ClassRanges.FromTargets(data.Train.Targets, (int)c)))];

        (double, double) Reference(ClassRanges ranges)
        {
            int[] training = ranges.Histogram(ranges.Labels(data.Train.Targets)), test = ranges.Histogram(ranges.Labels(data.Test.Targets));
            return (NoisyClasses.BestAccuracy(ranges, means, data.Scenario.NoiseStandardDeviation), test[Array.IndexOf(training, training.Max())] / (double)data.Test.Count);
        }
    }
}
