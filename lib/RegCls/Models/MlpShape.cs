namespace RegCls.Models;

/// <summary>
/// Layer widths of a network such as those of Tab. 6: <c>input → hidden… (an activation after each) → 1</c>, and with classification a second linear
/// layer from the last hidden layer to <see cref="Classes"/> logits, used in training only.
/// </summary>
/// <param name="Inputs">Number of input features; 1 in the 1D study, 64 for Breakfast.</param>
/// <param name="Hidden">Widths of the hidden layers; <c>[6, 15]</c> in Tab. 6.</param>
/// <param name="Classes">Number of classes C; 0 means no classification head (Tab. 6 a).</param>
public sealed record MlpShape(int Inputs, IReadOnlyList<int> Hidden, int Classes)
{
    /// <summary>What stands after each hidden layer.</summary>
    public Activation Activation { get; init; }

    /// <summary>The network of Tab. 6: (a) for <paramref name="classes"/> = 0, (b) otherwise.</summary>
    public static MlpShape Table6(int classes = 0) => new(1, [6, 15], classes);

    /// <summary>Number of parameters of one replica, weights and biases.</summary>
    public int ParameterCount
    {
        get
        {
            int count = 0, fanIn = Inputs;
            foreach (int width in Hidden)
            {
                count += (fanIn + 1) * width;
                fanIn = width;
            }

            return count + (fanIn + 1) * (1 + Classes);
        }
    }

    /// <summary>Throws if a width is not positive or <see cref="Classes"/> is 1 or negative.</summary>
    /// <exception cref="ArgumentException">A width cannot be built.</exception>
    public void Validate()
    {
        if (Inputs < 1)
        {
            throw new ArgumentException($"A network needs at least 1 input feature, got {Inputs}.");
        }

        if (Hidden.Count == 0 || Hidden.Any(width => width < 1))
        {
            throw new ArgumentException($"A network needs hidden layers of at least 1 unit each, got [{string.Join(", ", Hidden)}].");
        }

        if (Classes < 0 || Classes == 1)
        {
            throw new ArgumentException($"The number of classes is 0 (no classification head) or at least 2, got {Classes}.");
        }
    }
}
