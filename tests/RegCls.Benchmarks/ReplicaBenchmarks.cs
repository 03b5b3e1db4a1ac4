using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using RegCls.Training;

namespace RegCls.Benchmarks;

/// <summary>
/// Fifty models of the 1D study, one epoch of 84 steps each: one after the other against one batch of replicas, and against the
/// vectorised engine. Divide by 50 · 84 for the time per model and step; the ratio column is against one after the other.
/// </summary>
[Config(typeof(Configuration))]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByParams)]
public class ReplicaBenchmarks
{
    private const int Replicas = 50;

    private EpochWork work = null!;

    /// <summary>Number of classes; 0 is reg.</summary>
    [Params(0, 4, 16, 64, 256, 1024)]
    public int Classes { get; set; }

    /// <summary>Makes the data.</summary>
    [GlobalSetup]
    public void Setup() => work = new EpochWork(Classes);

    /// <summary>libtorch, a batch of one replica at a time.</summary>
    [Benchmark(Baseline = true)]
    public void OneAfterTheOther()
    {
        for (int replica = 0; replica < Replicas; replica++)
        {
            work.Train(TrainingEngine.Tensors, replica, 1);
        }
    }

    /// <summary>libtorch, replicas as the leading dimension; as many at once as keep the logits in cache.</summary>
    [Benchmark]
    public void OneBatch()
    {
        for (int first = 0; first < Replicas; first += work.ReplicasInCache)
        {
            work.Train(TrainingEngine.Tensors, first, Math.Min(work.ReplicasInCache, Replicas - first));
        }
    }

    /// <summary>The vectorised engine, one model a core.</summary>
    [Benchmark]
    public void Vectorised() => work.Train(TrainingEngine.Vectorised, 0, Replicas);

    private sealed class Configuration : ManualConfig
    {
        // In this process, so that libtorch is found and loaded once; a run takes seconds, so one invocation is one measurement.
        public Configuration() => AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithStrategy(RunStrategy.Monitoring)
            .WithWarmupCount(3)
            .WithIterationCount(5)
            .WithInvocationCount(1)
            .WithUnrollFactor(1));
    }
}
