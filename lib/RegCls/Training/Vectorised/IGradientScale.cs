namespace RegCls.Training.Vectorised;

/// <summary>Scales the gradient of a step, before weight decay is added to it.</summary>
internal interface IGradientScale
{
    /// <summary>Scales a gradient in place.</summary>
    /// <param name="parameters">Where it was computed.</param>
    /// <param name="batch">The batch it was computed on.</param>
    /// <param name="gradients">The gradient.</param>
    void Apply(float[] parameters, VectorBatch batch, float[] gradients);
}
