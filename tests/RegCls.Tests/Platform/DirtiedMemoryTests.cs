using RegCls.Platform;
using RegCls.Tests.Training;
using TorchSharp;

namespace RegCls.Tests.Platform;

/// <summary>Alone in the process while it runs: what the allocator hands out depends on what others freed.</summary>
[Collection(nameof(GarbageCollectionTests))]
public class DirtiedMemoryTests
{
    [Fact]
    public void Memory_is_dirtied_before_each_call()
    {
        // What a kernel reads beyond its arrays is what somebody left there: fresh tensors of the sizes that were spread hold it.
        List<bool> dirty = [];
        KernelCheck.Run(KernelPath.ChannelsLast, [new KernelCase("an operation", ["gradient"], Look, () => [[1]])], [1]);
        Assert.NotEmpty(dirty);
        Assert.All(dirty, Assert.True);

        IReadOnlyList<float[]> Look()
        {
            using DisposeScope scope = torch.NewDisposeScope();
            dirty.Add(new long[] { 64, 256, 1024, 4096 }.Any(size => torch.empty(size).data<float>().ToArray().Any(value => !float.IsFinite(value) || Math.Abs(value) >= 100)));
            return [[1]];
        }
    }
}
