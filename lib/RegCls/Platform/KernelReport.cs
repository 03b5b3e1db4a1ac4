using System.Globalization;

namespace RegCls.Platform;

/// <summary>What a check of kernels found.</summary>
/// <param name="Path">The kernels that were checked.</param>
/// <param name="Cases">How many operations and shapes, each with every number of threads.</param>
/// <param name="Threads">The numbers of threads.</param>
/// <param name="Worst">The largest relative deviation of all.</param>
/// <param name="Wrong">Those beyond <see cref="KernelCheck.Tolerance"/>, the largest of each operation.</param>
public sealed record KernelReport(KernelPath Path, int Cases, IReadOnlyList<int> Threads, KernelDeviation Worst, IReadOnlyList<KernelDeviation> Wrong)
{
    /// <summary>Whether all results agree with their definitions.</summary>
    public bool IsRight => Wrong.Count == 0;

    /// <summary>What was found with oneDNN before it was switched off; null where it was not.</summary>
    public KernelReport? Instead { get; init; }

    /// <summary>The kernels' name, as records have it.</summary>
    public string PathName => Path switch { KernelPath.ChannelsLast => "channels-last (oneDNN)", KernelPath.Native => "native (oneDNN switched off)", _ => "default" };

    /// <summary>This report and another one of other operations on the same kernels, as one.</summary>
    public KernelReport And(KernelReport other)
        => new(Path, Cases + other.Cases, [.. other.Threads.Union(Threads).Order()], Worst.Relative > other.Worst.Relative ? Worst : other.Worst, [.. Wrong.Concat(other.Wrong).OrderByDescending(wrong => wrong.Relative)]) { Instead = Instead ?? other.Instead };

    /// <summary>One sentence: what was checked, the largest deviation, the path taken.</summary>
    public override string ToString()
    {
        string because = Instead is { } wrong ? string.Create(CultureInfo.InvariantCulture, $"; with oneDNN {wrong.Wrong.Count} of them were wrong here, such as {wrong.Wrong[0]}") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Cases} operations with {string.Join(" and ", Threads)} thread{(Threads is [1] ? "" : "s")} held against their definitions, largest deviation {Worst.Relative:0.0e+0}; path taken: {PathName}{because}");
    }
}
