namespace RegCls.Training;

/// <summary>How far a training has come.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all, of the replica that has most.</param>
public readonly record struct TrainingProgress(long Step, long Steps)
{
    /// <summary>Share done, 0 to 1.</summary>
    public double Fraction => Steps == 0 ? 1 : (double)Step / Steps;
}
