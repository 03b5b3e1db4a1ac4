namespace RegCls.Training.Images;

/// <summary>How an image model is trained; the defaults are a short training of the small network. The paper's on IMDB-WIKI-DIR: 90 epochs, batch 128, milestones 60 and 80.</summary>
public sealed record ImageTrainingOptions
{
    /// <summary>Passes over the training images.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Images a step; the last batch of an epoch may be smaller.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Adam's step size.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>After these epochs the step size is divided by 10; null for 2/3 and 8/9 of <see cref="Epochs"/>, the paper's proportions.</summary>
    public IReadOnlyList<int>? Milestones { get; init; }

    /// <summary>Weight decay, coupled; 0 in the release, with which the control equals reg by construction.</summary>
    public double WeightDecay { get; init; }

    /// <summary>True for AdamW.</summary>
    public bool DecoupledDecay { get; init; }

    /// <summary>Step size of what a criterion learns beside the network, such as a noise scale.</summary>
    public double CriterionLearningRate { get; init; } = 1e-2;

    /// <summary>Random crops after padding by this many pixels, black; 16 of 224 in the paper. 0 for none.</summary>
    public int Padding { get; init; } = 4;

    /// <summary>Random horizontal flips.</summary>
    public bool Flip { get; init; } = true;

    /// <summary>Random streams of weights, order, augmentation and kept samples.</summary>
    public int Seed { get; init; }

    /// <summary>Images a step of evaluation.</summary>
    public int EvaluationBatch { get; init; } = 256;

    /// <summary>Throws if a number is out of range.</summary>
    /// <exception cref="ArgumentException">The message says which.</exception>
    public void Validate()
    {
        if (Epochs < 1 || BatchSize < 1 || EvaluationBatch < 1 || Padding < 0)
        {
            throw new ArgumentException($"Training needs at least 1 epoch and 1 image a batch and a padding of 0 or more, got {Epochs} epochs, batches of {BatchSize} and {EvaluationBatch}, padding {Padding}.");
        }

        if (!(LearningRate > 0) || !double.IsFinite(LearningRate) || !(CriterionLearningRate > 0) || !double.IsFinite(CriterionLearningRate))
        {
            throw new ArgumentException($"Learning rates must be positive numbers, got {LearningRate} and {CriterionLearningRate}.");
        }
    }

    /// <summary>The step size of an epoch, the first being 0.</summary>
    public double RateOf(int epoch)
    {
        IReadOnlyList<int> milestones = Milestones ?? [2 * Epochs / 3, 8 * Epochs / 9];
        return LearningRate * Math.Pow(0.1, milestones.Count(milestone => milestone > 0 && epoch >= milestone));
    }
}
