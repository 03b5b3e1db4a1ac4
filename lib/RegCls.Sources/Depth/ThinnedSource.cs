using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Depth;

/// <summary>Every k-th frame of each of a source's training and validation parts, from the first on, and all of its test part: a large set scaled down for a laptop. Nothing that is left out is decoded.</summary>
/// <param name="source">All frames.</param>
/// <param name="step">k, at least 1.</param>
public sealed class ThinnedSource(IDepthSource source, int step) : IDepthSource
{
    private readonly int step = step >= 1 ? step : throw new ArgumentOutOfRangeException(nameof(step), step, "Every k-th frame needs a k of at least 1.");

    /// <inheritdoc/>
    public string Description => step == 1 ? source.Description : $"{source.Description}, one of {step} training frames";

    /// <inheritdoc/>
    public string Identity => step == 1 ? source.Identity : $"one of {step} training frames of {source.Identity}";

    /// <inheritdoc/>
    public bool HasMasks => source.HasMasks;

    /// <inheritdoc/>
    public bool UnitIsSaid => source.UnitIsSaid;

    /// <inheritdoc/>
    public bool TestIsStoredApart => source.TestIsStoredApart;

    /// <inheritdoc/>
    public double PerMetre(Subset? part) => source.PerMetre(part);

    /// <inheritdoc/>
    public IEnumerable<DepthEntry> Read(ProblemLog problems)
    {
        int training = 0, validation = 0;
        foreach (DepthEntry entry in source.Read(problems))
        {
            bool taken = entry.Subset switch
            {
                Subset.Test => true,
                Subset.Validation => validation++ % step == 0,
                _ => training++ % step == 0,
            };
            if (taken)
            {
                yield return entry;
            }
            else
            {
                problems.Add(ProblemKind.NotTaken, entry.Name);
            }
        }
    }
}
