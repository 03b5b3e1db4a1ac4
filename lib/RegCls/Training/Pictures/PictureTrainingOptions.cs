namespace RegCls.Training.Pictures;

/// <summary>How a network on pictures is trained, whatever it predicts.</summary>
public abstract record PictureTrainingOptions
{
    /// <summary>Passes over the training pictures.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>Pictures a forward pass; the last one of an epoch may have fewer.</summary>
    public int BatchSize { get; init; }

    /// <summary>Forward passes whose gradients are averaged for one step.</summary>
    public int Accumulated { get; init; } = 1;

    /// <summary>Adam's step size.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>After these epochs the step size is divided by 10; null for 2/3 and 8/9 of <see cref="Epochs"/>, the paper's proportions.</summary>
    public IReadOnlyList<int>? Milestones { get; init; }

    /// <summary>Weight decay, coupled unless <see cref="DecoupledDecay"/> is set.</summary>
    public double WeightDecay { get; init; }

    /// <summary>True for AdamW.</summary>
    public bool DecoupledDecay { get; init; }

    /// <summary>Step size of what a criterion learns beside the network, such as a noise scale.</summary>
    public double CriterionLearningRate { get; init; } = 1e-2;

    /// <summary>Random horizontal flips.</summary>
    public bool Flip { get; init; } = true;

    /// <summary>Random streams of weights, order, augmentation and what is kept.</summary>
    public int Seed { get; init; }

    /// <summary>Pictures a step of evaluation.</summary>
    public int EvaluationBatch { get; init; }

    /// <summary>Where the training keeps its state, from which it goes on; null to keep none.</summary>
    public Checkpoint? Checkpoint { get; init; }

    /// <summary>Throws if a number is out of range.</summary>
    /// <exception cref="ArgumentException">The message says which.</exception>
    public virtual void Validate()
    {
        if (Epochs < 1 || BatchSize < 1 || Accumulated < 1 || EvaluationBatch < 1)
        {
            throw new ArgumentException($"Training needs at least 1 epoch, 1 picture a batch and 1 batch a step, got {Epochs} epochs, batches of {BatchSize} and {EvaluationBatch}, {Accumulated} accumulated.");
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
