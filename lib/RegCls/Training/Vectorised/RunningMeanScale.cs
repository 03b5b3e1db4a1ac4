namespace RegCls.Training.Vectorised;

/// <summary><see cref="LossScaling.RunningMean"/> for a squared loss without classes.</summary>
internal sealed class RunningMeanScale(VectorLayout layout) : IGradientScale
{
    private const double Keep = 0.99;

    private double sum, weight;

    public float Next(float[] parameters, VectorBatch batch, float[] gradients)
    {
        sum = Keep * sum + (1 - Keep) * VectorValidation.Mse(layout, parameters, batch.Inputs, batch.Targets);
        weight = Keep * weight + (1 - Keep);
        return (float)(weight / sum);
    }
}
