using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Training.Images;

namespace RegCls.Studies.Images;

/// <summary>Decoded faces with their split.</summary>
/// <param name="Cache">Images and ages.</param>
/// <param name="Subsets">The part of each image.</param>
/// <param name="Shots">When an age is many-, medium- or few-shot.</param>
public sealed record AgeImages(ImageCache Cache, IReadOnlyList<Subset> Subsets, ShotRule Shots)
{
    /// <summary>Names real faces, as records have it; empty for drawn ones.</summary>
    public string DataHash { get; init; } = "";

    /// <summary>What a model is trained on.</summary>
    public ImageTask Task => new() { Images = Cache, Subsets = Subsets };

    /// <summary>Counts of the training labels.</summary>
    public LabelCounts Training => LabelCounts.Of(Task.Targets(Subset.Train));
}
