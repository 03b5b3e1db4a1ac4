namespace RegCls.Training.Vectorised;

/// <summary>Keeps the parameters of the epoch with the lowest validation MSE.</summary>
/// <param name="error">The validation MSE at some parameters.</param>
internal sealed class BestEpoch(Func<float[], double> error)
{
    private double lowest = double.PositiveInfinity;

    /// <summary>The parameters of the best epoch so far; null before the first, or if every epoch's error was NaN.</summary>
    public float[]? Parameters { get; private set; }

    /// <summary>Keeps a copy if these parameters are better than all before.</summary>
    public void Offer(float[] parameters)
    {
        double mse = error(parameters);
        if (mse < lowest)
        {
            (lowest, Parameters) = (mse, [.. parameters]);
        }
    }
}
