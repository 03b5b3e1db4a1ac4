using RegCls.Data.Images;
using RegCls.Data.Labels;

namespace RegCls.Studies.Images;

/// <summary>Decoded faces with their split.</summary>
/// <param name="Cache">Images and ages.</param>
/// <param name="Subsets">The part of each image.</param>
/// <param name="Shots">When an age is many-, medium- or few-shot.</param>
public sealed record AgeImages(ImageCache Cache, IReadOnlyList<Subset> Subsets, ShotRule Shots);
