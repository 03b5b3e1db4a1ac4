namespace RegCls.Training.Vectorised;

/// <summary>Updates the parameters of one network in a <see cref="NetworkLayout"/>.</summary>
internal interface IVectorOptimiser
{
    /// <summary>Takes a step.</summary>
    /// <param name="parameters">Changed in place.</param>
    /// <param name="gradients">Same layout; left as they are.</param>
    void Step(float[] parameters, float[] gradients);
}
