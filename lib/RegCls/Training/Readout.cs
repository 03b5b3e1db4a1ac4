namespace RegCls.Training;

/// <summary>Where the prediction of a model with two heads comes from.</summary>
public enum Readout
{
    /// <summary>The regression head f(x): the paper's.</summary>
    RegressionHead,

    /// <summary>The expected value of the class head, the classes standing for the middles of their ranges (Rothe et al. 2015, DEX).</summary>
    ExpectedValue,

    /// <summary>The middle of the class with the largest probability: classification alone.</summary>
    MostLikely,
}
