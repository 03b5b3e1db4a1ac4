using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace RegCls.Theory;

/// <summary>Least squares of a value on features, fitted on one set and held against another.</summary>
public static class LinearReadout
{
    // Relative to the largest variance: units that are always 0 must not make the system singular.
    private const double Ridge = 1e-9;

    /// <summary>The correlation, on the test set, of a value with its best linear function (with a constant) of the features of the training set.</summary>
    /// <param name="trainFeatures"><c>[N, K]</c> row by row.</param>
    /// <param name="trainValues"><c>[N]</c>.</param>
    /// <param name="testFeatures"><c>[M, K]</c> row by row.</param>
    /// <param name="testValues"><c>[M]</c>.</param>
    /// <returns>Pearson's correlation; 0 if the fitted function is constant.</returns>
    /// <exception cref="ArgumentException">The lengths do not belong together.</exception>
    public static double Correlation(double[] trainFeatures, double[] trainValues, double[] testFeatures, double[] testValues)
    {
        int width = trainValues.Length == 0 ? 0 : trainFeatures.Length / trainValues.Length;
        if (width == 0 || trainFeatures.Length != trainValues.Length * width || testFeatures.Length != testValues.Length * width)
        {
            throw new ArgumentException($"Features must be [N, K] for [N] values in both sets, got {trainFeatures.Length} for {trainValues.Length} and {testFeatures.Length} for {testValues.Length}.", nameof(trainFeatures));
        }

        Matrix<double> x = Matrix<double>.Build.Dense(trainValues.Length, width, (row, column) => trainFeatures[row * width + column]);
        Vector<double> centres = x.ColumnSums() / x.RowCount;
        for (int column = 0; column < width; column++)
        {
            x.SetColumn(column, x.Column(column) - centres[column]);
        }

        Matrix<double> moments = x.TransposeThisAndMultiply(x);
        double ridge = Ridge * moments.Diagonal().Maximum();
        if (ridge == 0)
        {
            return 0;
        }

        Vector<double> weights = (moments + Matrix<double>.Build.DenseDiagonal(width, ridge)).Cholesky()
            .Solve(x.TransposeThisAndMultiply(Vector<double>.Build.DenseOfArray(trainValues) - trainValues.Average()));
        double[] fitted = [.. Enumerable.Range(0, testValues.Length).Select(row => Enumerable.Range(0, width).Sum(column => weights[column] * testFeatures[row * width + column]))];
        double correlation = MathNet.Numerics.Statistics.Correlation.Pearson(fitted, testValues);
        return double.IsNaN(correlation) ? 0 : correlation;
    }
}
