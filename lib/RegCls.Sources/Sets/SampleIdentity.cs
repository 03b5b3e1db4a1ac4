using RegCls.Data.Labels;

namespace RegCls.Data.Sets;

/// <summary>What tells whether two samples are the same.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Key">Equal for the same sample wherever it lies and however its path is written.</param>
/// <param name="Content">Equal for the same decoded picture; null where it is not decoded yet.</param>
/// <param name="Subset">The part it was put in; null where parts are drawn later.</param>
internal readonly record struct SampleIdentity(string Name, string Key, UInt128? Content, Subset? Subset)
{
    /// <summary>Of two that are the same in one part, the one with the lower rank counts.</summary>
    public int Rank { get; init; }

    /// <summary>Its label, to say where two that are the same have different ones.</summary>
    public double? Label { get; init; }

    /// <summary>Name and part.</summary>
    public override string ToString() => Subset is { } part ? $"{Name} ({part.ToString().ToLowerInvariant()})" : Name;
}
