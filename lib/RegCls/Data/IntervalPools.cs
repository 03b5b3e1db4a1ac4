namespace RegCls.Data;

/// <summary>One pool for each input interval of the three sets.</summary>
internal sealed class IntervalPools(SumOfSines function, IntervalSet intervals, int sizePerInterval, StudyStreams streams)
{
    private const int MostTries = 10_000;

    public TargetPool[] Train { get; } = Draw(function, intervals.Train, "train", sizePerInterval, streams);

    public TargetPool[] Validation { get; } = Draw(function, intervals.Validation, "validation", sizePerInterval, streams);

    public TargetPool[] Test { get; } = Draw(function, intervals.Test, "test", sizePerInterval, streams);

    /// <summary>A target, uniform over the function's range, that at least one interval of every set reaches.</summary>
    public double DrawPeak(RandomStream stream)
    {
        TargetPool[][] sets = [Train, Validation, Test];
        var low = sets.Min(set => set.Min(pool => pool.Minimum));
        var high = sets.Max(set => set.Max(pool => pool.Maximum));
        for (var i = 0; i < MostTries; i++)
        {
            var peak = stream.NextUniform(low, high);
            if (sets.All(set => CountReaching(set, peak) > 0))
            {
                return peak;
            }
        }

        throw new ArgumentException($"No target of the function {function} was found that training, validation and test intervals all reach in {MostTries} tries; expected a function that oscillates within an interval of {IntervalSet.Width:F3}: use another function or another data seed.");
    }

    public static int CountReaching(TargetPool[] set, double peak) =>
        set.Count(pool => peak > pool.Minimum && peak < pool.Maximum);

    private static TargetPool[] Draw(SumOfSines function, IReadOnlyList<Interval> intervals, string set, int size, StudyStreams streams) =>
        [.. intervals.Select((interval, i) => TargetPool.Draw(function, interval, size, streams.For("pool", set, i)))];
}
