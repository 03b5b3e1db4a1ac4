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
    /// (lines, computed from f and σ), and the accuracy reg+cls with uniform classes reached (markers). Both are means over the functions of the records.
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
            Note = $"lines: the best possible classifier, computed from f and σ; markers: reg+cls on the uniform test set<br>{source}: {RunSizes.Of(runs)}",
        };
        for (int column = 0; column < samplings.Length; column++)
        {
            figure.Panel(0, column, Names.Of(samplings[column]), "classes C", "class accuracy", logarithmicX: true, ticks: Ticks, yRange: (0, 1));
            for (int i = 0; i < noises.Length; i++)
            {
                List<RunRecord> shown = [.. runs.Where(record => record.Configuration.Sampling == samplings[column] && record.Configuration.Scenario.NoiseStandardDeviation == noises[i])];
                string name = FormattableString.Invariant($"σ = {noises[i]}");
                figure.Line(0, column, Ticks, Ceiling(shown), name, Palette.OfClasses(i), width: 1.8);
                var reached = shown.GroupBy(record => record.Configuration.Classes).OrderBy(group => group.Key).ToList();
                figure.Points(0, column, reached.Select(group => (double)group.Key), reached.Select(group => group.Average(record => record.ClassAccuracy)), name, Palette.OfClasses(i), size: 8, opacity: 1);
            }
        }

        return figure.Build();
    }

    // One data seed a function: the ceiling hardly depends on it.
    private static double[] Ceiling(List<RunRecord> runs)
    {
        double[][] functions = [.. runs.DistinctBy(record => record.Configuration.Function).Select(record => OfOne(record.Configuration.GenerateData()))];
        return [.. Enumerable.Range(0, Ticks.Length).Select(i => functions.Average(accuracies => accuracies[i]))];
    }

    private static double[] OfOne(FunctionDataSet data)
    {
        int step = Math.Max(1, data.Test.Count / Inputs);
        double[] means = [.. data.Test.Inputs.Where((_, i) => i % step == 0).Select(data.Function.Evaluate)];
        return [.. Ticks.Select(c => NoisyClasses.BestAccuracy(ClassRanges.FromTargets(data.Train.Targets, (int)c), means, data.Scenario.NoiseStandardDeviation))];
    }
}
