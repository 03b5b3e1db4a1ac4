using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Models.Images;

namespace RegCls.Training.Images;

/// <summary>What an image model is trained on.</summary>
public sealed record ImageTask
{
    /// <summary>Images and labels.</summary>
    public required IImages Images { get; init; }

    /// <summary>The part each image belongs to, [N].</summary>
    public required IReadOnlyList<Subset> Subsets { get; init; }

    /// <summary>What counts as one label for weights, FDS and shots.</summary>
    public LabelGrid Labels { get; init; }

    /// <summary>Makes the network from a seed and a number of classes; null for the small residual network.</summary>
    public Func<int, int, ImageNetwork>? Network { get; init; }

    /// <summary>Indices of the images of a part, in rising order.</summary>
    public int[] Indices(Subset subset) => [.. Enumerable.Range(0, Subsets.Count).Where(i => Subsets[i] == subset)];

    /// <summary>Labels of the images of a part, in the order of <see cref="Indices"/>.</summary>
    public double[] Targets(Subset subset)
    {
        double[] targets = new double[Subsets.Count(value => value == subset)];
        int next = 0;
        for (int i = 0; i < Subsets.Count; i++)
        {
            if (Subsets[i] == subset)
            {
                targets[next++] = Images.Labels[i];
            }
        }

        return targets;
    }

    /// <summary>Throws unless there are images to train and to validate on.</summary>
    /// <exception cref="ArgumentException">There is not one part an image, or a needed part is empty.</exception>
    public void Validate()
    {
        if (Subsets.Count != Images.Count)
        {
            throw new ArgumentException($"There are {Images.Count} images but parts for {Subsets.Count}; expected one part an image.");
        }

        foreach (Subset subset in (ReadOnlySpan<Subset>)[Subset.Train, Subset.Validation])
        {
            if (!Subsets.Contains(subset))
            {
                throw new ArgumentException($"No image is in the {subset.ToString().ToLowerInvariant()} part; use a split that has some, such as a DIR split.");
            }
        }
    }
}
