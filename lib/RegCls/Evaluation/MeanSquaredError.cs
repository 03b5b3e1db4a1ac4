namespace RegCls.Evaluation;

/// <summary>The mean squared error, the measure of the 1D study.</summary>
public static class MeanSquaredError
{
    /// <summary>The mean over samples of (prediction - target)².</summary>
    /// <param name="predictions">f(x), [N].</param>
    /// <param name="targets">y, [N].</param>
    /// <returns>The error in squared units of the target; NaN if a prediction is NaN, as a diverged model should show.</returns>
    /// <exception cref="ArgumentException">No samples, or the two lengths differ.</exception>
    public static double Of(ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets)
    {
        if (predictions.Length != targets.Length)
        {
            throw new ArgumentException($"The mean squared error got [{predictions.Length}] predictions and [{targets.Length}] targets; expected one prediction for each target.", nameof(predictions));
        }

        if (targets.IsEmpty)
        {
            throw new ArgumentException("The mean squared error got no samples; expected at least one.", nameof(targets));
        }

        var sum = 0.0;
        for (var i = 0; i < targets.Length; i++)
        {
            var error = predictions[i] - targets[i];
            sum += error * error;
        }

        return sum / targets.Length;
    }

    /// <summary>The error of each of R models on its own data.</summary>
    /// <param name="predictions">[R, N] in row order: all predictions of replica 0 first.</param>
    /// <param name="targets">[R, N] in row order.</param>
    /// <param name="replicas">R ≥ 1.</param>
    /// <returns>[R] errors.</returns>
    /// <exception cref="ArgumentException">The lengths differ, are zero, or are no multiple of R.</exception>
    public static double[] PerReplica(ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        if (targets.Length % replicas != 0)
        {
            throw new ArgumentException($"The mean squared error per replica got {targets.Length} targets for {replicas} replicas; expected the same number for each: pass [R, N] values.", nameof(targets));
        }

        if (predictions.Length != targets.Length)
        {
            throw new ArgumentException($"The mean squared error got [{predictions.Length}] predictions and [{targets.Length}] targets; expected one prediction for each target.", nameof(predictions));
        }

        var count = targets.Length / replicas;
        var errors = new double[replicas];
        for (var r = 0; r < replicas; r++)
        {
            errors[r] = Of(predictions.Slice(r * count, count), targets.Slice(r * count, count));
        }

        return errors;
    }
}
