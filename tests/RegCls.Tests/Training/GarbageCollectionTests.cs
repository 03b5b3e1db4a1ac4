using RegCls.Data;
using RegCls.Losses;
using RegCls.Models;
using RegCls.Models.Depth;
using RegCls.Models.Images;
using RegCls.Platform;
using RegCls.Training;
using TorchSharp;
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
            new ImmediateProgress<double>(_ => counts.Add(Tensor.TotalCount))))
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
        // A number handed to libtorch without being held may be finalized during the call.
        TrainingOptions options = new() { Classes = 4, Epochs = 8, BatchSize = 64 };
        BesideACollector(() =>
        {
            using TrainedReplica trained = ReplicatedTrainer.Train([SyntheticTasks.Create(1, 6400, Arm.RegCls, 4)], options)[0];
            Assert.All(trained.Predict(SyntheticTasks.Probe), value => Assert.True(double.IsFinite(value)));
        });
    }

    [Fact]
    public void A_network_is_built_and_copied_with_no_scope_around_it()
    {
        BesideACollector(() =>
        {
            for (int seed = 0; seed < 3000; seed++)
            {
                using ReplicatedMlp network = new(MlpShape.Table6(4), [RandomStream.Named("collector", seed)], Precision.Single), copy = network.Replica(0);
                using Tensor sum = network.Parameters.sum(), copied = copy.Parameters.sum();
                Assert.Equal(sum.item<float>(), copied.item<float>(), 1e-4);
            }
        });
    }

    [Fact]
    public void Losses_hold_what_they_compute_with()
    {
        // As a notebook calls them: no scope around them.
        BesideACollector(() =>
        {
            using Tensor predictions = arange(3000, ScalarType.Float32).view(3, 1000, 1), targets = ones(3, 1000, 1), logits = zeros(3, 1000, 16), labels = zeros([3, 1000], ScalarType.Int64), factors = ones(3);
            using Tensor first = predictions.select(0, 0), firstTargets = targets.select(0, 0);
            double expected = Enumerable.Range(0, 1000).Average(i => (i - 1.0) * (i - 1));
            for (int repeat = 0; repeat < 2000; repeat++)
            {
                using Tensor objective = Objective.PerReplica(factors, predictions, targets, logits, labels), focal = SampleLoss.Focal(RegressionLoss.Huber, first, firstTargets), mean = SampleLoss.Mean(focal);
                Assert.Equal(expected + Math.Log(16), objective.data<float>()[0], expected * 1e-5);
                Assert.True(double.IsFinite(mean.item<float>()));
            }
        });
    }

    [Fact]
    public void Networks_are_made_and_kernels_checked_without_a_tensor_that_nobody_holds()
    {
        BesideACollector(() =>
        {
            for (int repeat = 0; repeat < 40; repeat++)
            {
                using SmallResidualNetwork ages = new(repeat, 10);
                using SmallDepthNetwork depth = new(repeat, 10);
                Assert.All(ages.parameters().Concat(depth.parameters()), parameter => Assert.False(parameter.IsInvalid));
            }

            Assert.True(Kernels.CheckAgain().IsRight);
        });
    }

    // Collects as fast as possible while something runs on a thread of its own, which has no dispose scope.
    private static void BesideACollector(Action work)
    {
        using CancellationTokenSource stop = new();
        Exception? failure = null;
        Thread worker = new(() => failure = Record.Exception(work));
        Thread collector = new(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect(0);
                GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        worker.Start();
        worker.Join();
        stop.Cancel();
        collector.Join();
        Assert.Null(failure);
    }
}
