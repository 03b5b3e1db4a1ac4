namespace RegCls.Theory;

/// <summary>Sizes of the experiment in nonlinear ICA by time-contrastive learning (Hyvärinen and Morioka 2016).</summary>
public sealed record IcaOptions
{
    /// <summary>Number of sources n, and of observed signals.</summary>
    public int Sources { get; init; } = 4;

    /// <summary>Number of segments: the classes.</summary>
    public int Segments { get; init; } = 64;

    /// <summary>Samples a segment, in the training signal and in the test signal each.</summary>
    public int SamplesPerSegment { get; init; } = 256;

    /// <summary>Layers of the mixing: rotations with a bent line after each but the last.</summary>
    public int MixingLayers { get; init; } = 2;

    /// <summary>Widths of the classifier's hidden layers; the last is the representation. By default 2n units there: a ReLU network makes a modulus of two.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [32, 32, 8];

    /// <summary>Passes over the training signal.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Samples a step.</summary>
    public int BatchSize { get; init; } = 512;

    /// <summary>Adam's learning rate; there is no weight decay.</summary>
    public double LearningRate { get; init; } = 5e-3;

    /// <summary>Number of seeds; each has sources, segments, mixing and networks of its own.</summary>
    public int Seeds { get; init; } = 5;

    /// <summary>Proves the path in about a second: too small to find the sources.</summary>
    public static IcaOptions Smoke { get; } = new() { Segments = 8, SamplesPerSegment = 128, Epochs = 5, Seeds = 2 };

    /// <summary>Throws if a size cannot be used.</summary>
    /// <exception cref="ArgumentException">A size is too small, or there are fewer samples than a batch.</exception>
    public void Validate()
    {
        if (Sources < 2 || Segments < 2 || SamplesPerSegment < 2 || MixingLayers < 1 || Epochs < 1 || BatchSize < 1 || Seeds < 1)
        {
            throw new ArgumentException($"Nonlinear ICA needs at least 2 sources, 2 segments, 2 samples a segment, 1 mixing layer, 1 epoch and 1 seed, got {Sources}, {Segments}, {SamplesPerSegment}, {MixingLayers}, {Epochs} and {Seeds}.");
        }

        if (Segments * SamplesPerSegment < BatchSize)
        {
            throw new ArgumentException($"Nonlinear ICA needs at least one full batch of {BatchSize} samples, got {Segments * SamplesPerSegment}: use more samples or a smaller batch.");
        }

        if (!(LearningRate > 0) || !double.IsFinite(LearningRate))
        {
            throw new ArgumentException($"The learning rate must be a positive number, got {LearningRate}.");
        }
    }
}
