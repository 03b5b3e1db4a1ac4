using RegCls.Data;
using RegCls.Data.Labels;
using RegCls.Models.Depth;
using RegCls.Training.Depth;

namespace RegCls.Tests.Training.Depth;

/// <summary>Frames of 16 pixels, whose smallest maps are one place.</summary>
public class SmallFrameTests
{
    private static readonly SlopedFrames Frames = new(24, 16, 16);

    [Fact]
    public void Every_remainder_trains()
    {
        for (int count = 2; count <= 11; count++)
        {
            using TrainedDepthModel model = DepthTrainer.Train(Task(count), DepthMethods.RegCls(10, 10), new DepthTrainingOptions { Epochs = 1, BatchSize = 5, Seed = count });
            Assert.All(model.Epochs, epoch => Assert.True(double.IsFinite(epoch.ValidationRmse) && double.IsFinite(epoch.TrainingLoss), $"{count} frames"));
        }
    }

    [Fact]
    public void Batches_of_one_are_refused_in_a_sentence()
        => Assert.Contains("use batches of at least 2", Assert.Throws<ArgumentException>(() => DepthTrainer.Train(Task(9), DepthMethods.Reg, new DepthTrainingOptions { Epochs = 1, BatchSize = 1 })).Message, StringComparison.Ordinal);

    private static DepthTask Task(int train) => new()
    {
        Frames = Frames,
        Subsets = [.. Frames.Subsets.Select((subset, i) => subset == Subset.Train && i >= train ? null : subset)],
        ClassRange = new Interval(0, 6),
        Network = (seed, classes) => new SmallDepthNetwork(seed, classes, width: 4),
    };
}
