using RegCls.Data;
using RegCls.Losses;
using RegCls.Models;
using RegCls.Training;
using RegCls.Training.Vectorised;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

public class OptimiserTests
{
    [Theory]
    [InlineData(Optimiser.Adam)]
    [InlineData(Optimiser.AdamW)]
    [InlineData(Optimiser.Sgd)]
    public void Replicas_with_step_sizes_of_their_own_move_as_torchs_optimiser_moves_each_alone(Optimiser kind)
    {
        double[] rates = [1e-2, 3e-3];
        const double decay = 0.2;
        using ReplicatedMlp network = new(MlpShape.Table6(3), [RandomStream.Named("optimiser", 0), RandomStream.Named("optimiser", 1)], Precision.Double);
        using IReplicatedOptimiser optimiser = kind switch
        {
            Optimiser.Sgd => new ReplicatedSgd(network, rates, decay),
            _ => new ReplicatedAdam(network, rates, decay, decoupled: kind == Optimiser.AdamW),
        };
        double[] owners;
        using (Tensor spread = network.Spread([0, 1]))
        {
            owners = spread.data<double>().ToArray();
        }

        TorchSharp.Modules.Parameter[] alone = [.. rates.Select(_ => nn.Parameter(network.Parameters.clone()))];
        optim.Optimizer[] oracles = [.. alone.Zip(rates, optim.Optimizer (parameter, rate) => kind switch
        {
            Optimiser.Adam => optim.Adam([parameter], rate, weight_decay: decay),
            Optimiser.AdamW => optim.AdamW([parameter], rate, weight_decay: decay),
            _ => optim.SGD([parameter], rate, momentum: 0.9, weight_decay: decay),
        })];
        RandomStream stream = RandomStream.Named("optimiser gradients");
        for (int step = 0; step < 6; step++)
        {
            using Tensor gradient = tensor([.. owners.Select(_ => stream.NextGaussian())]);
            network.Gradients!.copy_(gradient);
            optimiser.TakeStep();
            for (int replica = 0; replica < 2; replica++)
            {
                alone[replica].grad = gradient.clone();
                oracles[replica].step();
            }
        }

        double[][] expected = [.. alone.Select(parameter => parameter.data<double>().ToArray())];
        double[] actual = network.Parameters.data<double>().ToArray();
        Assert.Equal(2 * network.Shape.ParameterCount, actual.Length);
        for (int i = 0; i < actual.Length; i++)
        {
            Assert.Equal(expected[(int)owners[i]][i], actual[i], 1e-12);
        }
    }

    [Fact]
    public void The_vectorised_decoupled_update_is_torchs()
    {
        RandomStream stream = RandomStream.Named("adamw vectors");
        float[] parameters = [.. Enumerable.Range(0, 64).Select(_ => (float)stream.NextGaussian())];
        TorchSharp.Modules.Parameter oracle = nn.Parameter(tensor([.. parameters.Select(value => (double)value)]));
        optim.Optimizer torch = optim.AdamW([oracle], 1e-2, weight_decay: 0.3);
        VectorAdam adam = new(64, 1e-2, 0.3, decoupled: true);
        for (int step = 0; step < 20; step++)
        {
            float[] gradients = [.. parameters.Select(_ => (float)stream.NextGaussian())];
            adam.Step(parameters, gradients);
            oracle.grad = tensor([.. gradients.Select(value => (double)value)]);
            torch.step();
        }

        Assert.InRange(SyntheticTasks.LargestDifference(oracle.data<double>().ToArray(), [.. parameters]), 0, 2e-6);
    }

    [Theory]
    [InlineData(RegressionLoss.Squared)]
    [InlineData(RegressionLoss.Absolute)]
    [InlineData(RegressionLoss.Huber)]
    public void Regression_losses_are_torchs_in_value_and_gradient(RegressionLoss loss)
    {
        RandomStream stream = RandomStream.Named("losses");
        using Tensor targets = tensor([.. Enumerable.Range(0, 40).Select(_ => 2 * stream.NextGaussian())], [2, 20, 1]);
        using Tensor predictions = zeros([2, 20, 1], ScalarType.Float64).requires_grad_(true), same = zeros([2, 20, 1], ScalarType.Float64).requires_grad_(true);
        Tensor ours = RegressionTerm.PerReplica(loss, predictions, targets);
        Tensor theirs = loss switch
        {
            RegressionLoss.Squared => nn.functional.mse_loss(same, targets, nn.Reduction.None),
            RegressionLoss.Absolute => nn.functional.l1_loss(same, targets, nn.Reduction.None),
            _ => nn.functional.huber_loss(same, targets, 1, nn.Reduction.None),
        };
        theirs = theirs.mean([1, 2]);
        Assert.InRange(SyntheticTasks.LargestDifference(theirs.data<double>().ToArray(), ours.data<double>().ToArray()), 0, 1e-14);
        ours.sum().backward();
        theirs.sum().backward();
        Assert.InRange(SyntheticTasks.LargestDifference(same.grad!.data<double>().ToArray(), predictions.grad!.data<double>().ToArray()), 0, 1e-14);
        Assert.Contains("one shape", Assert.Throws<ArgumentException>(() => RegressionTerm.PerReplica(loss, predictions, targets.view(2, 20))).Message);
    }

