using MathNet.Numerics.LinearAlgebra;
using RegCls.Data;

namespace RegCls.Theory;

/// <summary>
/// A smooth, invertible mixing of n sources into n signals: rotations with the bent line <c>φ(z) = 0.1 z + 0.9 log(1 + e^{4z}) / 4</c> on every coordinate between them. φ's
/// slope lies in (0.1, 1), so each layer is one to one.
/// </summary>
public sealed class IcaMixing
{
    private const double Floor = 0.1, Sharpness = 4;
    private readonly Matrix<double>[] rotations;

    /// <summary>Draws the rotations.</summary>
    /// <param name="sources">n.</param>
    /// <param name="layers">Number of rotations, 1 or more; 1 is a linear mixing.</param>
    /// <param name="stream">Source of the rotations.</param>
    public IcaMixing(int sources, int layers, RandomStream stream) =>
        rotations = [.. Enumerable.Range(0, layers).Select(_ => Matrix<double>.Build.Dense(sources, sources, (_, _) => stream.NextGaussian()).QR().Q)];

    /// <summary>Signals x of sources s, both <c>[n]</c>.</summary>
    public double[] Mix(ReadOnlySpan<double> sources)
    {
        Vector<double> signal = rotations[0] * Vector<double>.Build.DenseOfArray(sources.ToArray());
        foreach (Matrix<double> rotation in rotations.Skip(1))
        {
            signal = rotation * signal.Map(Bend);
        }

        return signal.ToArray();
    }

    /// <summary>φ. Written so that a large z does not overflow.</summary>
    internal static double Bend(double z) => Floor * z + (1 - Floor) * (Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Sharpness * Math.Abs(z))) / Sharpness);

    /// <summary>The rotations, from the sources on.</summary>
    internal IReadOnlyList<Matrix<double>> Rotations => rotations;
}
