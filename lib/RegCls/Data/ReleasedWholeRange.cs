namespace RegCls.Data;

/// <summary>
/// As released, clean or noisy: one pool over [-1, 1] for everything; what is drawn is shuffled and split in three. And its two variants that
/// change one thing: the share of the peak, or the pools of validation and test.
/// </summary>
internal sealed class ReleasedWholeRange : IInputSource
{
    private readonly StudyStreams _streams;
    private readonly SumOfSines _function;
    private readonly Scenario _scenario;
    private readonly SamplingVariant _variant;
    private readonly FunctionDataOptions _options;
    private readonly TargetPool _pool;

    public ReleasedWholeRange(SumOfSines function, Scenario scenario, SamplingVariant variant, FunctionDataOptions options, StudyStreams streams)
    {
        (_streams, _function, _scenario, _variant, _options) = (streams, function, scenario, variant, options);
        _pool = TargetPool.Draw(function, new Interval(-1, 1), options.PoolSize, streams.For("pool"));
    }

    public DrawnInputs DrawUniform()
    {
        var shared = UniformSets(_pool, []);
        return _variant == SamplingVariant.ReleasedSeparatePools
            ? new DrawnInputs(shared.Train, UniformSets(PoolOf("validation"), ["validation"]).Validation, UniformSets(PoolOf("test"), ["test"]).Test)
            : shared;
    }

    public double[] DrawImbalanced(Sampling sampling, double peak, out double peakShare)
    {
        var stream = _streams.For("draws", sampling);
        int fromPeak;
        var drawn = _variant == SamplingVariant.ReleasedPeak75
            ? ReleasedSampling.ThreeToOne(_pool, sampling.RangeRatio(), peak, _options.Samples, _options.Bins, stream, out fromPeak)
            : ReleasedSampling.Imbalanced(
                _pool, sampling.RangeRatio(), peak, _options.Samples, _options.BackgroundPerBin, _options.Bins, stream, out fromPeak);
        peakShare = (double)fromPeak / drawn.Length;
        return SplitInThree(drawn, stream).Train;
    }

    public double DrawPeak(RandomStream stream) => stream.NextUniform(_pool.Minimum, _pool.Maximum);

    private TargetPool PoolOf(string set) => TargetPool.Draw(_function, new Interval(-1, 1), _options.PoolSize, _streams.For("pool", set));

    // The sets of one pool; the name of a pool of its own goes into the names of its streams.
    private DrawnInputs UniformSets(TargetPool clean, object[] name)
    {
        // The release bins the noisy uniform pool by noisy targets, but the noisy imbalanced pool by clean ones.
        var pool = _scenario.Kind == ScenarioKind.Noisy
            ? clean.WithNoise(_scenario.NoiseStandardDeviation, _streams.For(["pool noise", .. name]))
            : clean;
        var stream = _streams.For(["draws", Sampling.Uniform, .. name]);
        return SplitInThree(ReleasedSampling.Uniform(pool, _options.Samples, _options.Bins, stream), stream);
    }

    private static DrawnInputs SplitInThree(double[] drawn, RandomStream stream)
    {
        stream.Shuffle<double>(drawn);
        var (first, second) = (drawn.Length / 3, (int)(2L * drawn.Length / 3));
        return new DrawnInputs(drawn[..first], drawn[first..second], drawn[second..]);
    }
}
