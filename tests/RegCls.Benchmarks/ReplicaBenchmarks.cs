using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using RegCls.Binning;
using RegCls.Data;
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
    private const int Replicas = 50, Samples = 84 * 256;

    private double[] inputs = [];
    private double[] targets = [];

    /// <summary>Number of classes; 0 is reg.</summary>
    [Params(0, 4, 16, 64, 256, 1024)]
    public int Classes { get; set; }

    /// <summary>Makes the data.</summary>
    [GlobalSetup]
    public void Setup()
    {
        RandomStream stream = RandomStream.Named("benchmark");
        inputs = [.. Enumerable.Range(0, Samples).Select(_ => stream.NextUniform(-1, 1))];
        targets = [.. inputs.Select(SumOfSines.Published[0].Evaluate)];
    }

    /// <summary>libtorch, a batch of one replica at a time.</summary>
    [Benchmark(Baseline = true)]
    public void OneAfterTheOther()
    {
        for (int replica = 0; replica < Replicas; replica++)
        {
            Train(TrainingEngine.Tensors, replica, 1);
        }
    }

    /// <summary>libtorch, replicas as the leading dimension; as many at once as keep the logits in cache.</summary>
    [Benchmark]
    public void OneBatch()
    {
        int atOnce = Math.Clamp(3200 / Math.Max(Classes, 1), 5, Replicas);
        for (int first = 0; first < Replicas; first += atOnce)
        {
            Train(TrainingEngine.Tensors, first, Math.Min(atOnce, Replicas - first));
        }
    }

    /// <summary>The vectorised engine, one model a core.</summary>
    [Benchmark]
    public void Vectorised() => Train(TrainingEngine.Vectorised, 0, Replicas);

    private void Train(TrainingEngine engine, int first, int count)
    {
        long[]? labels = Classes > 0 ? ClassRanges.FromTargets(targets, Classes).Labels(targets) : null;
        ReplicaTask Task(int replica) => new()
        {
            Inputs = inputs,
            Targets = targets,
            Labels = labels,
            Arm = Classes > 0 ? Arm.RegCls : Arm.Reg,
            Lambda = 100,
            Initialisation = RandomStream.Named("benchmark", replica, "initialisation"),
            Shuffle = RandomStream.Named("benchmark", replica, "shuffle"),
        };
        TrainingOptions options = new() { Classes = Classes, Epochs = 1, Engine = engine };
        foreach (TrainedReplica trained in ReplicatedTrainer.Train([.. Enumerable.Range(first, count).Select(Task)], options))
        {
            trained.Dispose();
        }
    }

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
