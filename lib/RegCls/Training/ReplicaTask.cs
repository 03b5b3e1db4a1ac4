using RegCls.Data;
using RegCls.Losses;
using RegCls.Models;

namespace RegCls.Training;

/// <summary>One model to train: its data, its objective's λ, and its random streams.</summary>
public sealed record ReplicaTask
{
    /// <summary>Training inputs x of one feature, length N; empty where <see cref="Features"/> has the inputs.</summary>
    public double[] Inputs { get; init; } = [];

    /// <summary>Training inputs of several features, N rows; null where <see cref="Inputs"/> has the inputs.</summary>
    public FeatureRows? Features { get; init; }

    /// <summary>Training targets y, length N.</summary>
    public required double[] Targets { get; init; }

    /// <summary>Class of each training target, length N; null without classification.</summary>
    public long[]? Labels { get; init; }

    /// <summary>What the class head should say of each sample where the class loss is soft (<see cref="ClassLossExtensions.IsSoft"/>), N of them; null otherwise.</summary>
    public SoftTargets? SoftTargets { get; init; }

    /// <summary>The model whose gradients set the size of this one's (<see cref="LossScaling.MatchedGradient"/>), on the same samples, with <see cref="OwnClasses"/> where it has classes; null otherwise.</summary>
    public ReplicaTask? Twin { get; init; }

    /// <summary>Number of classes of this model where it has fewer than the head of its batch (<see cref="ReplicatedMlp"/>); null for all.</summary>
    public int? OwnClasses { get; init; }

    /// <summary>Which samples enter the classification loss at a visit (Eq. 16); null where all do. Belongs to this task alone.</summary>
    public ClassSelection? Selection { get; init; }

    /// <summary>Validation inputs and targets, for a training that selects its best epoch; null otherwise.</summary>
    public (double[] Inputs, double[] Targets)? Validation { get; init; }

    /// <summary>As <see cref="Validation"/>, for inputs of several features.</summary>
    public (FeatureRows Inputs, double[] Targets)? FeatureValidation { get; init; }

    /// <summary>What is minimised.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Weight λ of the regression term (Eq. 4); ignored by <see cref="Arm.Reg"/>.</summary>
    public double Lambda { get; init; } = 1;

    /// <summary>Common factor s on the whole objective, positive; 1 in the paper.</summary>
    public double LossScale { get; init; } = 1;

    /// <summary>Step size of this model; null for that of the options.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Draws the initial weights.</summary>
    public required RandomStream Initialisation { get; init; }

    /// <summary>Draws the order of the samples, anew each epoch.</summary>
    public required RandomStream Shuffle { get; init; }

    /// <summary>Throws unless the task can be trained with the given number of classes and batch size.</summary>
    /// <param name="classes">Classes of the network's head; 0 for none.</param>
    /// <param name="batchSize">Samples a step.</param>
    /// <param name="features">Features of an input.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, λ is negative, a label is out of range, or there is less than one batch.</exception>
    public void Validate(int classes, int batchSize, int features = 1)
    {
        int inputs = Features?.Rows.Length ?? Inputs.Length, width = Features?.Width ?? 1;
        if (inputs != Targets.Length)
        {
            throw new ArgumentException($"Inputs and targets must have one length, got {inputs} and {Targets.Length}.");
        }

        if (width != features || (Features is not null && Inputs.Length > 0))
        {
            throw new ArgumentException($"The inputs have {width} features, expected {features}, in one of Inputs and Features.");
        }

        if (Targets.Length < batchSize)
        {
            throw new ArgumentException($"Training needs at least one full batch of {batchSize} samples, got {Targets.Length}: use more samples or a smaller batch.");
        }

        RejectNonFinite(Inputs, "input");
        RejectNonFinite(Targets, "target");
        if (!(Lambda >= 0) || !double.IsFinite(Lambda))
        {
            throw new ArgumentException($"λ must be 0 or positive, got {Lambda}.");
        }

        if (!(LossScale > 0) || !double.IsFinite(LossScale))
        {
            throw new ArgumentException($"The common loss factor s must be a positive number, got {LossScale}.");
        }

        if (classes > 0 != Arm.HasClasses())
        {
            throw new ArgumentException($"The arm {Arm.DisplayName()} needs a network {(Arm.HasClasses() ? "with" : "without")} classes, got C = {classes}.");
        }

        if (classes > Targets.Length)
        {
            throw new ArgumentException($"There are more classes (C = {classes}) than training samples (N = {Targets.Length}): use at most {Targets.Length} classes.");
        }

        if (OwnClasses is { } own && (own < 2 || own > classes))
        {
            throw new ArgumentException($"The model has {own} classes of its own, expected 2 to those of its batch, C = {classes}.");
        }

        if (classes > 0)
        {
            ValidateLabels(OwnClasses ?? classes);
            Selection?.Validate(OwnClasses ?? classes);
        }
    }

    private static void RejectNonFinite(double[] values, string what)
    {
        int index = Array.FindIndex(values, value => !double.IsFinite(value));
        if (index >= 0)
        {
            throw new ArgumentException($"Training {what} {index} is {values[index]}, expected a finite number: remove or repair that sample.");
        }
    }

    private void ValidateLabels(int classes)
    {
        if (Labels is null || Labels.Length != Targets.Length)
        {
            throw new ArgumentException($"Each of the {Targets.Length} samples needs a class label, got {Labels?.Length ?? 0}.");
        }

        int index = Array.FindIndex(Labels, label => label < -1 || label >= classes);
        if (index >= 0)
        {
            throw new ArgumentException($"Label {index} is {Labels[index]}, expected -1 (dropped) or 0..{classes - 1}.");
        }
    }
}
