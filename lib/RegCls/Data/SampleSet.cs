namespace RegCls.Data;

/// <summary>Inputs and their targets, index by index.</summary>
public sealed class SampleSet
{
    /// <summary>Takes the two arrays without copying them.</summary>
    /// <param name="inputs">x, [N].</param>
    /// <param name="targets">y, [N].</param>
    /// <exception cref="ArgumentException">The two lengths differ.</exception>
    public SampleSet(double[] inputs, double[] targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputs.Length != targets.Length)
        {
            throw new ArgumentException($"A sample set got [{inputs.Length}] inputs and [{targets.Length}] targets; expected one target for each input.", nameof(targets));
        }

        Inputs = inputs;
        Targets = targets;
    }

    /// <summary>x, [N]; in [-1, 1] in the 1D study. Treat as read-only.</summary>
    public double[] Inputs { get; }

    /// <summary>y, [N]; the noise of a noisy scenario is already in it. Treat as read-only.</summary>
    public double[] Targets { get; }

    /// <summary>N.</summary>
    public int Count => Inputs.Length;
}
