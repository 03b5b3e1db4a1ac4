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

    /// <summary>Some of the samples, without replacement; with the same stream a smaller set is a part of a larger one.</summary>
    /// <param name="count">How many, from 1 to N.</param>
    /// <param name="stream">Shuffles all N.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public SampleSet Subset(int count, RandomStream stream)
    {
        if (count < 1 || count > Count)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"A part of {Count} samples has 1 to {Count}.");
        }

        int[] order = [.. Enumerable.Range(0, Count)];
        stream.Shuffle(order.AsSpan());
        return new SampleSet([.. order.Take(count).Select(i => Inputs[i])], [.. order.Take(count).Select(i => Targets[i])]);
    }
}
