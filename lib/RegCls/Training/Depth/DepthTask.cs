using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Models.Depth;

namespace RegCls.Training.Depth;

/// <summary>What a depth model is trained on.</summary>
public sealed record DepthTask
{
    /// <summary>Images and depths; width and height are even and at least 16.</summary>
    public required IDepthFrames Frames { get; init; }

    /// <summary>The part each frame belongs to, [N]; null for a frame that is left out.</summary>
    public required IReadOnlyList<Subset?> Subsets { get; init; }

    /// <summary>What the classes cover, in metres; 0 to 10 in the paper.</summary>
    public Interval ClassRange { get; init; } = new(0, 10);

    /// <summary>Makes the network from a seed and a number of classes; null for the small network.</summary>
    public Func<int, int, DepthNetwork>? Network { get; init; }

    /// <summary>Indices of the frames of a part, in rising order.</summary>
    public int[] Indices(Subset subset) => [.. Enumerable.Range(0, Subsets.Count).Where(i => Subsets[i] == subset)];

    /// <summary>Throws unless there are frames to train and to validate on.</summary>
    /// <exception cref="ArgumentException">There is not one part a frame, a needed part is empty, or the size is odd or too small.</exception>
    public void Validate()
    {
        if (Subsets.Count != Frames.Count)
        {
            throw new ArgumentException($"There are {Frames.Count} frames but parts for {Subsets.Count}; expected one part a frame.");
        }

        if (Frames.Width % 2 != 0 || Frames.Height % 2 != 0 || Frames.Width < 16 || Frames.Height < 16)
        {
            throw new ArgumentException($"Frames are {Frames.Width}×{Frames.Height}; depth is predicted at half the size and needs even sizes of at least 16: open the cache with others.");
        }

        foreach (Subset subset in (ReadOnlySpan<Subset>)[Subset.Train, Subset.Validation])
        {
            if (!Subsets.Contains(subset))
            {
                throw new ArgumentException($"No frame is in the {subset.ToString().ToLowerInvariant()} part; use a split that has some, such as stretches of time.");
            }
        }
    }
}
