using System.Runtime.Intrinsics;
using RegCls.Data;
using RegCls.Losses;
using RegCls.Models;
using RegCls.Training;
using RegCls.Training.Vectorised;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

public class VectorisedTests
{
    [Theory]
    [InlineData(0, 6, 15, 256, 0)]
    [InlineData(2, 6, 15, 16, 0.3)]
    [InlineData(4, 6, 15, 256, 0.2)]
    [InlineData(17, 6, 15, 48, 0.06)]
    [InlineData(64, 16, 3, 128, 0.02)]
    [InlineData(1024, 6, 15, 256, 0)]
    // Large heads go through in tiles of 64 samples and more: here the last one is not full.
    [InlineData(1024, 6, 15, 256, 0.45)]
    [InlineData(1024, 6, 15, 256, 0.99)]
    [InlineData(600, 6, 15, 256, 0.1)]
    [InlineData(256, 6, 15, 256, 0.5)]
    public void Gradients_are_those_of_autograd(int classes, int first, int second, int batchSize, double dropped)
    {
        RandomStream stream = RandomStream.Named("vectorised", classes, batchSize);
        using ReplicatedMlp network = new(new MlpShape(1, [first, second], classes), [stream], Precision.Double);
        using (no_grad())
        {
            // Biases away from 0, so that none of their gradients is tested at a special point.
            network.Parameters.add_(tensor([.. Enumerable.Range(0, (int)network.Parameters.NumberOfElements).Select(_ => 0.2 * stream.NextGaussian())]));
        }

        VectorBatch batch = new(batchSize);
        for (int i = 0; i < batchSize; i++)
        {
            batch.Inputs[i] = (float)stream.NextUniform(-1, 1);
            batch.Targets[i] = (float)stream.NextGaussian();
            batch.Labels[i] = classes == 0 ? 0 : stream.NextDouble() < dropped ? -1 : stream.NextInt32(classes);
        }

        using Tensor inputs = tensor(batch.Inputs, [1, batchSize, 1]).to(ScalarType.Float64), targets = tensor(batch.Targets, [1, batchSize, 1]).to(ScalarType.Float64);
        using Tensor labels = tensor([.. batch.Labels.Select(label => (long)label)], [1, batchSize]);
        (Tensor prediction, Tensor? logits) = network.Forward(inputs);
        Objective.PerReplica(tensor(new[] { 7.0 }), prediction, targets, logits, labels).sum().backward();

        VectorLayout layout = new(first, second, classes);
        AutogradOracle.Holds(network, layout, (parameters, gradients) => new VectorGradient(layout, batchSize).Compute(parameters, batch, 7f, gradients), 2e-6);
    }

    [Fact]
    public void A_batch_with_no_kept_label_has_no_classification_gradient()
    {
        VectorLayout layout = new(6, 15, 4);
        using ReplicatedMlp network = new(MlpShape.Table6(4), [RandomStream.Named("none kept")], Precision.Single);
        VectorBatch batch = new(32);
        Array.Fill(batch.Labels, -1);
        float[] gradients = new float[layout.Length];
        new VectorGradient(layout, 32).Compute(layout.Import(network), batch, 1, gradients);
        Assert.All(gradients[layout.ClassHead..], value => Assert.Equal(0, value));
        Assert.All(gradients, value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [InlineData(Arm.Reg, 0)]
    [InlineData(Arm.ScaledReg, 0)]
    [InlineData(Arm.RegCls, 4)]
    [InlineData(Arm.RegCls, 50)]
    public void A_trained_model_is_that_of_the_tensor_engine_to_rounding(Arm arm, int classes)
    {
        double[] Predict(TrainingEngine engine)
        {
            TrainingOptions options = new() { Classes = classes, Epochs = 2, BatchSize = 256, Engine = engine };
            using TrainedReplica trained = ReplicatedTrainer.Train([SyntheticTasks.Create(4, 5000, arm, classes)], options)[0];
            return trained.Predict(SyntheticTasks.Probe);
        }

        Assert.InRange(SyntheticTasks.LargestDifference(Predict(TrainingEngine.Tensors), Predict(TrainingEngine.Vectorised)), 0, 1e-5);
    }

    [Theory]
    [InlineData(0.3)]
    // Less than one sample of a batch is kept on average: many of the 38 steps keep none.
    [InlineData(0.005)]
    public void Both_engines_keep_the_same_samples(double keep)
    {
        double[] reference = Selected(TrainingEngine.Tensors, keep, "selection");
        Assert.InRange(SyntheticTasks.LargestDifference(reference, Selected(TrainingEngine.Vectorised, keep, "selection")), 0, 1e-5);
        // Other samples give another model, so that agreement says something.
        Assert.True(SyntheticTasks.LargestDifference(reference, Selected(TrainingEngine.Vectorised, keep, "another selection")) > 1e-4);
    }

    [Theory]
    [InlineData(TrainingEngine.Tensors)]
    [InlineData(TrainingEngine.Vectorised)]
    public void If_no_sample_is_ever_kept_the_classes_change_nothing(TrainingEngine engine)
    {
        TrainingOptions options = new() { Epochs = 2, BatchSize = 256, Engine = engine };
        using TrainedReplica control = ReplicatedTrainer.Train([SyntheticTasks.Create(4, 5000, Arm.ScaledReg)], options)[0];
        Assert.InRange(SyntheticTasks.LargestDifference(control.Predict(SyntheticTasks.Probe), Selected(engine, 1e-300, "selection")), 0, 1e-5);
    }

    private static double[] Selected(TrainingEngine engine, double keep, string stream)
    {
        ReplicaTask task = SyntheticTasks.Create(4, 5000, Arm.RegCls, 16) with
        {
            Selection = new ClassSelection([.. Enumerable.Range(0, 16).Select(c => keep / (1 + c % 3))], RandomStream.Named(stream)),
        };
        TrainingOptions options = new() { Classes = 16, Epochs = 2, BatchSize = 256, Engine = engine };
        using TrainedReplica trained = ReplicatedTrainer.Train([task], options)[0];
        return trained.Predict(SyntheticTasks.Probe);
    }

    [Fact]
    public void A_model_has_the_same_bits_whatever_it_is_trained_beside()
    {
        TrainingOptions options = new() { Epochs = 2, BatchSize = 64, Engine = TrainingEngine.Vectorised, Workers = 2 };
        IReadOnlyList<TrainedReplica> together = ReplicatedTrainer.Train([.. Enumerable.Range(0, 5).Select(i => SyntheticTasks.Create(i, 700 + 100 * i, Arm.Reg))], options);
        for (int i = 0; i < together.Count; i++)
        {
            using TrainedReplica alone = ReplicatedTrainer.Train([SyntheticTasks.Create(i, 700 + 100 * i, Arm.Reg)], options)[0];
            Assert.Equal(alone.Predict(SyntheticTasks.Probe), together[i].Predict(SyntheticTasks.Probe));
            together[i].Dispose();
        }
    }

    [Fact]
    public void The_exponential_is_good_to_a_few_units_in_the_last_place()
    {
        for (float x = -87; x <= 0; x += 0.00371f)
        {
            double expected = Math.Exp(x);
            Assert.Equal(expected, VectorExponential.OfNonPositive(Vector512.Create(x))[3], 3e-7 * expected);
        }

        Assert.Equal(1, VectorExponential.OfNonPositive(Vector512<float>.Zero)[0]);
        Assert.InRange(VectorExponential.OfNonPositive(Vector512.Create(-1e30f))[0], 0, 2e-38);
    }
}
