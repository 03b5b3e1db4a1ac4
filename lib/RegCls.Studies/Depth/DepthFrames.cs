using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Training.Depth;

namespace RegCls.Studies.Depth;

/// <summary>Decoded frames of a depth study; the owner disposes the cache.</summary>
/// <param name="Cache">Images and depths.</param>
public sealed record DepthFrames(DepthCache Cache)
{
    /// <summary>Names real frames, as records have it; empty for rendered ones.</summary>
    public string DataHash { get; init; } = "";

    /// <summary>What a run is trained on: its split of these frames and its range of classes.</summary>
    public DepthTask Task(DepthRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new DepthTask { Frames = Cache, Subsets = Cache.Split(run.Split), ClassRange = run.ClassRange };
    }

    /// <summary>The training pixels of a run by depth: what its shots, weights and classes rest on.</summary>
    public DepthCounts Training(DepthRun run) => DepthCounts.Of(Cache, Task(run).Indices(Subset.Train));
}
