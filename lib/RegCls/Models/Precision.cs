using TorchSharp;

namespace RegCls.Models;

/// <summary>Floating-point type of a network's parameters and of everything computed with them.</summary>
public enum Precision
{
    /// <summary>32-bit: the default of the studies; half the memory traffic of <see cref="Double"/>.</summary>
    Single,

    /// <summary>64-bit: what the paper's released 1D code uses.</summary>
    Double,
}

/// <summary>Conversions of <see cref="Precision"/>.</summary>
public static class PrecisionExtensions
{
    /// <summary>The tensor element type of a precision.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="Precision"/>.</exception>
    public static torch.ScalarType ToScalarType(this Precision precision) => precision switch
    {
        Precision.Single => torch.ScalarType.Float32,
        Precision.Double => torch.ScalarType.Float64,
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, "Expected Single or Double."),
    };
}
