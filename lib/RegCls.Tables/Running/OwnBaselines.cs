using MathNet.Numerics.LinearAlgebra;

namespace RegCls.Tables.Running;

/// <summary>What a network must beat to be worth comparing.</summary>
internal static class OwnBaselines
{
    /// <summary>Penalties that ridge regression chooses from on the validation rows.</summary>
    public static IReadOnlyList<double> Penalties { get; } = [0, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10];

    private static readonly (int Leaves, double Rate)[] TreeSettings = [(6, 0.1), (20, 0.1), (20, 0.05)];

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
        OwnMethod.Trees => Trees(split, trees),
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

    private static (double, double[]) Trees(PreparedSplit split, int trees)
    {
        double[] targets = split.Targets(split.Split.Train), judged = split.Targets(split.Split.Validation);
        return TreeSettings
            .Select(setting => new BoostedTrees(split.Table, split.Split.Train, setting.Leaves, Math.Clamp(targets.Length / 50, 2, 10)).Fit(targets, (split.Split.Validation, judged), split.Split.Test, trees, setting.Rate))
            .MinBy(fit => fit.Validation);
    }
}
