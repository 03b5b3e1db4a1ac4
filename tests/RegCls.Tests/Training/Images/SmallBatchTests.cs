using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Losses;
using RegCls.Models.Images;
using RegCls.Training.Images;

namespace RegCls.Tests.Training.Images;

/// <summary>Pictures of 16 pixels, whose last maps are one place: a batch of a single one has no variance to normalise by.</summary>
public sealed class SmallBatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ImageCache images;

    public SmallBatchTests() => images = ImageCache.Open(new BrightnessImages(), 16, folder.FullPath);

    public void Dispose()
    {
        images.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Every_remainder_trains_with_every_kind_of_method()
    {
        int[] train = Part(Subset.Train);
        for (int count = 2; count <= 11; count++)
        {
            ImageTask task = Task(train.Take(count));
            foreach (ImageMethod method in (ImageMethod[])[ImageMethod.Reg, ImageMethod.RegCls(10, 1), ImageMethod.Of(RegressionLoss.Bmc), ImageMethod.Reg with { LastLayer = RegressionLoss.Bmc }])
            {
                using TrainedImageModel model = ImageTrainer.Train(task, method, new ImageTrainingOptions { Epochs = 1, BatchSize = 5, Padding = 1, Seed = count });
                Assert.All(model.Epochs, epoch => Assert.True(double.IsFinite(epoch.ValidationMse) && double.IsFinite(epoch.TrainingLoss), $"{count} images, {method.DisplayName}"));
            }
        }
    }

    [Fact]
    public void Batches_of_one_are_refused_in_a_sentence()
        => Assert.Contains(
            "use batches of at least 2",
            Assert.Throws<ArgumentException>(() => ImageTrainer.Train(Task(Part(Subset.Train)), ImageMethod.Reg, new ImageTrainingOptions { Epochs = 1, BatchSize = 1 })).Message,
            StringComparison.Ordinal);

    private int[] Part(Subset subset) => [.. Enumerable.Range(0, images.Count).Where(i => images.Split()[i] == subset)];

    private ImageTask Task(IEnumerable<int> train)
    {
        HashSet<int> kept = [.. train];
        return new ImageTask
        {
            Images = images,
            Subsets = [.. images.Split().Select((subset, i) => subset == Subset.Train && !kept.Contains(i) ? Subset.Test : subset)],
            Network = (seed, classes) => new SmallResidualNetwork(seed, classes, width: 4),
        };
    }
}
