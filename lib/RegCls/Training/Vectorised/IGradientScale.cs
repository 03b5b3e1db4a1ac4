namespace RegCls.Training.Vectorised;

/// <summary>The size of the gradient of a step, before weight decay is added to it.</summary>
internal interface IGradientScale
{
    /// <summary>The factor of a step's gradient; asked once a step.</summary>
    /// <param name="parameters">Where it was computed.</param>
    /// <param name="batch">The batch it was computed on.</param>
    /// <param name="gradients">The gradient.</param>
    float Next(float[] parameters, VectorBatch batch, float[] gradients);

    /// <summary>Scales the gradient of a step in place.</summary>
    sealed void Apply(float[] parameters, VectorBatch batch, float[] gradients)
    {
        float factor = Next(parameters, batch, gradients);
        for (int i = 0; i < gradients.Length; i++)
        {
            gradients[i] *= factor;
        }
    }
}
