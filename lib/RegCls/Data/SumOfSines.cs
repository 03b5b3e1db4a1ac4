namespace RegCls.Data;

/// <summary>
/// One function of the 1D study, Eq. 14: <c>f(x) = a sin(c x) + b sin(d x)</c> on x ∈ [-1, 1], with b = 1.5 - a and
/// d = ⌊c / 3⌋.
/// </summary>
/// <param name="A">The amplitude a of the fast sine; the study draws it from U(0, 1).</param>
/// <param name="C">The frequency c of the fast sine, in radians per unit of x; the study draws an integer in 9…30.</param>
public readonly record struct SumOfSines(double A, int C)
{
    /// <summary>The lowest frequency the study draws, inclusive.</summary>
    public const int LowestFrequency = 9;

    /// <summary>The highest frequency the study draws, inclusive.</summary>
    public const int HighestFrequency = 30;

    /// <summary>The amplitude b = 1.5 - a of the slow sine.</summary>
    public double B => 1.5 - A;

    /// <summary>The frequency d = ⌊c / 3⌋ of the slow sine, in radians per unit of x.</summary>
    public int D => (int)Math.Floor(C / 3.0);

    /// <summary>The ten functions of the authors' released data (Fig. 6), in their order: index i is function i of the study.</summary>
    public static IReadOnlyList<SumOfSines> Published { get; } = Array.AsReadOnly<SumOfSines>(
    [
        new(0.8444218515250481, 22),
        new(0.04048437818077755, 25),
        new(0.48592769656281265, 18),
        new(0.9677999949201714, 20),
        new(0.5833820394550312, 15),
        new(0.5046868558173903, 18),
        new(0.1397457849666789, 12),
        new(0.6183689966753316, 17),
        new(0.9872592010330129, 26),
        new(0.9827854760376531, 28),
    ]);

    /// <summary>A fresh random function: a ~ U[0, 1), c uniform over the integers 9…30.</summary>
    /// <param name="stream">The source of the two numbers.</param>
    public static SumOfSines Draw(RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var a = stream.NextDouble();
        return new SumOfSines(a, LowestFrequency + stream.NextInt32(HighestFrequency - LowestFrequency + 1));
    }

    /// <summary>f(x), without noise.</summary>
    public double Evaluate(double x) => (A * Math.Sin(C * x)) + (B * Math.Sin(D * x));

    /// <summary>f at each input.</summary>
    /// <param name="inputs">x, [N].</param>
    /// <param name="targets">Receives f(x), [N].</param>
    /// <exception cref="ArgumentException">The two lengths differ.</exception>
    public void Evaluate(ReadOnlySpan<double> inputs, Span<double> targets)
    {
        if (inputs.Length != targets.Length)
        {
            throw new ArgumentException($"The function got [{inputs.Length}] inputs and room for [{targets.Length}] targets; expected equal lengths.", nameof(targets));
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            targets[i] = Evaluate(inputs[i]);
        }
    }
}
