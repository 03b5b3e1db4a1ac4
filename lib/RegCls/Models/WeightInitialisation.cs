namespace RegCls.Models;

/// <summary>From which distribution initial weights and biases are drawn.</summary>
public enum WeightInitialisation
{
    /// <summary>Weights <c>U(-a, a)</c> with <c>a = √(6 / (fanIn + fanOut))</c>, biases 0: the 1D study (Tab. 6).</summary>
    XavierUniform,

    /// <summary>Weights and biases <c>U(-1/√fanIn, 1/√fanIn)</c>: what PyTorch gives a linear layer by default; reg and reg+cls of the video study.</summary>
    FanIn,

    /// <summary>Weights <c>N(0, 0.01²)</c>, biases 0: CTE.</summary>
    SmallNormal,
}
