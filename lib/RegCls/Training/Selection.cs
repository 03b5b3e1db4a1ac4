namespace RegCls.Training;

/// <summary>Which epoch's parameters a training ends with.</summary>
public enum Selection
{
    /// <summary>The last epoch's: the 1D study of the paper.</summary>
    LastEpoch,

    /// <summary>Those of the epoch with the lowest validation MSE, the first of equal ones.</summary>
    BestOnValidation,
}
