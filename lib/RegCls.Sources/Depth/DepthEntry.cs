using RegCls.Data.Labels;

namespace RegCls.Data.Depth;

/// <summary>One frame of a source, not decoded yet.</summary>
/// <param name="Name">Its name, unique in the source.</param>
/// <param name="Group">The scene or recording it belongs to: frames of one group look alike and must not be split without a gap.</param>
/// <param name="Subset">The part that the data set's own split puts it in; null where there is no such split.</param>
/// <param name="Decode">
/// Decodes the frame. Is told the width and height that are wanted; what is rendered may come in that size, what is stored comes as it is. May be called on any thread, once.
/// Throws <see cref="Images.ImageDecodingException"/> or <see cref="IOException"/> where it cannot.
/// </param>
public sealed record DepthEntry(string Name, string Group, Subset? Subset, Func<int, int, DepthPicture> Decode)
{
    /// <summary>Equal for entries that are the same frame however their paths are written; the name if nothing else is said.</summary>
    public string Key { get; init; } = Name;
}
