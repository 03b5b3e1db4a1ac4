using RegCls.Binning;
using RegCls.Data;
using RegCls.Training;

namespace RegCls.Benchmarks;

/// <summary>The work that is timed: models of the 1D study with one epoch of 84 steps, batch 256.</summary>
internal sealed class EpochWork
{
    /// <summary>Steps an epoch.</summary>
    public const int Steps = 84;

    private readonly double[] inputs;
    private readonly double[] targets;
    private readonly long[]? labels;
    private readonly int classes;

    /// <summary>Makes the data.</summary>
    /// <param name="classes">Number of classes; 0 is reg.</param>
    public EpochWork(int classes)
    {
        this.classes = classes;
        RandomStream stream = RandomStream.Named("benchmark");
        inputs = [.. Enumerable.Range(0, Steps * 256).Select(_ => stream.NextUniform(-1, 1))];
        targets = [.. inputs.Select(SumOfSines.Published[0].Evaluate)];
        labels = classes > 0 ? ClassRanges.FromTargets(targets, classes).Labels(targets) : null;
    }

    /// <summary>As many replicas in a TorchSharp batch as keep the logits in cache.</summary>
    public int ReplicasInCache => Math.Clamp(3200 / Math.Max(classes, 1), 5, 50);

    /// <summary>Trains models in one call.</summary>
    public void Train(TrainingEngine engine, int first, int count, int epochs = 1, int? workers = null)
    {
        TrainingOptions options = new() { Classes = classes, Epochs = epochs, Engine = engine, Workers = workers ?? Environment.ProcessorCount };
        foreach (TrainedReplica trained in ReplicatedTrainer.Train([.. Enumerable.Range(first, count).Select(Task)], options))
        {
            trained.Dispose();
        }
    }

    private ReplicaTask Task(int replica) => new()
    {
        Inputs = inputs,
        Targets = targets,
        Labels = labels,
        Arm = classes > 0 ? Arm.RegCls : Arm.Reg,
        Lambda = 100,
        Initialisation = RandomStream.Named("benchmark", replica, "initialisation"),
        Shuffle = RandomStream.Named("benchmark", replica, "shuffle"),
    };
}
