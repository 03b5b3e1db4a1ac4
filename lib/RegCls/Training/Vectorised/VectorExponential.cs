using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RegCls.Training.Vectorised;

/// <summary>Exponential of 16 floats at once, for the softmax of many classes.</summary>
internal static class VectorExponential
{
    // Below this e^x is no longer a normal float; softmax terms that small do not count.
    private const float Smallest = -87f;

    // ln 2 in two parts: the first has few bits, so that n · High is exact and x - n·High - n·Low loses nothing.
    private const float High = 0.693359375f;
    private const float Low = -2.12194440e-4f;

    /// <summary>e^x for x ≤ 0 to about 2 units in the last place; arguments below -87 give e^-87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OfNonPositive(Vector512<float> x)
    {
        x = Vector512.Max(x, Vector512.Create(Smallest));
        Vector512<float> n = Vector512.Round(x * 1.44269504f);
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-High), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Low), r);

        // Minimax polynomial of e^r on |r| ≤ ln 2 / 2 (coefficients of the Cephes library's expf).
        Vector512<float> p = Vector512.Create(1.9875691500e-4f);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.3981999507e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(8.3334519073e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(4.1665795894e-2f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.6666665459e-1f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(5.0000001201e-1f));
        p = Vector512.FusedMultiplyAdd(p, r * r, r) + Vector512<float>.One;

        Vector512<int> exponent = Vector512.ConvertToInt32(n) << 23;
        return (p.AsInt32() + exponent).AsSingle();
    }
}
