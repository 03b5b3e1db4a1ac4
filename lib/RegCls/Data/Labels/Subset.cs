namespace RegCls.Data.Labels;

/// <summary>What a sample is used for.</summary>
public enum Subset
{
    /// <summary>Training.</summary>
    Train,

    /// <summary>Choosing hyperparameters and the epoch.</summary>
    Validation,

    /// <summary>Reporting.</summary>
    Test,
}
