using Plotly.NET;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Figures;

/// <summary>What trained networks predict on one data set, one panel a model (as Fig. 7).</summary>
public static class PredictionsFigure
{
    private const int ShownSamples = 600;

    /// <summary>Trains each run on the data set and draws its predictions over [-1, 1], with its test MSE.</summary>
    /// <param name="data">The data set that all runs are trained on.</param>
    /// <param name="runs">One run a panel, at most four a row.</param>
    /// <exception cref="ArgumentException">There is no run.</exception>
    public static GenericChart Create(FunctionDataSet data, IReadOnlyList<RunConfiguration> runs)
    {
        if (runs.Count == 0)
        {
            throw new ArgumentException("A figure of predictions needs at least one run, got none.", nameof(runs));
        }

        int columns = Math.Min(runs.Count, 4);
        PanelFigure figure = new((runs.Count + columns - 1) / columns, columns, panelHeight: 300)
        {
            Title = "Predictions of trained networks",
            Note = $"function {data.FunctionIndex}, {Names.Of(data.Scenario)}, {Names.Of(data.Sampling)} sampling, data seed {data.DataSeed}, {runs.Max(run => run.Epochs)} epochs; {ShownSamples} training samples shown; trained live",
        };
        double[] x = Grid.Inputs(400);
        for (int i = 0; i < runs.Count; i++)
        {
            RunConfiguration run = runs[i];
            using TrainedReplica trained = StudyRunner.Train(run, data);
            double mse = MeanSquaredError.Of(trained.Predict(data.Test.Inputs), data.Test.Targets);
            string name = run.Arm.DisplayName() + (run.Classes > 0 ? $", C = {run.Classes}" : "");
            figure.Panel(i / columns, i % columns, FormattableString.Invariant($"{name}: test MSE {mse:F3}"), "input x", "y and f(x)", yRange: (-2, 2));
            figure.TrainingSamples(i / columns, i % columns, data.Train, ShownSamples, Palette.Curve, opacity: 0.35);
            figure.Line(i / columns, i % columns, x, x.Select(data.Function.Evaluate), "true function", Palette.Curve, width: 1);
            figure.Line(i / columns, i % columns, x, trained.Predict(x), run.Arm.DisplayName(), Palette.Of(run.Arm), width: 2.5);
        }

        return figure.Build();
    }
}
