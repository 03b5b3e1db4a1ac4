using RegCls.Data.Labels;
using RegCls.Data.Sets;

namespace RegCls.Data.Images;

/// <summary>One labelled image of a source, not decoded yet.</summary>
/// <param name="Name">Its name; the same whether it lies in a folder or in an archive.</param>
/// <param name="Label">Its target, such as the age in years.</param>
/// <param name="Subset">The part that the data set's own split puts it in; null where there is no such split.</param>
/// <param name="Pixels">
/// Decodes to a width and height in pixels: planar RGB, <c>[3, size, size]</c> bytes. May be called on any thread, once. Throws <see cref="ImageDecodingException"/> or
/// <see cref="IOException"/> where it cannot.
/// </param>
public sealed record ImageEntry(string Name, double Label, Subset? Subset, Func<int, DecodedImage> Pixels)
{
    /// <summary>Equal for entries that are the same sample wherever they lie; the name if nothing else is said.</summary>
    public string Key { get; init; } = Name;

    /// <summary>Of entries with one key, or with the same picture, that with the lowest rank is used.</summary>
    public int Rank { get; init; }

    /// <summary>What tells whether it is there twice.</summary>
    internal SampleIdentity Identity(UInt128 content) => new(Name, Key, content, Subset) { Rank = Rank, Label = Label };
}
