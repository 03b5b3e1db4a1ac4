using RegCls.Data.Labels;

namespace RegCls.Data.Depth;

/// <summary>Splits frames by their group, so that all frames of a scene are in one part.</summary>
public sealed record GroupSplit
{
    /// <summary>The share of groups for validation; NYUD2-DIR's 1/5 of the training folders in the paper.</summary>
    public double ValidationShare { get; init; } = 0.2;

    /// <summary>The share of groups for testing.</summary>
    public double TestShare { get; init; }

    /// <summary>The part of each group. Groups are sorted by name before they are drawn, so the order of frames does not matter.</summary>
    /// <param name="groups">Names; the same name may occur often.</param>
    /// <param name="seed">Names the random stream.</param>
    /// <exception cref="ArgumentException">A share is negative, or together they leave nothing for training.</exception>
    public IReadOnlyDictionary<string, Subset> Split(IEnumerable<string> groups, int seed)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (!(ValidationShare >= 0 && TestShare >= 0 && ValidationShare + TestShare < 1))
        {
            throw new ArgumentException($"Validation and test take shares of 0 or more, together below 1; got {ValidationShare} and {TestShare}.");
        }

        string[] names = [.. groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        RandomStream.Named("split by groups", seed).Shuffle(names.AsSpan());
        int validation = (int)Math.Round(ValidationShare * names.Length), test = (int)Math.Round(TestShare * names.Length);
        return names.Select((name, i) => (name, i < validation ? Subset.Validation : i < validation + test ? Subset.Test : Subset.Train)).ToDictionary(StringComparer.Ordinal);
    }
}
