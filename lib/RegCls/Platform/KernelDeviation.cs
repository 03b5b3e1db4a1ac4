using System.Globalization;

namespace RegCls.Platform;

/// <summary>How far a result of libtorch is from its definition, where it is farthest.</summary>
/// <param name="Case">The operation.</param>
/// <param name="Result">Which of its results.</param>
/// <param name="Threads">With how many threads it was computed.</param>
/// <param name="Difference">The largest difference of two numbers; infinite where one of libtorch's is none.</param>
/// <param name="Largest">The largest number of the definition, in absolute value.</param>
public sealed record KernelDeviation(string Case, string Result, int Threads, double Difference, double Largest)
{
    /// <summary>The difference as a share of the largest number.</summary>
    public double Relative => Difference / Math.Max(Largest, 1e-30);

    /// <summary>For example <c>convolution 16 → 1, 5×5: the gradient of the input is off by 0.7, where the largest value is 2.1 (2 threads)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Case}: the {Result} {(double.IsFinite(Difference) ? $"is off by {Difference:0.0e+0}" : "is not a number in places")}, where the largest value is {Largest:0.###} ({Threads} thread{(Threads == 1 ? "" : "s")})");
}
