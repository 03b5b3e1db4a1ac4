using MathNet.Numerics.LinearAlgebra;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace RegCls.Tables.Running;

/// <summary>What a network must beat to be worth comparing.</summary>
internal static class OwnBaselines
{
    /// <summary>Penalties that ridge regression chooses from on the validation rows.</summary>
    public static IReadOnlyList<double> Penalties { get; } = [0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10];

    // FastTree keeps thread and buffer pools for the whole process: one training at a time.
    private static readonly Lock TreesGate = new();

    private static readonly (int Leaves, double Rate)[] TreeSettings = [(6, 0.1), (20, 0.1), (40, 0.05)];

    /// <summary>How many settings a baseline chose from.</summary>
    public static int Trials(OwnMethod method) => method switch
    {
        OwnMethod.Line => Penalties.Count,
        OwnMethod.Trees => TreeSettings.Length,
        _ => 1,
    };

    /// <summary>Fits a baseline; predictions are of standardised targets.</summary>
    /// <param name="split">The split.</param>
    /// <param name="method">Which.</param>
    /// <param name="trees">Number of trees.</param>
    /// <returns>Validation MSE and the predictions of the test rows.</returns>
    public static (double Validation, double[] Predictions) Fit(PreparedSplit split, OwnMethod method, int trees) => method switch
    {
        OwnMethod.Mean => (split.Targets(split.Split.Validation).Average(target => target * target), new double[split.Split.Test.Length]),
        OwnMethod.Line => Line(split),
        OwnMethod.Trees => OneAtATime(split, trees),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "An arm is no baseline."),
    };

    // Inputs and target have mean 0 over the training rows, so there is no constant to fit.
    private static (double, double[]) Line(PreparedSplit split)
    {
        Matrix<double> train = Rows(split, split.Split.Train), validation = Rows(split, split.Split.Validation), test = Rows(split, split.Split.Test);
        Vector<double> targets = Vector<double>.Build.DenseOfArray(split.Targets(split.Split.Train)), judged = Vector<double>.Build.DenseOfArray(split.Targets(split.Split.Validation));
        Matrix<double> gram = train.TransposeThisAndMultiply(train) / train.RowCount;
        Vector<double> moments = train.TransposeThisAndMultiply(targets) / train.RowCount;
        (double Error, Vector<double> Weights) best = (double.PositiveInfinity, moments * 0);
        foreach (double penalty in Penalties)
        {
            // The tiny part keeps the matrix of inputs that repeat each other solvable.
            Vector<double> weights = (gram + Matrix<double>.Build.DenseDiagonal(gram.RowCount, penalty + 1e-12)).Solve(moments);
            double error = (validation * weights - judged).PointwisePower(2).Average();
            best = error < best.Error ? (error, weights) : best;
        }

        return (best.Error, (test * best.Weights).ToArray());
    }

    private static Matrix<double> Rows(PreparedSplit split, int[] rows) =>
        Matrix<double>.Build.Dense(rows.Length, split.Table.Width, (row, column) => split.Table.Row(rows[row])[column]);

    private static (double, double[]) OneAtATime(PreparedSplit split, int trees)
    {
        lock (TreesGate)
        {
            return Trees(split, trees);
        }
    }

    private static (double, double[]) Trees(PreparedSplit split, int trees)
    {
        MLContext context = new(seed: 0);
        SchemaDefinition schema = SchemaDefinition.Create(typeof(TreeRow));
        schema[nameof(TreeRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, split.Table.Width);
        IDataView train = View(split.Split.Train), validation = View(split.Split.Validation), test = View(split.Split.Test);
        double[] judged = split.Targets(split.Split.Validation);
        (double Error, double[] Predictions) best = (double.PositiveInfinity, []);
        foreach ((int leaves, double rate) in TreeSettings)
        {
            ITransformer model = context.Regression.Trainers.FastTree(new FastTreeRegressionTrainer.Options
            {
                NumberOfTrees = trees,
                NumberOfLeaves = leaves,
                LearningRate = rate,
                MinimumExampleCountPerLeaf = Math.Clamp(split.Split.Train.Length / 50, 2, 10),
                NumberOfThreads = 1,
                LabelColumnName = nameof(TreeRow.Label),
                FeatureColumnName = nameof(TreeRow.Features),
            }).Fit(train);
            double error = Predict(model, validation).Zip(judged, (f, y) => (f - y) * (f - y)).Average();
            if (error < best.Error)
            {
                best = (error, Predict(model, test));
            }
        }

        return best;

        IDataView View(int[] rows)
        {
            double[] targets = split.Targets(rows);
            return context.Data.LoadFromEnumerable(rows.Select((row, i) => new TreeRow { Label = (float)targets[i], Features = split.Table.Row(row).ToArray() }), schema);
        }
    }

    private static double[] Predict(ITransformer model, IDataView rows) => [.. model.Transform(rows).GetColumn<float>("Score").Select(score => (double)score)];

    private sealed class TreeRow
    {
        public float Label { get; set; }

        public float[] Features { get; set; } = [];
    }
}
