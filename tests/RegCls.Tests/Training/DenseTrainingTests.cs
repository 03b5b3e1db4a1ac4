using System.Runtime.InteropServices;
using System.Security.Cryptography;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Models;
using RegCls.Training;

namespace RegCls.Tests.Training;

public class DenseTrainingTests
{
    private const int Rows = 640;

    [Theory]
    [InlineData(1, new[] { 20 }, 0, Optimiser.Adam)]
    [InlineData(2, new[] { 4, 4 }, 4, Optimiser.Adam)]
    [InlineData(8, new[] { 64, 64 }, 16, Optimiser.Adam)]
    [InlineData(8, new[] { 64, 64 }, 16, Optimiser.AdamW)]
    [InlineData(64, new[] { 64, 7, 33 }, 50, Optimiser.Adam)]
    public void A_trained_model_is_that_of_the_tensor_engine_to_rounding(int inputs, int[] hidden, int classes, Optimiser optimiser)
    {
        FeatureTable table = Table(inputs);
        double[] Predict(TrainingEngine engine)
        {
            TrainingOptions options = Options(inputs, hidden, classes) with { Engine = engine, Optimiser = optimiser, WeightDecay = 0.1 };
            using TrainedReplica trained = ReplicatedTrainer.Train([Task(table, 0, classes)], options)[0];
            return trained.Predict(All(table));
        }

        double[] tensors = Predict(TrainingEngine.Tensors);
        Assert.InRange(SyntheticTasks.LargestDifference(tensors, Predict(TrainingEngine.Vectorised)), 0, 2e-5);
        Assert.True(tensors.Max() - tensors.Min() > 0.1, "a model that says one number for all rows would agree with anything");
    }

    [Fact]
    public void A_model_has_the_same_bits_whatever_it_is_trained_beside()
    {
        FeatureTable table = Table(8);
        TrainingOptions options = Options(8, [32, 32], 16) with { Workers = 2 };
        IReadOnlyList<TrainedReplica> together = ReplicatedTrainer.Train([.. Enumerable.Range(0, 5).Select(replica => Task(table, replica, 16))], options);
        for (int replica = 0; replica < together.Count; replica++)
        {
            using TrainedReplica alone = ReplicatedTrainer.Train([Task(table, replica, 16)], options)[0];
            Assert.Equal(alone.Predict(All(table)), together[replica].Predict(All(table)));
            together[replica].Dispose();
        }
    }

    [Fact]
    public void The_best_epoch_on_validation_is_kept()
    {
        FeatureTable table = Table(8);
        int[] validation = [.. Enumerable.Range(Rows - 100, 100)];
        FeatureRows rows = new(table, validation);
        double[] targets = [.. validation.Select(row => Target(table, row))];
        TrainingOptions options = Options(8, [16], 0) with { LearningRate = 0.2, Epochs = 1 };
        double[] errors = [.. Enumerable.Range(1, 6).Select(epochs => Mse(options with { Epochs = epochs }))];
        Assert.True(errors[^1] > errors.Min(), "with so large a rate the last epoch is not the best");
        Assert.Equal(errors.Min(), Mse(options with { Epochs = 6, Selection = Selection.BestOnValidation }), 1e-9);

        double Mse(TrainingOptions own)
        {
            using TrainedReplica trained = ReplicatedTrainer.Train([Task(table, 0, 0) with { FeatureValidation = (rows, targets) }], own)[0];
            return trained.Predict(rows).Zip(targets, (f, y) => (f - y) * (f - y)).Average();
        }
    }

    [Fact]
    public void The_networks_of_the_1D_study_keep_their_bits()
    {
        // The digest was taken before there was code for other networks: records of full studies rest on these bits.
        using IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((Arm arm, int classes) in new[] { (Arm.Reg, 0), (Arm.ScaledReg, 0), (Arm.RegCls, 16), (Arm.RegCls, 64) })
        {
            TrainingOptions options = new() { Classes = classes, Epochs = 3, BatchSize = 256, Engine = TrainingEngine.Vectorised };
            using TrainedReplica trained = ReplicatedTrainer.Train([SyntheticTasks.Create(3, 2000, arm, classes)], options)[0];
            digest.AppendData(MemoryMarshal.AsBytes<float>(trained.Network.Parameters.data<float>().ToArray()));
        }

        Assert.Equal("3e708869d2f1bb3b", Convert.ToHexStringLower(digest.GetHashAndReset())[..16]);
    }

    private static TrainingOptions Options(int inputs, int[] hidden, int classes) => new()
    {
        Features = inputs,
        Hidden = hidden,
        Classes = classes,
        Epochs = 3,
        BatchSize = 64,
        LearningRate = 3e-3,
        Engine = TrainingEngine.Vectorised,
    };

    private static FeatureRows All(FeatureTable table) => new(table, [.. Enumerable.Range(0, Rows)]);

    private static double Target(FeatureTable table, int row) => Math.Sin(2 * table.Row(row)[0]) + table.Row(row)[^1];

    private static FeatureTable Table(int inputs)
    {
        RandomStream stream = RandomStream.Named("dense table", inputs);
        return FeatureTable.Of([.. Enumerable.Range(0, Rows * inputs).Select(_ => (float)stream.NextGaussian())], inputs);
    }

    private static ReplicaTask Task(FeatureTable table, int replica, int classes)
    {
        int[] rows = [.. Enumerable.Range(0, Rows - 100 - 32 * replica)];
        double[] targets = [.. rows.Select(row => Target(table, row))];
        return new ReplicaTask
        {
            Features = new FeatureRows(table, rows),
            Targets = targets,
            Labels = classes > 0 ? ClassRanges.FromTargets(targets, classes).Labels(targets) : null,
            Selection = classes > 0 ? new ClassSelection([.. Enumerable.Repeat(0.7, classes)], RandomStream.Named("dense", replica, "selection")) : null,
            Arm = classes > 0 ? Arm.RegCls : Arm.Reg,
            Lambda = 10,
            Initialisation = RandomStream.Named("dense", replica, "initialisation"),
            Shuffle = RandomStream.Named("dense", replica, "shuffle"),
        };
    }
}
