using RegCls.Training;

namespace RegCls.Tests.Training;

public class LossScalingTests
{
    // One step of SGD on one batch, so that what a parameter moves by is its scaled gradient.
    private static readonly TrainingOptions Once = new() { Epochs = 1, BatchSize = 512, Engine = TrainingEngine.Vectorised, Optimiser = Optimiser.Sgd, WeightDecay = 0, LearningRate = 1e-3 };

    [Fact]
    public void The_first_loss_is_divided_by_itself()
    {
        using TrainedReplica start = TrainedReplica.Untrained(Once, SyntheticTasks.Create(1, 512, Arm.Reg).Initialisation);
        ReplicaTask task = SyntheticTasks.Create(1, 512, Arm.Reg);
        double mse = start.Predict(task.Inputs).Zip(task.Targets, (f, y) => (f - y) * (f - y)).Average();
        double[] scaled = Moved(task, Once with { LossScaling = LossScaling.RunningMean }), divided = Moved(SyntheticTasks.Create(1, 512, Arm.ScaledReg, lambda: 1 / mse), Once);
        Assert.All(scaled.Zip(divided), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        Assert.True(Norm(scaled) > 1e-4);
    }

    [Fact]
    public void A_matched_gradient_has_its_own_direction_and_the_norm_of_the_twins()
    {
        ReplicaTask task = SyntheticTasks.Create(1, 512, Arm.ScaledReg, lambda: 30) with { Twin = SyntheticTasks.Create(1, 512, Arm.RegCls, 16, lambda: 3) with { OwnClasses = 16 } };
        double[] matched = Moved(task, Once with { LossScaling = LossScaling.MatchedGradient }), own = Moved(SyntheticTasks.Create(1, 512, Arm.ScaledReg, lambda: 30), Once);
        double[] twin = Moved(SyntheticTasks.Create(1, 512, Arm.RegCls, 16, lambda: 3), Once with { Classes = 16 });
        Assert.Equal(Norm(twin), Norm(matched), 1e-4 * Norm(twin));
        double cosine = matched.Zip(own, (a, b) => a * b).Sum() / Norm(matched) / Norm(own);
        Assert.Equal(1, cosine, 1e-6);
        Assert.True(Math.Abs(Norm(own) - Norm(matched)) > 0.1 * Norm(matched));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void Sgd_is_that_of_the_tensor_engine_to_rounding(int classes)
    {
        double[] Predict(TrainingEngine engine)
        {
            TrainingOptions options = Once with { Epochs = 3, BatchSize = 64, Classes = classes, WeightDecay = 1e-2, LearningRate = 1e-2, Engine = engine };
            using TrainedReplica trained = ReplicatedTrainer.Train([SyntheticTasks.Create(2, 1000, classes == 0 ? Arm.ScaledReg : Arm.RegCls, classes, lambda: 2)], options)[0];
            return trained.Predict(SyntheticTasks.Probe);
        }

        Assert.InRange(SyntheticTasks.LargestDifference(Predict(TrainingEngine.Tensors), Predict(TrainingEngine.Vectorised)), 0, 1e-5);
    }

    [Fact]
    public void What_only_one_engine_can_do_is_refused_by_the_other()
    {
        Assert.Contains("vectorised engine only", Assert.Throws<ArgumentException>(() => ReplicatedTrainer.Train([SyntheticTasks.Create(1, 512, Arm.Reg)], Once with { Engine = TrainingEngine.Tensors, LossScaling = LossScaling.RunningMean })).Message, StringComparison.Ordinal);
        Assert.Contains("twin", Assert.Throws<ArgumentException>(() => ReplicatedTrainer.Train([SyntheticTasks.Create(1, 512, Arm.Reg)], Once with { LossScaling = LossScaling.MatchedGradient })).Message, StringComparison.Ordinal);
    }

    // How far the trunk and the regression head have moved.
    private static double[] Moved(ReplicaTask task, TrainingOptions options)
    {
        using TrainedReplica start = TrainedReplica.Untrained(options with { Classes = 0 }, SyntheticTasks.Create(1, 512, Arm.Reg).Initialisation);
        using TrainedReplica trained = ReplicatedTrainer.Train([task], options)[0];
        return [.. start.Network.Layers().Take(3).Zip(trained.Network.Layers().Take(3)).SelectMany(pair => Difference(pair.First.Weight, pair.Second.Weight).Concat(Difference(pair.First.Bias, pair.Second.Bias)))];
    }

    private static double[] Difference(TorchSharp.torch.Tensor from, TorchSharp.torch.Tensor to) => (to - from).to(TorchSharp.torch.ScalarType.Float64).contiguous().view(-1).data<double>().ToArray();

    private static double Norm(double[] values) => Math.Sqrt(values.Sum(value => value * value));
}
