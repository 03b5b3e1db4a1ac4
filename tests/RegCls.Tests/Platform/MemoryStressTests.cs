namespace RegCls.Tests.Platform;

/// <summary>200 training steps with freed and fresh memory filled by the C library: a kernel that reads what it was not given ends in other bits, or in NaN.</summary>
public class MemoryStressTests
{
    private static readonly string[] Fillings = ["0", "1", "165", "255"];

    [Theory]
    [InlineData("age", 200)]
    [InlineData("depth", 200)]
    [InlineData("depth-10", 200)]
    [InlineData("resnet50", 2)]
    public void What_the_memory_held_does_not_show(string network, int steps)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "MALLOC_PERTURB_ is glibc's, so on Linux only.");
        string[] digests = [.. Fillings.AsParallel().WithDegreeOfParallelism(2).Select(filling => NetworkProcess.Run(BuildPaths.Benchmarks, new Dictionary<string, string> { ["MALLOC_PERTURB_"] = filling, ["OMP_NUM_THREADS"] = "1" }, "steps", network, $"{steps}", "1")[^1].Split(' ')[5])];
        Assert.Single(digests.Distinct());
        Assert.Equal(16, digests[0].Length);
    }
}
