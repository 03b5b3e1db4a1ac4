namespace RegCls.Data;

/// <summary>The three scenarios of the 1D study (Fig. 1).</summary>
public enum ScenarioKind
{
    /// <summary>Targets are f(x).</summary>
    Clean,

    /// <summary>Targets are f(x) plus Gaussian noise, in the test set too.</summary>
    Noisy,

    /// <summary>Training, validation and test inputs come from different intervals of x.</summary>
    OutOfDistribution,
}
