using RegCls.Training;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

/// <summary>Alone in the process while they run: they watch counts and finalizers of the whole process.</summary>
[Collection(nameof(GarbageCollectionTests))]
[CollectionDefinition(nameof(GarbageCollectionTests), DisableParallelization = true)]
public class GarbageCollectionTests
{
    [Fact]
    public void The_number_of_tensors_stays_flat_over_epochs()
    {
        List<long> counts = [];
        foreach (TrainedReplica trained in ReplicatedTrainer.Train(
            [.. Enumerable.Range(0, 4).Select(i => SyntheticTasks.Create(i, 6400, Arm.RegCls, 8))],
            new TrainingOptions { Classes = 8, Epochs = 4, BatchSize = 64 },
            new ImmediateProgress(_ => counts.Add(Tensor.TotalCount))))
        {
            trained.Dispose();
        }

        Assert.True(counts.Count >= 8);
        // The last report comes after the replicas are copied out.
        Assert.InRange(counts[..^1].Max() - counts[..^1].Min(), 0, 4);
    }

    [Fact]
    public void Training_survives_a_collector_that_frees_whatever_is_not_held()
    {
        // A number handed to libtorch without being held may be finalized during the call: collect as fast as possible beside the training.
        using CancellationTokenSource stop = new();
        Thread collector = new(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect(0);
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        try
        {
            TrainingOptions options = new() { Classes = 4, Epochs = 8, BatchSize = 64 };
            using TrainedReplica trained = ReplicatedTrainer.Train([SyntheticTasks.Create(1, 6400, Arm.RegCls, 4)], options)[0];
            Assert.All(trained.Predict(SyntheticTasks.Probe), value => Assert.True(double.IsFinite(value)));
        }
        finally
        {
            stop.Cancel();
            collector.Join();
        }
    }
}
