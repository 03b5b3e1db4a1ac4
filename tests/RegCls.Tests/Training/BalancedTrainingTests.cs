using RegCls.Losses;
using RegCls.Models;
using RegCls.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

/// <summary>Balanced MSE in the batched trainer.</summary>
public class BalancedTrainingTests
{
    private static TrainingOptions Options(RegressionLoss loss) => new() { Loss = loss, Epochs = 3, BatchSize = 64, Precision = Precision.Double, LearningRate = 1e-2 };

    [Theory]
    [InlineData(RegressionLoss.Gai)]
    [InlineData(RegressionLoss.Bmc)]
    [InlineData(RegressionLoss.Bni)]
    public void A_replica_trained_in_a_batch_equals_the_same_model_trained_alone(RegressionLoss loss)
    {
        ReplicaTask Task(int replica) => SyntheticTasks.Create(replica, 300 + 67 * replica, replica % 2 == 0 ? Arm.Reg : Arm.ScaledReg, lambda: 10 + replica) with { LearningRate = 1e-2 * (1 + replica) };
        IReadOnlyList<TrainedReplica> batch = ReplicatedTrainer.Train([.. Enumerable.Range(0, 4).Select(Task)], Options(loss));
        for (int replica = 0; replica < 4; replica++)
        {
            using TrainedReplica alone = ReplicatedTrainer.Train([Task(replica)], Options(loss))[0];
            Assert.InRange(SyntheticTasks.LargestDifference(batch[replica].Predict(SyntheticTasks.Probe), alone.Predict(SyntheticTasks.Probe)), 0, 1e-5);
            Assert.Equal(alone.NoiseScale, batch[replica].NoiseScale, 1e-5);
            Assert.NotEqual(BalancedTerm.FirstNoiseScale, alone.NoiseScale, 1e-3);
            batch[replica].Dispose();
        }
    }

    [Fact]
    public void The_factor_changes_the_model_only_through_the_weight_decay()
    {
        double[] Predict(Arm arm, double weightDecay)
        {
            using TrainedReplica trained = ReplicatedTrainer.Train([SyntheticTasks.Create(3, 640, arm, lambda: 1000)], Options(RegressionLoss.Gai) with { WeightDecay = weightDecay })[0];
            return trained.Predict(SyntheticTasks.Probe);
        }

        Assert.InRange(SyntheticTasks.LargestDifference(Predict(Arm.Reg, 0), Predict(Arm.ScaledReg, 0)), 0, 1e-4);
        Assert.True(SyntheticTasks.LargestDifference(Predict(Arm.Reg, 1e-2), Predict(Arm.ScaledReg, 1e-2)) > 1e-3);
    }

    [Fact]
    public void Other_losses_have_no_noise_scale()
    {
        using TrainedReplica trained = ReplicatedTrainer.Train([SyntheticTasks.Create(1, 640, Arm.Reg)], Options(RegressionLoss.Squared))[0];
        Assert.True(double.IsNaN(trained.NoiseScale));
    }

    [Fact]
    public void The_number_of_tensors_does_not_grow_with_the_steps()
    {
        foreach (RegressionLoss loss in new[] { RegressionLoss.Gai, RegressionLoss.Bmc, RegressionLoss.Bni })
        {
            long Grown(int epochs)
            {
                long before = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
                ReplicatedTrainer.Train([SyntheticTasks.Create(1, 640, Arm.Reg)], Options(loss) with { Epochs = epochs })[0].Dispose();
                return DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount - before;
            }

            Assert.Equal(Grown(1), Grown(6));
        }
    }

    [Fact]
    public void Bmc_refuses_a_batch_of_one_before_it_trains() =>
        Assert.Contains("at least 2 samples", Assert.Throws<ArgumentException>(() => ReplicatedTrainer.Train([SyntheticTasks.Create(1, 640, Arm.Reg)], Options(RegressionLoss.Bmc) with { BatchSize = 1 })).Message);
}
