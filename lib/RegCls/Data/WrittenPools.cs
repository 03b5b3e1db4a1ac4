namespace RegCls.Data;

/// <summary>
/// As written in the paper: training, validation and test each draw from a pool of their own; of an imbalanced set exactly
/// 75 % comes from the peak, the rest uniformly from the other targets.
/// </summary>
internal sealed class WrittenPools : IInputSource
{
    private const double PeakShare = 0.75;
    private readonly StudyStreams _streams;
    private readonly Scenario _scenario;
    private readonly FunctionDataOptions _options;
    private readonly IntervalPools? _intervalPools;
    private readonly TargetPool _train;
    private readonly TargetPool _validation;
    private readonly TargetPool _test;

    public WrittenPools(SumOfSines function, Scenario scenario, IntervalSet? intervals, FunctionDataOptions options, StudyStreams streams)
    {
        (_streams, _scenario, _options) = (streams, scenario, options);
        if (intervals is null)
        {
            var whole = new Interval(-1, 1);
            _train = TargetPool.Draw(function, whole, options.PoolSize, streams.For("pool", "train"));
            _validation = TargetPool.Draw(function, whole, options.PoolSize, streams.For("pool", "validation"));
            _test = TargetPool.Draw(function, whole, options.PoolSize, streams.For("pool", "test"));
        }
        else
        {
            _intervalPools = new IntervalPools(function, intervals, options.PoolSize / intervals.Train.Count, streams);
            _train = TargetPool.Join(_intervalPools.Train);
            _validation = TargetPool.Join(_intervalPools.Validation);
            _test = TargetPool.Join(_intervalPools.Test);
        }
    }

    private int SamplesPerSet => _options.Samples / 3;

    public DrawnInputs DrawUniform() => new(Uniform(_train, "train"), Uniform(_validation, "validation"), Uniform(_test, "test"));

    public double[] DrawImbalanced(Sampling sampling, double peak, out double peakShare)
    {
        var stream = _streams.For("draws", sampling, "train");
        var halfWidth = sampling.RangeRatio() * _train.Range;
        var (low, high) = (peak - halfWidth, peak + halfWidth);
        var fromPeak = (int)(PeakShare * SamplesPerSet);

        // The peak covers at most 60 % of the range, so there is always something outside it.
        var outside = _train.Outside(low, high);
        double[] drawn =
        [
            .. Exactly(fromPeak, new BinnedPool(_train, low, high, _options.Bins), stream),
            .. Exactly(SamplesPerSet - fromPeak, new BinnedPool(outside, _train.Minimum, _train.Maximum, _options.Bins), stream),
        ];
        stream.Shuffle<double>(drawn);
        peakShare = (double)fromPeak / drawn.Length;
        return drawn;
    }

    public double DrawPeak(RandomStream stream) => _intervalPools is null
        ? stream.NextUniform(_train.Minimum, _train.Maximum)
        : _intervalPools.DrawPeak(stream);

    private double[] Uniform(TargetPool clean, string set)
    {
        var pool = _scenario.Kind == ScenarioKind.Noisy
            ? clean.WithNoise(_scenario.NoiseStandardDeviation, _streams.For("pool noise", set))
            : clean;
        return Exactly(SamplesPerSet, new BinnedPool(pool, pool.Minimum, pool.Maximum, _options.Bins), _streams.For("draws", Sampling.Uniform, set));
    }

    // Equally often from each bin that is not empty, then a random few too many are left out.
    private static double[] Exactly(int count, BinnedPool pool, RandomStream stream)
    {
        var drawn = pool.Draw((count + pool.NonEmpty - 1) / pool.NonEmpty, stream);
        stream.Shuffle<double>(drawn);
        return drawn[..count];
    }
}
