using RegCls.Models;
using RegCls.Training;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

public class ReplicatedTrainerTests
{
    private static TrainingOptions Options(int classes, Precision precision = Precision.Double, int epochs = 3) =>
        new() { Classes = classes, Epochs = epochs, BatchSize = 64, Precision = precision, LearningRate = 1e-2 };

    [Theory]
    [InlineData(Arm.Reg, 0)]
    [InlineData(Arm.ScaledReg, 0)]
    [InlineData(Arm.RegCls, 16)]
    public void A_replica_trained_in_a_batch_of_eight_equals_the_same_model_trained_alone(Arm arm, int classes)
    {
        // Sets of different sizes: each replica has its own number of steps an epoch and stops at its own last step.
        ReplicaTask Task(int replica) => SyntheticTasks.Create(replica, 500 + 67 * replica, arm, classes, lambda: 10 + replica);
        IReadOnlyList<TrainedReplica> batch = ReplicatedTrainer.Train([.. Enumerable.Range(0, 8).Select(Task)], Options(classes));
        for (int replica = 0; replica < 8; replica++)
        {
            using TrainedReplica alone = ReplicatedTrainer.Train([Task(replica)], Options(classes))[0];
            Assert.InRange(SyntheticTasks.LargestDifference(batch[replica].Predict(SyntheticTasks.Probe), alone.Predict(SyntheticTasks.Probe)), 0, 1e-5);
            batch[replica].Dispose();
        }
    }

    [Fact]
    public void One_seed_gives_the_same_bits_twice()
    {
        double[] Run()
        {
            using TrainedReplica trained = ReplicatedTrainer.Train([SyntheticTasks.Create(1, 640, Arm.RegCls, 8)], Options(8, Precision.Single))[0];
            return trained.Predict(SyntheticTasks.Probe);
        }

        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void The_objective_falls_and_other_seeds_give_other_models()
    {
        ReplicaTask task = SyntheticTasks.Create(2, 2000, Arm.Reg);
        using TrainedReplica brief = ReplicatedTrainer.Train([task], Options(0, epochs: 1))[0];
        using TrainedReplica longer = ReplicatedTrainer.Train([SyntheticTasks.Create(2, 2000, Arm.Reg)], Options(0, epochs: 40))[0];
        double Mse(TrainedReplica trained) => RegCls.Evaluation.MeanSquaredError.Of(trained.Predict(task.Inputs), task.Targets);
        Assert.True(Mse(longer) < 0.8 * Mse(brief), $"{Mse(brief)} then {Mse(longer)}");
    }

    [Fact]
    public void Lambda_scales_reg_and_changes_the_model_only_through_the_weight_decay()
    {
        double[] Predict(Arm arm, double lambda, double weightDecay)
        {
            using TrainedReplica trained = ReplicatedTrainer.Train([SyntheticTasks.Create(3, 640, arm, lambda: lambda)], Options(0) with { WeightDecay = weightDecay })[0];
            return trained.Predict(SyntheticTasks.Probe);
        }

        // Adam divides by the gradient's own scale, so without weight decay λ does nothing (up to its ε); with it, λ does.
        Assert.InRange(SyntheticTasks.LargestDifference(Predict(Arm.Reg, 1, 0), Predict(Arm.ScaledReg, 1000, 0)), 0, 1e-4);
        Assert.True(SyntheticTasks.LargestDifference(Predict(Arm.Reg, 1, 1e-2), Predict(Arm.ScaledReg, 1000, 1e-2)) > 1e-3);
        Assert.Equal(Predict(Arm.Reg, 1, 1e-2), Predict(Arm.Reg, 1000, 1e-2));
    }

    [Fact]
    public void Cancelling_stops_the_training()
    {
        using CancellationTokenSource source = new();
        foreach (TrainingEngine engine in Enum.GetValues<TrainingEngine>())
        {
            Assert.ThrowsAny<OperationCanceledException>(() => ReplicatedTrainer.Train(
                [SyntheticTasks.Create(1, 6400, Arm.Reg)],
                Options(0, Precision.Single, epochs: 100_000) with { Engine = engine },
                new ImmediateProgress<double>(_ => source.Cancel()),
                source.Token));
        }
    }

    [Fact]
    public void Bad_tasks_are_refused_in_one_sentence_that_says_what_and_where()
    {
        ReplicaTask good = SyntheticTasks.Create(1, 640, Arm.RegCls, 8);
        void Refused(ReplicaTask task, string expected, TrainingOptions? options = null)
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => ReplicatedTrainer.Train([task], options ?? Options(8)));
            Assert.Contains(expected, error.Message);
        }

        double[] broken = [.. good.Targets];
        broken[17] = double.NaN;
        Refused(good with { Targets = broken }, "target 17 is NaN");
        Refused(good with { Lambda = -1 }, "λ must be 0 or positive, got -1");
        Refused(good with { Inputs = good.Inputs[..10] }, "640");
        Refused(good, "more classes (C = 5000) than training samples (N = 640)", Options(5000));
        Refused(good with { Labels = null }, "class label");
        Refused(good with { Arm = Arm.Reg }, "without classes");
        Refused(SyntheticTasks.Create(1, 40, Arm.RegCls, 8), "full batch of 64");
        Refused(good, "at least 1 epoch", Options(8) with { Epochs = 0 });
        Refused(good, "Use the tensor engine", Options(8) with { Engine = TrainingEngine.Vectorised });
    }
}
