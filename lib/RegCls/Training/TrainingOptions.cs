using RegCls.Losses;
using RegCls.Models;
using RegCls.Training.Vectorised;

namespace RegCls.Training;

/// <summary>How the replicas of one batch are trained; the defaults are the paper's clean scenario.</summary>
public sealed record TrainingOptions
{
    /// <summary>Number of classes C of the head; 0 without classification.</summary>
    public int Classes { get; init; }

    /// <summary>Features of an input: 1 in the 1D study, with <see cref="ReplicaTask.Inputs"/>; any number with <see cref="ReplicaTask.Features"/>.</summary>
    public int Features { get; init; } = 1;

    /// <summary>What stands after each hidden layer.</summary>
    public Activation Activation { get; init; }

    /// <summary>How weights start.</summary>
    public WeightInitialisation Initialisation { get; init; }

    /// <summary>Widths of the hidden layers (Tab. 6).</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [6, 15];

    /// <summary>Passes over the training set; the last epoch is what is reported.</summary>
    public int Epochs { get; init; } = 80;

    /// <summary>Samples a step; the last incomplete batch of an epoch is dropped.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>How parameters are updated; Adam in the paper.</summary>
    public Optimiser Optimiser { get; init; }

    /// <summary>Which epoch's parameters are kept; the last in the paper.</summary>
    public Selection Selection { get; init; }

    /// <summary>The regression loss; the paper's is the squared one.</summary>
    public RegressionLoss Loss { get; init; }

    /// <summary>What the class head is trained with; the paper's is the cross-entropy.</summary>
    public ClassLoss ClassLoss { get; init; }

    /// <summary>How the size of the objective is set; the paper's is fixed.</summary>
    public LossScaling LossScaling { get; init; }

    /// <summary>True where the regression loss is summed over a batch instead of averaged, as in the video study; the cross-entropy is always averaged.</summary>
    public bool SumsRegressionLoss { get; init; }

    /// <summary>When the learning rate falls; null for a constant one.</summary>
    public RateDrop? RateDrop { get; init; }

    /// <summary>Adam's learning rate: 1e-3 clean, 1e-2 noisy, 1e-4 out-of-distribution.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Coupled weight decay.</summary>
    public double WeightDecay { get; init; } = 1e-3;

    /// <summary>Type of parameters and arithmetic.</summary>
    public Precision Precision { get; init; } = Precision.Single;

    /// <summary>Which code computes the gradients; the numbers agree to rounding.</summary>
    public TrainingEngine Engine { get; init; } = TrainingEngine.Tensors;

    /// <summary>Cores used by <see cref="TrainingEngine.Vectorised"/>; libtorch's own thread count holds for <see cref="TrainingEngine.Tensors"/>.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Layer widths.</summary>
    internal MlpShape Shape => new(Features, Hidden, Classes) { Activation = Activation };

    /// <summary>Throws if a number is out of range.</summary>
    /// <exception cref="ArgumentException">A number is not positive, or the engine cannot train this network.</exception>
    public void Validate()
    {
        if (Epochs < 1)
        {
            throw new ArgumentException($"Training needs at least 1 epoch, got {Epochs}.");
        }

        if (BatchSize < 1)
        {
            throw new ArgumentException($"A batch needs at least 1 sample, got {BatchSize}.");
        }

        if (Workers < 1)
        {
            throw new ArgumentException($"Training needs at least 1 worker, got {Workers}.");
        }

        if (Loss == RegressionLoss.Bmc && BatchSize < 2)
        {
            throw new ArgumentException("BMC takes the label prior from the batch: it needs a batch of at least 2 samples, got 1.");
        }

        Shape.Validate();
        if (RateDrop is { } drop && (drop.Epoch < 0 || !(drop.Factor > 0) || !double.IsFinite(drop.Factor)))
        {
            throw new ArgumentException($"The learning rate falls at an epoch from 0 on by a positive factor, got epoch {drop.Epoch} and factor {drop.Factor}.");
        }

        if (Engine == TrainingEngine.Vectorised && (Activation != Activation.Relu || Initialisation != WeightInitialisation.XavierUniform || SumsRegressionLoss || RateDrop is not null))
        {
            throw new ArgumentException("The vectorised engine trains with ReLU, Xavier weights, the mean loss and a constant learning rate only. Use the tensor engine.");
        }

        if (Engine == TrainingEngine.Tensors && Selection == Selection.BestOnValidation)
        {
            throw new ArgumentException("The tensor engine keeps the last epoch only; use the vectorised engine to select the best one on validation.");
        }

        if (Engine == TrainingEngine.Vectorised && Loss != RegressionLoss.Squared)
        {
            throw new ArgumentException($"The vectorised engine trains with the squared loss only, got {Loss}. Use the tensor engine.");
        }

        bool isSmall = Engine == TrainingEngine.Vectorised && VectorLayout.Supports(Shape);
        if ((ClassLoss != ClassLoss.CrossEntropy || LossScaling != LossScaling.Fixed) && !isSmall)
        {
            throw new ArgumentException($"Class losses other than the cross-entropy, and scales that follow the training, are there for the 1D networks in the vectorised engine only, got {ClassLoss} and {LossScaling}.");
        }

        if (LossScaling == LossScaling.RunningMean && Classes > 0)
        {
            throw new ArgumentException($"The running mean is that of a squared loss alone, got C = {Classes}: train it without classes.");
        }

        if (Engine == TrainingEngine.Vectorised && !(Precision == Precision.Single && BatchSize % NetworkLayout.Lanes == 0))
        {
            throw new ArgumentException($"The vectorised engine trains in single precision with a batch that is a multiple of 16, got {Precision} and {BatchSize}. Use the tensor engine.");
        }
    }
}
