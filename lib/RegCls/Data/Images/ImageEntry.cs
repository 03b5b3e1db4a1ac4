using RegCls.Data.Labels;

namespace RegCls.Data.Images;

/// <summary>One labelled image of a source, not decoded yet.</summary>
/// <param name="Name">Its name, unique in the source; the same whether it lies in a folder or in an archive.</param>
/// <param name="Label">Its target, such as the age in years.</param>
/// <param name="Subset">The part that the data set's own split puts it in; null where there is no such split.</param>
/// <param name="Pixels">
/// Decodes to a width and height in pixels: planar RGB, <c>[3, size, size]</c> bytes. May be called on any thread, once. Throws <see cref="ImageDecodingException"/> or
/// <see cref="IOException"/> where it cannot.
/// </param>
public sealed record ImageEntry(string Name, double Label, Subset? Subset, Func<int, byte[]> Pixels);
