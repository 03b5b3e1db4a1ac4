namespace RegCls.Evaluation;

/// <summary>
/// Two arms compared on the same functions and seeds. Runs on one function are not independent, so the functions are the units:
/// the seeds of a function are averaged first.
/// </summary>
public sealed record PairedComparison
{
    /// <summary>The mean over functions of First - Second: negative when the first arm has the lower value.</summary>
    public required double MeanDifference { get; init; }

    /// <summary>The BCa bootstrap interval of <see cref="MeanDifference"/> over functions.</summary>
    public required BootstrapInterval Interval { get; init; }

    /// <summary>The Wilcoxon signed-rank test over the functions' mean differences.</summary>
    public required WilcoxonSignedRank Wilcoxon { get; init; }

    /// <summary>The share of functions, 0…1, whose mean is lower for the first arm; equal ones do not count as lower.</summary>
    public required double ShareOfFunctionsLower { get; init; }

    /// <summary>The share of runs, 0…1, in which the first arm is lower; the quantity of Tab. 1.</summary>
    public required double ShareOfRunsLower { get; init; }

    /// <summary>
    /// The noise floor of the first arm: its standard deviation over the seeds of a function, pooled over functions; null if
    /// no function has two seeds. A difference of single runs below it says nothing.
    /// </summary>
    public required double? NoiseFloorFirst { get; init; }

    /// <summary>The noise floor of the second arm.</summary>
    public required double? NoiseFloorSecond { get; init; }

    /// <summary>The number of functions.</summary>
    public required int Functions { get; init; }

    /// <summary>The number of pairs of runs.</summary>
    public required int Runs { get; init; }

    /// <summary>Whether the interval lies on one side of zero.</summary>
    public bool ExcludesZero => Interval.Low > 0 || Interval.High < 0;

    /// <summary>Compares two arms.</summary>
    /// <param name="observations">One pair for each function and seed, in any order; at least two functions. Functions may have different numbers of seeds; each counts once.</param>
    /// <param name="options">Resamples, confidence (0.95 by default) and random stream of the interval.</param>
    /// <exception cref="ArgumentException">No observations, one function only, a value that is not finite, or the same function and seed twice.</exception>
    public static PairedComparison Compare(IEnumerable<PairedObservation> observations, BootstrapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(observations);
        var all = observations.ToList();
        var first = Groups(pair => pair.First);
        var second = Groups(pair => pair.Second);
        var differences = FunctionGroups.Means(Groups(pair => pair.First - pair.Second));
        return new PairedComparison
        {
            MeanDifference = differences.Average(),
            Interval = BootstrapInterval.OfMean(differences, options),
            Wilcoxon = WilcoxonSignedRank.Test(differences),
            ShareOfFunctionsLower = differences.Count(difference => difference < 0) / (double)differences.Length,
            ShareOfRunsLower = all.Count(pair => pair.First < pair.Second) / (double)all.Count,
            NoiseFloorFirst = FunctionGroups.PooledStandardDeviation(first),
            NoiseFloorSecond = FunctionGroups.PooledStandardDeviation(second),
            Functions = differences.Length,
            Runs = all.Count,
        };

        List<ArmObservation[]> Groups(Func<PairedObservation, double> value) =>
            FunctionGroups.Of([.. all.Select(pair => new ArmObservation(pair.Function, pair.Seed, value(pair)))], nameof(observations));
    }
}
