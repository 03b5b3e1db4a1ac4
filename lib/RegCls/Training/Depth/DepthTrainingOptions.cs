namespace RegCls.Training.Depth;

/// <summary>How a depth model is trained; the defaults are a short training of the small network. The paper's on NYUD2-DIR: 5 epochs, batch 16, 2 accumulated, learning rate 1e-4 from pretrained weights.</summary>
public sealed record DepthTrainingOptions
{
    /// <summary>Passes over the training frames.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Frames a forward pass; the last one of an epoch may have fewer.</summary>
    public int BatchSize { get; init; } = 8;

    /// <summary>Forward passes whose gradients are averaged for one step; 2 in the paper, 4 (with batch 8) in Tab. 4.</summary>
    public int Accumulated { get; init; } = 1;

    /// <summary>Adam's step size.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>After these epochs the step size is divided by 10; null for 2/3 and 8/9 of <see cref="Epochs"/>.</summary>
    public IReadOnlyList<int>? Milestones { get; init; }

    /// <summary>Weight decay, coupled; 1e-4 in the release, so that the control differs from reg.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Step size of what a criterion learns beside the network, such as a noise scale.</summary>
    public double CriterionLearningRate { get; init; } = 1e-2;

    /// <summary>Random horizontal flips.</summary>
    public bool Flip { get; init; } = true;

    /// <summary>Frames are turned by up to this many degrees either way.</summary>
    public double Rotation { get; init; } = 5;

    /// <summary>Brightness, contrast and saturation are changed by up to this share either way.</summary>
    public double Colour { get; init; } = 0.4;

    /// <summary>Random streams of weights, order, augmentation and kept pixels.</summary>
    public int Seed { get; init; }

    /// <summary>Frames a step of evaluation.</summary>
    public int EvaluationBatch { get; init; } = 16;

    /// <summary>Throws if a number is out of range.</summary>
    /// <exception cref="ArgumentException">The message says which.</exception>
    public void Validate()
    {
        if (Epochs < 1 || BatchSize < 1 || Accumulated < 1 || EvaluationBatch < 1)
        {
            throw new ArgumentException($"Training needs at least 1 epoch, 1 frame a batch and 1 batch a step, got {Epochs} epochs, batches of {BatchSize} and {EvaluationBatch}, {Accumulated} accumulated.");
        }

        if (!(LearningRate > 0) || !double.IsFinite(LearningRate) || !(CriterionLearningRate > 0) || !double.IsFinite(CriterionLearningRate))
        {
            throw new ArgumentException($"Learning rates must be positive numbers, got {LearningRate} and {CriterionLearningRate}.");
        }

        if (Rotation is not (>= 0 and <= 45) || Colour is not (>= 0 and < 1))
        {
            throw new ArgumentException($"Frames are turned by 0 to 45 degrees and their colours changed by a share in [0, 1), got {Rotation} and {Colour}.");
        }
    }

    /// <summary>The step size of an epoch, the first being 0.</summary>
    public double RateOf(int epoch)
    {
        IReadOnlyList<int> milestones = Milestones ?? [2 * Epochs / 3, 8 * Epochs / 9];
        return LearningRate * Math.Pow(0.1, milestones.Count(milestone => milestone > 0 && epoch >= milestone));
    }
}
