namespace RegCls.Training.Vectorised;

/// <summary>The gradient of <c>factor · MSE + CE</c> (Eq. 3 and 4) for one network and one batch; nothing is allocated in a step.</summary>
internal interface IVectorGradient
{
    /// <summary>Overwrites <paramref name="gradients"/> with the gradient at <paramref name="parameters"/>.</summary>
    /// <param name="parameters">Parameters in the network's <see cref="NetworkLayout"/>.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="regressionFactor">λ, or 1 for the plain baseline.</param>
    /// <param name="gradients">Receives the gradient, same layout.</param>
    void Compute(float[] parameters, VectorBatch batch, float regressionFactor, float[] gradients);
}
