using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegCls.Training.Vectorised;

/// <summary>
/// The one matrix product of <see cref="DenseGradient"/>: <c>C[i, j] = initial[j] + Σₖ A(i, k) · B[k, j]</c>. A is read by two strides, so that a matrix and its transpose are the same to it: forward passes, gradients
/// of inputs and gradients of weights are one loop. A sum runs over k in order, whatever the tile, so the tile is not part of the result.
/// </summary>
internal static class DenseProduct
{
    /// <summary>Rows of a tile; the number of rows of C is a multiple.</summary>
    public const int Rows = 4;

    private const int Lanes = NetworkLayout.Lanes;

    /// <summary>Overwrites C.</summary>
    /// <param name="a">Holds A.</param>
    /// <param name="aOffset">Where A(0, 0) stands.</param>
    /// <param name="aRow">Distance from A(i, k) to A(i + 1, k).</param>
    /// <param name="aStep">Distance from A(i, k) to A(i, k + 1).</param>
    /// <param name="b">Holds B, row by row.</param>
    /// <param name="bOffset">Where B[0, 0] stands.</param>
    /// <param name="initial">Holds what each sum begins with.</param>
    /// <param name="initialOffset">Where it stands.</param>
    /// <param name="c">Holds C, row by row.</param>
    /// <param name="cOffset">Where C[0, 0] stands.</param>
    /// <param name="rows">Rows of C, a multiple of <see cref="Rows"/>.</param>
    /// <param name="columns">Columns of B and C and their stride, a multiple of 16.</param>
    /// <param name="depth">Numbers in each sum.</param>
    public static void Compute(float[] a, int aOffset, int aRow, int aStep, float[] b, int bOffset, float[] initial, int initialOffset, float[] c, int cOffset, int rows, int columns, int depth)
    {
        if (aOffset + (long)(rows - 1) * aRow + (long)(depth - 1) * aStep >= a.Length || bOffset + (long)depth * columns > b.Length || initialOffset + columns > initial.Length || cOffset + (long)rows * columns > c.Length)
        {
            throw new ArgumentException("A matrix of the product is too short.");
        }

        ref float A = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(a), aOffset);
        ref float B = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(b), bOffset);
        ref float C = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(c), cOffset);
        ref float start = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(initial), initialOffset);
        int column = 0;
        for (; column + 2 * Lanes <= columns; column += 2 * Lanes)
        {
            for (int row = 0; row < rows; row += Rows)
            {
                Wide(ref Unsafe.Add(ref A, row * aRow), aRow, aStep, ref Unsafe.Add(ref B, column), ref Unsafe.Add(ref start, column), ref Unsafe.Add(ref C, row * columns + column), columns, depth);
            }
        }

        for (int row = 0; column < columns && row < rows; row += Rows)
        {
            Narrow(ref Unsafe.Add(ref A, row * aRow), aRow, aStep, ref Unsafe.Add(ref B, column), ref Unsafe.Add(ref start, column), ref Unsafe.Add(ref C, row * columns + column), columns, depth);
        }
    }

    // Four rows by two vectors: eight chains hide the latency of the multiply-add.
    private static void Wide(ref float a, int aRow, int aStep, ref float b, ref float start, ref float c, int stride, int depth)
    {
        Vector512<float> s0 = At(ref start, 0), s1 = At(ref start, Lanes);
        Vector512<float> c00 = s0, c01 = s1, c10 = s0, c11 = s1, c20 = s0, c21 = s1, c30 = s0, c31 = s1;
        for (int k = 0; k < depth; k++)
        {
            Vector512<float> b0 = At(ref b, 0), b1 = At(ref b, Lanes);
            Vector512<float> a0 = Broadcast(ref a, 0), a1 = Broadcast(ref a, aRow), a2 = Broadcast(ref a, 2 * aRow), a3 = Broadcast(ref a, 3 * aRow);
            c00 = Vector512.FusedMultiplyAdd(a0, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(a0, b1, c01);
            c10 = Vector512.FusedMultiplyAdd(a1, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(a1, b1, c11);
            c20 = Vector512.FusedMultiplyAdd(a2, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(a2, b1, c21);
            c30 = Vector512.FusedMultiplyAdd(a3, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(a3, b1, c31);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, stride);
        }

        Put(c00, ref c, 0);
        Put(c01, ref c, Lanes);
        Put(c10, ref c, stride);
        Put(c11, ref c, stride + Lanes);
        Put(c20, ref c, 2 * stride);
        Put(c21, ref c, 2 * stride + Lanes);
        Put(c30, ref c, 3 * stride);
        Put(c31, ref c, 3 * stride + Lanes);
    }

    private static void Narrow(ref float a, int aRow, int aStep, ref float b, ref float start, ref float c, int stride, int depth)
    {
        Vector512<float> c0 = At(ref start, 0), c1 = c0, c2 = c0, c3 = c0;
        for (int k = 0; k < depth; k++)
        {
            Vector512<float> b0 = At(ref b, 0);
            c0 = Vector512.FusedMultiplyAdd(Broadcast(ref a, 0), b0, c0);
            c1 = Vector512.FusedMultiplyAdd(Broadcast(ref a, aRow), b0, c1);
            c2 = Vector512.FusedMultiplyAdd(Broadcast(ref a, 2 * aRow), b0, c2);
            c3 = Vector512.FusedMultiplyAdd(Broadcast(ref a, 3 * aRow), b0, c3);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, stride);
        }

        Put(c0, ref c, 0);
        Put(c1, ref c, stride);
        Put(c2, ref c, 2 * stride);
        Put(c3, ref c, 3 * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> At(ref float values, int index) => Vector512.LoadUnsafe(ref values, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Broadcast(ref float values, int index) => Vector512.Create(Unsafe.Add(ref values, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector512<float> value, ref float values, int index) => value.StoreUnsafe(ref values, (nuint)index);
}
