using RegCls.Data.Labels;

namespace RegCls.Data.Depth;

/// <summary>
/// Splits recordings by time. A recording is cut into stretches of equal length; each stretch belongs to one part, in a fixed pattern, and the frames about each border between two parts are left
/// out, so that no test frame has a neighbour in training. A camera that comes back to the same place still sees the same things: within one recording parts are disjoint in time, not in place.
/// </summary>
public sealed record TimeSplit
{
    /// <summary>The parts of the stretches, in the order of time, repeated until <see cref="Stretches"/> are named.</summary>
    public IReadOnlyList<Subset> Pattern { get; init; } = [Subset.Train, Subset.Train, Subset.Train, Subset.Validation, Subset.Train, Subset.Train, Subset.Train, Subset.Test];

    /// <summary>How many stretches a recording is cut into; half as many, and so on, where it is too short, as long as the whole pattern is left.</summary>
    public int Stretches { get; init; } = 16;

    /// <summary>How many frames are left out at each border between two parts, half on either side.</summary>
    public int Gap { get; init; } = 4;

    /// <summary>The part of each frame.</summary>
    /// <param name="groups">[N] the recording of each frame; the frames of one are in the order of time.</param>
    /// <returns>[N] parts; null for a frame that is left out.</returns>
    /// <exception cref="ArgumentException">The rule names no part, or a recording has fewer frames than its stretches and gaps need.</exception>
    public Subset?[] Split(IReadOnlyList<string> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (Pattern.Count == 0 || Stretches < 1 || Gap < 0)
        {
            throw new ArgumentException($"A split by time needs a pattern of parts, at least 1 stretch and a gap of 0 or more frames, got {Pattern.Count} parts, {Stretches} stretches and a gap of {Gap}.");
        }

        Subset?[] subsets = new Subset?[groups.Count];
        foreach (IGrouping<string, int> group in Enumerable.Range(0, groups.Count).GroupBy(i => groups[i], StringComparer.Ordinal))
        {
            int[] frames = [.. group];
            int stretches = Stretches;
            while (frames.Length < stretches * (Gap + 1) && stretches % 2 == 0 && stretches / 2 >= Pattern.Count)
            {
                stretches /= 2;
            }

            if (frames.Length < stretches * (Gap + 1))
            {
                throw new ArgumentException($"The recording {group.Key} has {frames.Length} frames, expected at least {stretches * (Gap + 1)} for {stretches} stretches with gaps of {Gap}.");
            }

            for (int i = 0; i < frames.Length; i++)
            {
                Subset part = At(i);
                bool gap = At(Math.Max(i - (Gap + 1) / 2, 0)) != part || At(Math.Min(i + Gap / 2, frames.Length - 1)) != part;
                subsets[frames[i]] = gap ? null : part;
            }

            Subset At(int i) => Pattern[(int)((long)i * stretches / frames.Length) % Pattern.Count];
        }

        return subsets;
    }
}
