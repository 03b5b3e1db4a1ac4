using RegCls.Training.Pictures;

namespace RegCls.Training.Depth;

/// <summary>
/// How a depth model is trained; the defaults are a short training of the small network, with the weight decay of the release, so that the control differs from reg. The paper's on NYUD2-DIR: 5 epochs, batch 16, 2 accumulated
/// (in Tab. 4 batch 8, 4 accumulated), learning rate 1e-4 from pretrained weights.
/// </summary>
public sealed record DepthTrainingOptions : PictureTrainingOptions
{
    /// <summary>The defaults.</summary>
    public DepthTrainingOptions() => (BatchSize, EvaluationBatch, WeightDecay) = (8, 16, 1e-4);

    /// <summary>Frames are turned by up to this many degrees either way.</summary>
    public double Rotation { get; init; } = 5;

    /// <summary>Brightness, contrast and saturation are changed by up to this share either way.</summary>
    public double Colour { get; init; } = 0.4;

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        if (Rotation is not (>= 0 and <= 45) || Colour is not (>= 0 and < 1))
        {
            throw new ArgumentException($"Frames are turned by 0 to 45 degrees and their colours changed by a share in [0, 1), got {Rotation} and {Colour}.");
        }
    }
}
