using RegCls.Data.Images;
using RegCls.Models.Images;
using RegCls.Training.Images;
using static TorchSharp.torch;

namespace RegCls.Tests.Training.Images;

/// <summary>Counts all tensors of the process, so nothing else runs beside it.</summary>
[Collection(nameof(GarbageCollectionTests))]
public class ImageTensorTests
{
    [Fact]
    public void The_number_of_tensors_stays_flat()
    {
        using TemporaryFolder folder = new();
        using ImageCache images = ImageCache.Open(new BrightnessImages(), 24, folder.FullPath);
        ImageTask task = new() { Images = images, Subsets = images.Split(), Network = (seed, classes) => new SmallResidualNetwork(seed, classes, width: 4) };
        ImageTrainingOptions options = new() { Epochs = 3, BatchSize = 16, Padding = 2, Seed = 4 };
        ImageTrainer.Train(task, ImageMethod.Kernel, options).Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = Tensor.TotalCount;
        List<long> counts = [];
        using TrainedImageModel model = ImageTrainer.Train(task, ImageMethod.Kernel, options with { Epochs = 6 }, new ImmediateProgress<ImageEpoch>(_ => counts.Add(Tensor.TotalCount)));
        Assert.Equal(counts[3], counts[5]);
        Assert.True(before <= counts[0]);
    }
}
