using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static RegCls.Training.Vectorised.VectorLayout;

namespace RegCls.Training.Vectorised;

/// <summary>
/// The classification head as one fused operation: linear layer, softmax, cross-entropy (Eq. 4's second term) and all its gradients,
/// without ever writing probabilities or one-hot targets. Logits are kept class by class, so that a vector holds 16 samples.
/// </summary>
internal sealed class VectorHead(VectorLayout layout, int batchSize)
{
    private readonly float[] exponentials = new float[layout.PaddedClasses * batchSize];
    private readonly float[] transposed = new float[Lanes * batchSize];
    private readonly float[] scaled = new float[Lanes * batchSize];
    private readonly float[] scales = new float[batchSize];

    /// <summary>
    /// Adds the gradient of the cross-entropy (mean over kept samples) to the class rows of <paramref name="gradients"/> and writes
    /// its gradient with respect to the last hidden layer.
    /// </summary>
    /// <param name="parameters">All parameters in <see cref="VectorLayout"/>.</param>
    /// <param name="features">Last hidden layer <c>[B, 16]</c>, the constant 1 in the last lane.</param>
    /// <param name="labels">Class of each sample or -1.</param>
    /// <param name="gradients">Gradients in <see cref="VectorLayout"/>; class rows must be 0.</param>
    /// <param name="featureGradients">Receives <c>[B, 16]</c>.</param>
    public void Backward(float[] parameters, float[] features, int[] labels, float[] gradients, float[] featureGradients)
    {
        int kept = labels.Length - labels.AsSpan().Count(-1);
        if (kept == 0)
        {
            Array.Clear(featureGradients);
            return;
        }

        Transpose(features);
        Logits(ref parameters[layout.ClassHead]);
        Softmax(labels, 1f / kept);
        for (int sample = 0; sample < batchSize; sample++)
        {
            (Row(features, sample) * scales[sample]).StoreUnsafe(ref scaled[sample * Lanes]);
        }

        WeightGradients(ref gradients[layout.ClassHead]);
        FeatureGradients(ref parameters[layout.ClassHead], featureGradients);
        for (int sample = 0; sample < batchSize; sample++)
        {
            Vector512<float> fromSoftmax = Row(featureGradients, sample) * scales[sample];
            if (labels[sample] >= 0)
            {
                int row = layout.ClassHead + labels[sample] * Lanes;
                Vector512<float> share = Vector512.Create(1f / kept);
                fromSoftmax -= share * Vector512.LoadUnsafe(ref parameters[row]);
                (Vector512.LoadUnsafe(ref gradients[row]) - share * Row(features, sample)).StoreUnsafe(ref gradients[row]);
            }

            fromSoftmax.StoreUnsafe(ref featureGradients[sample * Lanes]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Row(float[] rows, int index) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(rows), (nuint)(index * Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> At(ref float values, int index) => Vector512.LoadUnsafe(ref values, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Broadcast(ref float values, int index) => Vector512.Create(Unsafe.Add(ref values, index));

    private void Transpose(float[] features)
    {
        for (int sample = 0; sample < batchSize; sample++)
        {
            for (int lane = 0; lane < Lanes; lane++)
            {
                transposed[lane * batchSize + sample] = features[sample * Lanes + lane];
            }
        }
    }

    // Tiles of 4 classes × 32 samples: eight accumulators, each loaded value used several times.
    private void Logits(ref float weights)
    {
        ref float columns = ref MemoryMarshal.GetArrayDataReference(transposed);
        ref float output = ref MemoryMarshal.GetArrayDataReference(exponentials);
        for (int sample = 0; sample < batchSize; sample += 2 * Lanes)
        {
            // A batch that is an odd multiple of 16 computes its last vector twice.
            int second = Math.Min(sample + Lanes, batchSize - Lanes);
            for (int c = 0; c < layout.PaddedClasses; c += 4)
            {
                Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
                ref float w = ref Unsafe.Add(ref weights, c * Lanes);
                for (int lane = 0; lane < Lanes; lane++)
                {
                    Vector512<float> a = At(ref columns, lane * batchSize + sample), b = At(ref columns, lane * batchSize + second);
                    Vector512<float> w0 = Broadcast(ref w, lane), w1 = Broadcast(ref w, Lanes + lane);
                    Vector512<float> w2 = Broadcast(ref w, 2 * Lanes + lane), w3 = Broadcast(ref w, 3 * Lanes + lane);
                    a0 = Vector512.FusedMultiplyAdd(a, w0, a0);
                    a1 = Vector512.FusedMultiplyAdd(a, w1, a1);
                    a2 = Vector512.FusedMultiplyAdd(a, w2, a2);
                    a3 = Vector512.FusedMultiplyAdd(a, w3, a3);
                    b0 = Vector512.FusedMultiplyAdd(b, w0, b0);
                    b1 = Vector512.FusedMultiplyAdd(b, w1, b1);
                    b2 = Vector512.FusedMultiplyAdd(b, w2, b2);
                    b3 = Vector512.FusedMultiplyAdd(b, w3, b3);
                }

                int row = c * batchSize;
                a0.StoreUnsafe(ref output, (nuint)(row + sample));
                a1.StoreUnsafe(ref output, (nuint)(row + batchSize + sample));
                a2.StoreUnsafe(ref output, (nuint)(row + 2 * batchSize + sample));
                a3.StoreUnsafe(ref output, (nuint)(row + 3 * batchSize + sample));
                b0.StoreUnsafe(ref output, (nuint)(row + second));
                b1.StoreUnsafe(ref output, (nuint)(row + batchSize + second));
                b2.StoreUnsafe(ref output, (nuint)(row + 2 * batchSize + second));
                b3.StoreUnsafe(ref output, (nuint)(row + 3 * batchSize + second));
            }
        }
    }

    // Turns logits into exp(logit - max) in place; what is left of the softmax, 1/sum, goes into the sample's scale.
    private void Softmax(int[] labels, float share)
    {
        ref float values = ref MemoryMarshal.GetArrayDataReference(exponentials);
        for (int sample = 0; sample < batchSize; sample += Lanes)
        {
            Vector512<float> maximum = At(ref values, sample);
            for (int c = 1; c < layout.Classes; c++)
            {
                maximum = Vector512.Max(maximum, At(ref values, c * batchSize + sample));
            }

            Vector512<float> sum = default;
            for (int c = 0; c < layout.Classes; c++)
            {
                Vector512<float> e = VectorExponential.OfNonPositive(At(ref values, c * batchSize + sample) - maximum);
                e.StoreUnsafe(ref values, (nuint)(c * batchSize + sample));
                sum += e;
            }

            for (int c = layout.Classes; c < layout.PaddedClasses; c++)
            {
                Vector512<float>.Zero.StoreUnsafe(ref values, (nuint)(c * batchSize + sample));
            }

            (Vector512.Create(share) / sum).StoreUnsafe(ref scales[sample]);
        }

        for (int sample = 0; sample < batchSize; sample++)
        {
            if (labels[sample] < 0)
            {
                scales[sample] = 0;
            }
        }
    }

    private void WeightGradients(ref float weightGradients)
    {
        ref float e = ref MemoryMarshal.GetArrayDataReference(exponentials);
        ref float rows = ref MemoryMarshal.GetArrayDataReference(scaled);
        for (int c = 0; c < layout.PaddedClasses; c += 4)
        {
            Vector512<float> g0 = default, g1 = default, g2 = default, g3 = default;
            ref float e0 = ref Unsafe.Add(ref e, c * batchSize);
            for (int sample = 0; sample < batchSize; sample++)
            {
                Vector512<float> row = At(ref rows, sample * Lanes);
                g0 = Vector512.FusedMultiplyAdd(row, Broadcast(ref e0, sample), g0);
                g1 = Vector512.FusedMultiplyAdd(row, Broadcast(ref e0, batchSize + sample), g1);
                g2 = Vector512.FusedMultiplyAdd(row, Broadcast(ref e0, 2 * batchSize + sample), g2);
                g3 = Vector512.FusedMultiplyAdd(row, Broadcast(ref e0, 3 * batchSize + sample), g3);
            }

            g0.StoreUnsafe(ref weightGradients, (nuint)(c * Lanes));
            g1.StoreUnsafe(ref weightGradients, (nuint)((c + 1) * Lanes));
            g2.StoreUnsafe(ref weightGradients, (nuint)((c + 2) * Lanes));
            g3.StoreUnsafe(ref weightGradients, (nuint)((c + 3) * Lanes));
        }
    }

    private void FeatureGradients(ref float weights, float[] featureGradients)
    {
        ref float e = ref MemoryMarshal.GetArrayDataReference(exponentials);
        ref float output = ref MemoryMarshal.GetArrayDataReference(featureGradients);
        for (int sample = 0; sample < batchSize; sample += 8)
        {
            Vector512<float> g0 = default, g1 = default, g2 = default, g3 = default, g4 = default, g5 = default, g6 = default, g7 = default;
            for (int c = 0; c < layout.PaddedClasses; c++)
            {
                Vector512<float> w = At(ref weights, c * Lanes);
                ref float ec = ref Unsafe.Add(ref e, c * batchSize + sample);
                g0 = Vector512.FusedMultiplyAdd(w, Broadcast(ref ec, 0), g0);
                g1 = Vector512.FusedMultiplyAdd(w, Broadcast(ref ec, 1), g1);
                g2 = Vector512.FusedMultiplyAdd(w, Broadcast(ref ec, 2), g2);
                g3 = Vector512.FusedMultiplyAdd(w, Broadcast(ref ec, 3), g3);
                g4 = Vector512.FusedMultiplyAdd(w, Broadcast(ref ec, 4), g4);
                g5 = Vector512.FusedMultiplyAdd(w, Broadcast(ref ec, 5), g5);
                g6 = Vector512.FusedMultiplyAdd(w, Broadcast(ref ec, 6), g6);
                g7 = Vector512.FusedMultiplyAdd(w, Broadcast(ref ec, 7), g7);
            }

            nuint at = (nuint)(sample * Lanes);
            g0.StoreUnsafe(ref output, at);
            g1.StoreUnsafe(ref output, at + Lanes);
            g2.StoreUnsafe(ref output, at + 2 * Lanes);
            g3.StoreUnsafe(ref output, at + 3 * Lanes);
            g4.StoreUnsafe(ref output, at + 4 * Lanes);
            g5.StoreUnsafe(ref output, at + 5 * Lanes);
            g6.StoreUnsafe(ref output, at + 6 * Lanes);
            g7.StoreUnsafe(ref output, at + 7 * Lanes);
        }
    }
}
