using MathNet.Numerics.LinearAlgebra;

namespace RegCls.Theory;

/// <summary>How correlated the units of a hidden layer are over a set of inputs: the paper's conjecture is that classes decorrelate them.</summary>
/// <param name="MeanAbsoluteCorrelation">Mean over pairs of active units of |Pearson's correlation|, in [0, 1]; NaN with fewer than two active units.</param>
/// <param name="EffectiveRank">
/// The exponential of the entropy of the eigenvalues of the active units' correlation matrix, divided by their sum: 1 if all units say the same, the number of active units if none says anything of
/// another. It does not depend on the scale of a unit. NaN without active units.
/// </param>
/// <param name="ActiveUnits">How many units are not constant over the inputs. A ReLU that is never on has no correlation.</param>
public sealed record HiddenFeatures(double MeanAbsoluteCorrelation, double EffectiveRank, int ActiveUnits)
{
    /// <summary>Measures the features of a layer.</summary>
    /// <param name="features"><c>[N, width]</c> row by row, finite.</param>
    /// <param name="width">Number of units.</param>
    /// <exception cref="ArgumentException">There are fewer than two inputs, the length is no multiple of the width, or a feature is not finite.</exception>
    public static HiddenFeatures Of(double[] features, int width)
    {
        if (width < 1 || features.Length % width != 0 || features.Length < 2 * width)
        {
            throw new ArgumentException($"Features must be [N, {width}] with N of at least 2, got {features.Length} numbers.", nameof(features));
        }

        if (features.Any(value => !double.IsFinite(value)))
        {
            throw new ArgumentException("A feature is not a finite number: did the training diverge?", nameof(features));
        }

        Matrix<double> units = Matrix<double>.Build.Dense(features.Length / width, width, (row, column) => features[row * width + column]);
        List<Vector<double>> active = [];
        foreach (Vector<double> unit in units.EnumerateColumns())
        {
            Vector<double> centred = unit - unit.Average();
            double norm = centred.L2Norm();
            if (norm > 1e-9 * Math.Max(unit.L2Norm(), double.Epsilon))
            {
                active.Add(centred / norm);
            }
        }

        if (active.Count == 0)
        {
            return new HiddenFeatures(double.NaN, double.NaN, 0);
        }

        Matrix<double> columns = Matrix<double>.Build.DenseOfColumnVectors(active);
        Matrix<double> correlations = columns.TransposeThisAndMultiply(columns);
        double[] shares = [.. correlations.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real / active.Count).Where(share => share > 0)];
        double pairs = active.Count * (active.Count - 1);
        return new HiddenFeatures(
            active.Count < 2 ? double.NaN : (correlations.PointwiseAbs().RowSums().Sum() - active.Count) / pairs,
            Math.Exp(-shares.Sum(share => share * Math.Log(share))),
            active.Count);
    }
}
