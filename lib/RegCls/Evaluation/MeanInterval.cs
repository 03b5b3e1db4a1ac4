namespace RegCls.Evaluation;

/// <summary>The mean of one arm with its bootstrap interval over functions: a point and its error bar in a figure.</summary>
/// <param name="Mean">The mean over functions of their means over seeds.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end of the interval.</param>
/// <param name="Functions">How many functions: the units that were resampled.</param>
/// <param name="Runs">How many runs in all.</param>
public sealed record MeanInterval(double Mean, double Low, double High, int Functions, int Runs)
{
    /// <summary>Averages the seeds of each function, then takes mean and BCa bootstrap interval over functions.</summary>
    /// <param name="observations">The runs of one arm, in any order; at least two functions.</param>
    /// <param name="options">Resamples, confidence (0.95 by default) and random stream.</param>
    /// <exception cref="ArgumentException">No observations, one function only, a value that is not finite, or the same function and seed twice.</exception>
    public static MeanInterval OverFunctions(IEnumerable<ArmObservation> observations, BootstrapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var all = observations.ToList();
        var means = FunctionGroups.Means(FunctionGroups.Of(all, nameof(observations)));
        var interval = BootstrapInterval.OfMean(means, options);
        return new MeanInterval(means.Average(), interval.Low, interval.High, means.Length, all.Count);
    }
}
