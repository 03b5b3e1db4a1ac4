using RegCls.Binning;
using RegCls.Data;
using RegCls.Models.Depth;
using RegCls.Training.Depth;
using RegCls.Training.Images;
using static TorchSharp.torch;

namespace RegCls.Tests.Training.Depth;

/// <summary>Counts all tensors of the process, so nothing else runs beside it.</summary>
[Collection(nameof(GarbageCollectionTests))]
public class DepthTensorTests
{
    [Fact]
    public void The_number_of_tensors_stays_flat()
    {
        SlopedFrames frames = new(24, 32, 24);
        DepthTask task = new() { Frames = frames, Subsets = frames.Subsets, ClassRange = new Interval(0, 6), Network = (seed, classes) => new SmallDepthNetwork(seed, classes, width: 4) };
        DepthTrainingOptions options = new() { Epochs = 3, BatchSize = 4, Seed = 4 };
        foreach (ImageMethod method in (ImageMethod[])[DepthMethods.RegCls(100, 10, ClassDefinition.Balanced), DepthMethods.Kernel, DepthMethods.Bmc])
        {
            DepthTrainer.Train(task, method, options).Dispose();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            List<long> counts = [];
            DepthTrainer.Train(task, method, options with { Epochs = 6, Accumulated = 2 }, new ImmediateProgress<DepthEpoch>(_ => counts.Add(Tensor.TotalCount))).Dispose();
            Assert.Equal(counts[3], counts[5]);
        }
    }
}
