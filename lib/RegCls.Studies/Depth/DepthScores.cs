using RegCls.Evaluation;

namespace RegCls.Studies.Depth;

/// <summary>Errors of one depth model on the test frames, at the epoch that one rule chose.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Rmse">Root mean squared error in metres: all, many, medium, few; null for a group without pixels.</param>
/// <param name="BalancedRmse">The same over balanced pixels.</param>
/// <param name="AbsoluteRelative">abs-rel over all pixels.</param>
/// <param name="Log10">log10 over all pixels.</param>
/// <param name="Deltas">δ1, δ2, δ3 over all pixels.</param>
public sealed record DepthScores(int Epoch, IReadOnlyList<double?> Rmse, double BalancedRmse, double AbsoluteRelative, double Log10, IReadOnlyList<double> Deltas)
{
    /// <summary>All numbers in order.</summary>
    internal IEnumerable<double> Numbers => [Epoch, .. Rmse.Select(value => value ?? double.NaN), BalancedRmse, AbsoluteRelative, Log10, .. Deltas];

    /// <summary>The scores of a test.</summary>
    /// <param name="epoch">The epoch whose weights were tested.</param>
    /// <param name="errors">The errors.</param>
    /// <exception cref="ArgumentException">No pixel of the test frames has a known depth.</exception>
    public static DepthScores Of(int epoch, DepthShotErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return errors.All is { AbsoluteRelative: { } relative, Log10: { } log10, Delta1: { } delta1, Delta2: { } delta2, Delta3: { } delta3 } && errors.Balanced is { } balanced
            ? new DepthScores(epoch, [errors.All.Rmse, errors.Many.Rmse, errors.Medium.Rmse, errors.Few.Rmse], balanced, relative, log10, [delta1, delta2, delta3])
            : throw new ArgumentException("No pixel of the test frames has a known depth; there is nothing to score.", nameof(errors));
    }

    /// <summary>The columns of a record file, each with a prefix.</summary>
    internal static DepthScores Columns(RecordCells cells, string prefix, DepthScores? scores) => new(
        cells.Integer(prefix + "epoch", scores?.Epoch),
        cells.Numbers(prefix + "rmse_", ["all", "many", "medium", "few"], scores?.Rmse),
        cells.Number(prefix + "rmse_balanced", scores?.BalancedRmse),
        cells.Number(prefix + "abs_rel", scores?.AbsoluteRelative),
        cells.Number(prefix + "log10", scores?.Log10),
        [.. Enumerable.Range(1, 3).Select(k => cells.Number($"{prefix}delta{k}", scores?.Deltas[k - 1]))]);
}
