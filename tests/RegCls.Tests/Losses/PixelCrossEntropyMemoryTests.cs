using System.Diagnostics;
using RegCls.Losses;
using RegCls.Tests.Training;
using static TorchSharp.torch;

namespace RegCls.Tests.Losses;

/// <summary>Alone in the process while it runs: it watches the memory of the whole process.</summary>
[Collection(nameof(GarbageCollectionTests))]
public class PixelCrossEntropyMemoryTests
{
    private const int Classes = 100, Height = 800, Width = 800;
    private const long Logits = 4L * Classes * Height * Width;

    [Fact]
    public void A_hundred_classes_cost_no_one_hot_targets()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/proc/self/clear_refs"), "the peak of memory can be read and reset on Linux only");
        using Tensor logits = zeros(1, Classes, Height * Width, requires_grad: true), labels = randint(Classes, [1, Height * Width], ScalarType.Int64);

        // Softmax and gradient are as large as the logits and cannot be avoided, nor is the gradient of the softmax on its way; the targets in one-hot form, 64-bit at first, would be two more.
        long own = Peak(() => PixelCrossEntropy.Mean(logits, labels)), oneHot = Peak(() => -(nn.functional.one_hot(labels, Classes).permute(0, 2, 1).to(ScalarType.Float32) * nn.functional.log_softmax(logits, 1)).sum() / (Height * Width));
        Assert.InRange(own, Logits, 3.3 * Logits);
        Assert.True(oneHot > own + 1.5 * Logits, $"one-hot targets took {oneHot / 1e6:F0} MB, class indices {own / 1e6:F0} MB: the measurement does not tell them apart");

        long Peak(Func<Tensor> loss)
        {
            GC.Collect();
            File.WriteAllText("/proc/self/clear_refs", "5");
            using Process before = Process.GetCurrentProcess();
            long start = before.WorkingSet64;
            using (NewDisposeScope())
            {
                loss().backward();
                logits.grad!.Dispose();
                logits.grad = null;
            }

            using Process after = Process.GetCurrentProcess();
            return after.PeakWorkingSet64 - start;
        }
    }
}
