using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Models;
using RegCls.Training;

namespace RegCls.Tests.Training;

public class FeatureTrainingTests
{
    private const int Width = 5;

    private static readonly FeatureTable Table = MakeTable();

    private static TrainingOptions Options(int classes = 0) => new()
    {
        Features = Width,
        Hidden = [8, 6],
        Classes = classes,
        Epochs = 3,
        BatchSize = 20,
        LearningRate = 1e-2,
        WeightDecay = 1e-3,
        Precision = Precision.Double,
        Initialisation = WeightInitialisation.FanIn,
        SumsRegressionLoss = true,
        RateDrop = new RateDrop(2, 0.1),
    };

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public void A_replica_trained_in_a_batch_equals_the_same_model_trained_alone(int classes)
    {
        IReadOnlyList<TrainedReplica> batch = ReplicatedTrainer.Train([.. Enumerable.Range(0, 4).Select(replica => Task(replica, classes))], Options(classes));
        for (int replica = 0; replica < 4; replica++)
        {
            using TrainedReplica alone = ReplicatedTrainer.Train([Task(replica, classes)], Options(classes))[0];
            Same(alone, batch[replica]);
            batch[replica].Dispose();
        }
    }

    [Fact]
    public void A_model_with_fewer_classes_than_its_batch_equals_the_one_with_a_head_of_its_own_size()
    {
        using TrainedReplica own = ReplicatedTrainer.Train([Task(1, 4)], Options(4))[0];
        IReadOnlyList<TrainedReplica> batch = ReplicatedTrainer.Train([Task(0, 12), Task(1, 4) with { OwnClasses = 4 }], Options(12));
        Same(own, batch[1]);
        FeatureRows probe = new(Table, [.. Enumerable.Range(0, 100)]);
        long[] labels = ClassRanges.Uniform(0, 1, 4).Labels([.. Enumerable.Range(0, 100).Select(Target)]);
        Assert.Equal(own.ClassAccuracy(probe, labels), batch[1].ClassAccuracy(probe, labels));
        batch[0].Dispose();
        batch[1].Dispose();
    }

    [Fact]
    public void The_summed_loss_is_the_mean_loss_times_the_batch_size()
    {
        using TrainedReplica summed = ReplicatedTrainer.Train([Task(0, 0)], Options())[0];
        using TrainedReplica scaled = ReplicatedTrainer.Train([Task(0, 0) with { Arm = Arm.ScaledReg, Lambda = 20 }], Options() with { SumsRegressionLoss = false })[0];
        Same(summed, scaled);
    }

    [Fact]
    public void The_rate_falls_at_each_replica_s_own_epoch()
    {
        // From epoch 0 on by 0.1 is a tenth of the rate; from the last epoch on it is not.
        using TrainedReplica dropped = ReplicatedTrainer.Train([Task(0, 0)], Options() with { RateDrop = new RateDrop(0, 0.1) })[0];
        using TrainedReplica slow = ReplicatedTrainer.Train([Task(0, 0)], Options() with { RateDrop = null, LearningRate = 1e-3 })[0];
        using TrainedReplica late = ReplicatedTrainer.Train([Task(0, 0)], Options())[0];
        using TrainedReplica never = ReplicatedTrainer.Train([Task(0, 0)], Options() with { RateDrop = new RateDrop(3, 0.1) })[0];
        using TrainedReplica constant = ReplicatedTrainer.Train([Task(0, 0)], Options() with { RateDrop = null })[0];
        Same(slow, dropped);
        Same(constant, never);
        Assert.True(SyntheticTasks.LargestDifference(Predict(late), Predict(constant)) > 1e-3);
    }

    [Fact]
    public void Scaling_makes_mean_0_and_deviation_1_over_its_rows()
    {
        int[] rows = [.. Enumerable.Range(50, 200)];
        FeatureRows scaled = new(Table, rows, FeatureScaling.Of(Table, rows));
        float[] values = new float[rows.Length * Width];
        scaled.Gather([.. Enumerable.Range(0, rows.Length)], values);
        for (int feature = 0; feature < Width; feature++)
        {
            float[] column = [.. values.Where((_, i) => i % Width == feature)];
            Assert.Equal(0, column.Average(), 1e-4);
            Assert.Equal(1, Math.Sqrt(column.Average(value => value * value)), 1e-4);
        }
    }

    [Fact]
    public void Bad_inputs_are_refused_in_one_sentence()
    {
        Refused(Task(0, 0) with { Targets = [1, 2, 3] }, Options(), "Inputs and targets must have one length");
        Refused(Task(0, 0), Options() with { Features = 4 }, "The inputs have 5 features, expected 4");
        Refused(Task(0, 4) with { OwnClasses = 5 }, Options(4), "The model has 5 classes of its own, expected 2 to");
        Refused(Task(0, 0), Options() with { RateDrop = new RateDrop(-1, 0.1) }, "The learning rate falls at an epoch from 0 on");
        Refused(Task(0, 0), Options() with { Engine = TrainingEngine.Vectorised }, "with ReLU, Xavier weights, the mean loss and a constant learning rate only");

        static void Refused(ReplicaTask task, TrainingOptions options, string sentence) =>
            Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => ReplicatedTrainer.Train([task], options)).Message, StringComparison.Ordinal);
    }

    private static double[] Predict(TrainedReplica trained) => trained.Predict(new FeatureRows(Table, [.. Enumerable.Range(0, 100)]));

    private static void Same(TrainedReplica expected, TrainedReplica actual) => Assert.InRange(SyntheticTasks.LargestDifference(Predict(expected), Predict(actual)), 0, 1e-5);

    private static double Target(int row) => row % 97 / 97.0;

    // Replicas of different sizes: each has its own epochs.
    private static ReplicaTask Task(int replica, int classes)
    {
        int[] rows = [.. Enumerable.Range(0, 300 + 40 * replica)];
        double[] targets = [.. rows.Select(Target)];
        return new ReplicaTask
        {
            Features = new FeatureRows(Table, rows),
            Targets = targets,
            Labels = classes > 0 ? ClassRanges.Uniform(0, 1, classes).Labels(targets) : null,
            Arm = classes > 0 ? Arm.RegCls : Arm.Reg,
            Initialisation = RandomStream.Named("test", replica, "initialisation"),
            Shuffle = RandomStream.Named("test", replica, "shuffle"),
        };
    }

    private static FeatureTable MakeTable()
    {
        RandomStream stream = RandomStream.Named("test", "features");
        return FeatureTable.Of([.. Enumerable.Range(0, 600 * Width).Select(i => (float)(3 * stream.NextGaussian() + Target(i / Width) * (i % Width) + 1))], Width);
    }
}
