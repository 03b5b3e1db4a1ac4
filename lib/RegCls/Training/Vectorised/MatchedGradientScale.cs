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

    public MatchedGradientScale(ReplicaTask twin, int classes, TrainingOptions options)
    {
        TrainingOptions own = options with { Classes = classes };
        VectorLayout layout = new(options.Hidden[0], options.Hidden[^1], classes);
        using ReplicatedMlp initial = new(own.Shape, [twin.Initialisation], Precision.Single);
        shared = layout.ClassHead;
        factor = (float)twin.Arm.RegressionFactor(twin.Lambda);
        twinParameters = layout.Import(initial);
        twinGradients = new float[twinParameters.Length];
        gradient = new VectorGradient(layout, options.BatchSize);
        optimiser = new VectorAdam(twinParameters.Length, options.LearningRate, options.WeightDecay, decoupled: options.Optimiser == Optimiser.AdamW);
    }

    public void Apply(float[] parameters, VectorBatch batch, float[] gradients)
    {
        gradient.Compute(twinParameters, batch, factor, twinGradients);
        float scale = Norm(twinGradients) / Math.Max(Norm(gradients), 1e-30f);
        optimiser.Step(twinParameters, twinGradients);
        for (int i = 0; i < gradients.Length; i++)
        {
            gradients[i] *= scale;
        }
    }

    private float Norm(float[] values)
    {
        double sum = 0;
        foreach (float value in values.AsSpan(0, shared))
        {
            sum += (double)value * value;
        }

        return (float)Math.Sqrt(sum);
    }
}
