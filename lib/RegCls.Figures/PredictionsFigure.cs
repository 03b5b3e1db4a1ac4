using Plotly.NET;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>Fig. 7: what trained networks predict, a row a data set, a panel a model.</summary>
public static class PredictionsFigure
{
    private const int ShownSamples = 600;

    /// <summary>Trains each run and draws its predictions over [-1, 1], with its test MSE.</summary>
    /// <param name="runs">The runs; those on one data set make a row.</param>
    /// <exception cref="ArgumentException">There is no run.</exception>
    public static GenericChart Create(IReadOnlyList<RunConfiguration> runs)
    {
        if (runs.Count == 0)
        {
            throw new ArgumentException("A figure of predictions needs at least one run, got none.", nameof(runs));
        }

        List<IGrouping<DataSetKey, RunConfiguration>> rows = [.. runs.GroupBy(DataSetKey.Of)];
        PanelFigure figure = new(rows.Count, rows.Max(row => row.Count()), panelHeight: 300, [.. rows.Select(row => FormattableString.Invariant($"function {row.Key.Function}"))])
        {
            Title = "Fig. 7: predictions of trained networks",
            Note = $"{string.Join(", ", rows.Select(row => (row.Key.Scenario, row.Key.Sampling, row.Key.DataSeed)).Distinct().Select(key => $"{Names.Of(key.Scenario)}, {Names.Of(key.Sampling)} sampling, data seed {key.DataSeed}"))}"
                + $"{Classes(runs)}; {runs.Max(run => run.Epochs)} epochs; {ShownSamples} training samples shown; trained live",
        };
        for (int row = 0; row < rows.Count; row++)
        {
            FunctionDataSet data = rows[row].First().GenerateData();
            int column = 0;
            foreach (RunConfiguration run in rows[row])
            {
                DrawPanel(figure, row, column++, run, data);
            }
        }

        return figure.Build();
    }

    /// <summary>Trains each run with each weight decay and draws the predictions of one decay at a time, with a slider between them.</summary>
    /// <param name="runs">Runs on one data set.</param>
    /// <param name="decays">Weight decays, from left to right on the slider.</param>
    /// <param name="start">The index of the decay that is shown first.</param>
    /// <exception cref="ArgumentException">There is no run, or they are on several data sets.</exception>
    public static GenericChart OverDecays(IReadOnlyList<RunConfiguration> runs, IReadOnlyList<double> decays, int start)
    {
        if (runs.Select(DataSetKey.Of).Distinct().Count() != 1)
        {
            throw new ArgumentException($"A slider of decays needs runs on one data set, got {runs.Select(DataSetKey.Of).Distinct().Count()}.", nameof(runs));
        }

        FunctionDataSet data = runs[0].GenerateData();
        double[] x = Grid.Inputs(201);
        (double Mse, double[] Predictions)[][] fits = [.. decays.Select(decay => runs.Select(run =>
        {
            using TrainedReplica trained = StudyRunner.Train(run with { WeightDecay = decay }, data);
            return (MeanSquaredError.Of(trained.Predict(data.Test.Inputs), data.Test.Targets), trained.Predict(x).Select(value => Math.Round(value, 4)).ToArray());
        }).ToArray())];
        PanelFigure figure = new(1, runs.Count, panelHeight: 300)
        {
            Title = "The same three networks under another weight decay",
            Note = $"function {runs[0].Function}, {Names.Of(runs[0].Scenario)}, {Names.Of(runs[0].Sampling)} sampling{Classes(runs)}; {runs[0].Epochs} epochs; trained live, {runs.Count * decays.Count} models",
            Slider = ("weight decay", [.. decays.Select((decay, i) => FormattableString.Invariant($"{decay:0e0}: test MSE ").Replace("0e0", "none", StringComparison.Ordinal) + string.Join(", ", runs.Select((run, j) => FormattableString.Invariant($"{StudyArm.Of(run).DisplayName} {fits[i][j].Mse:F3}"))))], start),
        };
        for (int column = 0; column < runs.Count; column++)
        {
            string arm = StudyArm.Of(runs[column]).DisplayName;
            figure.Panel(0, column, arm, "input x", "y and f(x)", yRange: (-2, 2));
            figure.Position = null;
            figure.TrainingSamples(0, column, data.Train, ShownSamples / 2, Palette.Curve, opacity: 0.35);
            figure.Line(0, column, x, x.Select(value => Math.Round(data.Function.Evaluate(value), 4)), "true function", Palette.Curve, width: 1);
            for (int i = 0; i < decays.Count; i++)
            {
                figure.Position = i;
                figure.Line(0, column, x, fits[i][column].Predictions, arm, Palette.Of(runs[column].Arm), width: 2.5);
            }
        }

        return figure.Build();
    }

    private static void DrawPanel(PanelFigure figure, int row, int column, RunConfiguration run, FunctionDataSet data)
    {
        double[] x = Grid.Inputs(400);
        using TrainedReplica trained = StudyRunner.Train(run, data);
        double mse = MeanSquaredError.Of(trained.Predict(data.Test.Inputs), data.Test.Targets);
        bool balanced = run.ClassDefinition == ClassDefinition.Balanced;
        string arm = StudyArm.Of(run).DisplayName;
        figure.Panel(row, column, FormattableString.Invariant($"{arm}: test MSE {mse:F3}"), "input x", "y and f(x)", yRange: (-2, 2));
        figure.TrainingSamples(row, column, data.Train, ShownSamples, Palette.Curve, opacity: 0.35);
        figure.Line(row, column, x, x.Select(data.Function.Evaluate), "true function", Palette.Curve, width: 1);
        figure.Line(row, column, x, trained.Predict(x), arm, balanced ? Palette.Balanced : Palette.Of(run.Arm), width: 2.5);
    }

    private static string Classes(IReadOnlyList<RunConfiguration> runs)
    {
        int[] classes = [.. runs.Select(run => run.Classes).Where(count => count > 0).Distinct()];
        return classes.Length == 0 ? "" : $"; C = {string.Join(", ", classes)}";
    }
}
