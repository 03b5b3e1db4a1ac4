namespace RegCls.Data;

/// <summary>As released, out-of-distribution: the sampling runs inside each interval, with the interval's own target range.</summary>
internal sealed class ReleasedIntervals(SumOfSines function, IntervalSet intervals, FunctionDataOptions options, StudyStreams streams)
    : IInputSource
{
    private const int Sets = 3;
    private readonly IntervalPools _pools = new(function, intervals, options.PoolSize, streams);

    public DrawnInputs DrawUniform() =>
        new(Uniform(_pools.Train, "train"), Uniform(_pools.Validation, "validation"), Uniform(_pools.Test, "test"));

    // The set's third is shared out among the intervals that reach the peak; the background falls on all of them.
    public double[] DrawImbalanced(Sampling sampling, double peak, out double peakShare)
    {
        var stream = streams.For("draws", sampling, "train");
        var total = options.Samples / (Sets * IntervalPools.CountReaching(_pools.Train, peak));
        var background = options.BackgroundPerBin / _pools.Train.Length;
        var all = new List<double>();
        var fromPeak = 0;
        foreach (var pool in _pools.Train)
        {
            all.AddRange(ReleasedSampling.Imbalanced(pool, sampling.RangeRatio(), peak, total, background, options.Bins, stream, out var count));
            fromPeak += count;
        }

        peakShare = (double)fromPeak / all.Count;
        return [.. all];
    }

    public double DrawPeak(RandomStream stream) => _pools.DrawPeak(stream);

    // 60,000 / 9 = 6,666 an interval, so 7 draws a bin.
    private double[] Uniform(TargetPool[] pools, string set)
    {
        var stream = streams.For("draws", Sampling.Uniform, set);
        return [.. pools.SelectMany(pool => ReleasedSampling.Uniform(pool, options.Samples / (Sets * pools.Length), options.Bins, stream))];
    }
}
