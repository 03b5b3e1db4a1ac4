namespace RegCls.Data;

/// <summary>Draws the inputs of the sets, before their targets are computed; one implementation per way of pooling.</summary>
internal interface IInputSource
{
    DrawnInputs DrawUniform();

    /// <summary>The training inputs, and the share drawn for the peak.</summary>
    double[] DrawImbalanced(Sampling sampling, double peak, out double peakShare);

    /// <summary>y*, uniform over the targets that all three sets reach.</summary>
    double DrawPeak(RandomStream stream);
}
