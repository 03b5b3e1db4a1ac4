using RegCls.Training.Pictures;

namespace RegCls.Training.Images;

/// <summary>
/// How an image model is trained; the defaults are a short training of the small network, without weight decay as in the release, with which the control equals reg by construction. The paper's on IMDB-WIKI-DIR: 90 epochs,
/// batch 128, milestones 60 and 80.
/// </summary>
public sealed record ImageTrainingOptions : PictureTrainingOptions
{
    /// <summary>The defaults.</summary>
    public ImageTrainingOptions() => (BatchSize, EvaluationBatch) = (64, 256);

    /// <summary>Random crops after padding by this many pixels, black; 16 of 224 in the paper. 0 for none.</summary>
    public int Padding { get; init; } = 4;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        if (Padding < 0)
        {
            throw new ArgumentException($"Images are padded by 0 or more pixels, got {Padding}.");
        }
    }
}