    [Fact]
    public void A_replica_with_its_own_rate_factor_and_scale_is_the_model_trained_alone()
    {
        TrainingOptions options = new() { Hidden = [7, 5, 4], Classes = 4, Epochs = 2, Loss = RegressionLoss.Huber, Precision = Precision.Double };
        ReplicaTask Make(int i) => SyntheticTasks.Create(i, 1500, Arm.RegCls, 4, lambda: 3 + i) with { LearningRate = 1e-3 * (i + 1), LossScale = 0.5 + i };
        IReadOnlyList<TrainedReplica> together = ReplicatedTrainer.Train([.. Enumerable.Range(0, 3).Select(Make)], options);
        for (int i = 0; i < 3; i++)
        {
            // The same model with the scale multiplied into the rate-free parts by hand: s · (λ · L + CE) has the gradient of the objective times s.
            using TrainedReplica alone = ReplicatedTrainer.Train([Make(i)], options)[0];
            Assert.InRange(SyntheticTasks.LargestDifference(alone.Predict(SyntheticTasks.Probe), together[i].Predict(SyntheticTasks.Probe)), 0, 1e-9);
            together[i].Dispose();
        }
    }

    [Fact]
    public void A_common_factor_matters_to_SGD_as_a_learning_rate_and_not_to_Adam_without_decay()
    {
        double[] Predict(Optimiser optimiser, double scale, double rate)
        {
            TrainingOptions options = new() { Epochs = 2, WeightDecay = 0, Optimiser = optimiser, Precision = Precision.Double };
            using TrainedReplica trained = ReplicatedTrainer.Train([SyntheticTasks.Create(1, 1500, Arm.Reg) with { LossScale = scale, LearningRate = rate }], options)[0];
            return trained.Predict(SyntheticTasks.Probe);
        }

        Assert.InRange(SyntheticTasks.LargestDifference(Predict(Optimiser.Sgd, 8, 1e-2), Predict(Optimiser.Sgd, 1, 8e-2)), 0, 1e-12);
        Assert.InRange(SyntheticTasks.LargestDifference(Predict(Optimiser.Adam, 8, 1e-2), Predict(Optimiser.Adam, 1, 1e-2)), 0, 1e-3);
        Assert.True(SyntheticTasks.LargestDifference(Predict(Optimiser.Sgd, 8, 1e-2), Predict(Optimiser.Sgd, 1, 1e-2)) > 0.01);
    }

    [Fact]
    public void The_best_epoch_is_the_one_that_a_training_of_that_length_ends_with()
    {
        ReplicaTask task = SyntheticTasks.Create(2, 1200, Arm.Reg), other = SyntheticTasks.Create(7, 900, Arm.Reg);
        TrainingOptions options = new() { Epochs = 12, LearningRate = 0.1, Engine = TrainingEngine.Vectorised };
        // Validation on another function, so that the best epoch is not simply the last.
        (double[] Inputs, double[] Targets) validation = (other.Inputs, [.. other.Targets.Select(target => -target)]);
        List<(double Mse, double[] Probe)> epochs = [];
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            using TrainedReplica shorter = ReplicatedTrainer.Train([SyntheticTasks.Create(2, 1200, Arm.Reg)], options with { Epochs = epoch })[0];
            epochs.Add((RegCls.Evaluation.MeanSquaredError.Of(shorter.Predict(validation.Inputs), validation.Targets), shorter.Predict(SyntheticTasks.Probe)));
        }

        using TrainedReplica best = ReplicatedTrainer.Train([task with { Validation = validation }], options with { Selection = Selection.BestOnValidation })[0];
        Assert.NotEqual(epochs[^1].Mse, epochs.Min(epoch => epoch.Mse));
        Assert.Equal(epochs.MinBy(epoch => epoch.Mse).Probe, best.Predict(SyntheticTasks.Probe));
        Assert.Contains("vectorised engine", Assert.Throws<ArgumentException>(() => ReplicatedTrainer.Train([task], options with { Engine = TrainingEngine.Tensors, Selection = Selection.BestOnValidation })).Message);
    }

    [Fact]
    public void What_the_vectorised_engine_cannot_train_is_refused_in_one_sentence()
    {
        TrainingOptions options = new() { Epochs = 1, Engine = TrainingEngine.Vectorised };
        ReplicaTask task = SyntheticTasks.Create(0, 300, Arm.Reg);
        Assert.Contains("Use the tensor engine", Assert.Throws<ArgumentException>(() => ReplicatedTrainer.Train([task], options with { Loss = RegressionLoss.Huber })).Message);
        Assert.Contains("Use the tensor engine", Assert.Throws<ArgumentException>(() => ReplicatedTrainer.Train([task with { LossScale = 2 }], options)).Message);
        Assert.Contains("loss factor s", Assert.Throws<ArgumentException>(() => ReplicatedTrainer.Train([task with { LossScale = 0 }], options)).Message);
    }
}
