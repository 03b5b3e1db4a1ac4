using RegCls.Models;

namespace RegCls.Training.Vectorised;

/// <summary><see cref="LossScaling.MatchedGradient"/>: trains the twin on the same batches, a step before the model itself.</summary>
internal sealed class MatchedGradientScale : IGradientScale
{
    private readonly int shared;
    private readonly float factor;
    private readonly float[] twinParameters;
    private readonly float[] twinGradients;
    private readonly VectorGradient gradient;
    private readonly VectorAdam optimiser;

    public MatchedGradientScale(ReplicaTask twin, TrainingOptions options)
    {
        TrainingOptions own = options with { Classes = twin.OwnClasses ?? 0 };
        VectorLayout layout = new(own.Hidden[0], own.Hidden[^1], own.Classes);
        using ReplicatedMlp initial = new(own.Shape, [twin.Initialisation], Precision.Single);
        shared = layout.ClassHead;
        factor = (float)twin.Arm.RegressionFactor(twin.Lambda);
        twinParameters = layout.Import(initial);
        twinGradients = new float[twinParameters.Length];
        gradient = new VectorGradient(layout, options.BatchSize);
        optimiser = new VectorAdam(twinParameters.Length, options.LearningRate, options.WeightDecay, decoupled: options.Optimiser == Optimiser.AdamW);
    }

    public float Next(float[] parameters, VectorBatch batch, float[] gradients)
    {
        gradient.Compute(twinParameters, batch, factor, twinGradients);
        float scale = Norm(twinGradients) / Math.Max(Norm(gradients), 1e-30f);
        optimiser.Step(twinParameters, twinGradients);
        return scale;
    }

    private float Norm(float[] values) => (float)Math.Sqrt(values.Take(shared).Sum(value => (double)value * value));
}
