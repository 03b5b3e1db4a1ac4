namespace RegCls.Training;

/// <summary>Updates all replicas of a network at once.</summary>
public interface IReplicatedOptimiser : IDisposable
{
    /// <summary>Updates the parameters from the gradients of the last backward pass and sets the gradients to zero.</summary>
    void TakeStep();

    /// <summary>Changes the step size of each replica.</summary>
    /// <param name="rates">R positive numbers.</param>
    /// <exception cref="ArgumentException">There is not one positive number a replica.</exception>
    void SetLearningRates(IReadOnlyList<double> rates);
}
