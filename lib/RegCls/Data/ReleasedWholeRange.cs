namespace RegCls.Data;

/// <summary>As released, clean or noisy: one pool over [-1, 1] for everything; what is drawn is shuffled and split in three.</summary>
internal sealed class ReleasedWholeRange : IInputSource
{
    private readonly StudyStreams _streams;
    private readonly Scenario _scenario;
    private readonly FunctionDataOptions _options;
    private readonly TargetPool _pool;

    public ReleasedWholeRange(SumOfSines function, Scenario scenario, FunctionDataOptions options, StudyStreams streams)
    {
        (_streams, _scenario, _options) = (streams, scenario, options);
        _pool = TargetPool.Draw(function, new Interval(-1, 1), options.PoolSize, streams.For("pool"));
    }

    public DrawnInputs DrawUniform()
    {
        // The release bins the noisy uniform pool by noisy targets, but the noisy imbalanced pool by clean ones.
        var pool = _scenario.Kind == ScenarioKind.Noisy
            ? _pool.WithNoise(_scenario.NoiseStandardDeviation, _streams.For("pool noise"))
            : _pool;
        var stream = _streams.For("draws", Sampling.Uniform);
        return SplitInThree(ReleasedSampling.Uniform(pool, _options.Samples, _options.Bins, stream), stream);
    }

    public double[] DrawImbalanced(Sampling sampling, double peak, out double peakShare)
    {
        var stream = _streams.For("draws", sampling);
        var drawn = ReleasedSampling.Imbalanced(
            _pool, sampling.RangeRatio(), peak, _options.Samples, _options.BackgroundPerBin, _options.Bins, stream, out var fromPeak);
        peakShare = (double)fromPeak / drawn.Length;
        return SplitInThree(drawn, stream).Train;
    }

    public double DrawPeak(RandomStream stream) => stream.NextUniform(_pool.Minimum, _pool.Maximum);

    private static DrawnInputs SplitInThree(double[] drawn, RandomStream stream)
    {
        stream.Shuffle<double>(drawn);
        var (first, second) = (drawn.Length / 3, (int)(2L * drawn.Length / 3));
        return new DrawnInputs(drawn[..first], drawn[first..second], drawn[second..]);
    }
}
