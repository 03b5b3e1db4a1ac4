using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RegCls.Losses;
using static RegCls.Training.Vectorised.NetworkLayout;

namespace RegCls.Training.Vectorised;

/// <summary>
/// The classification head as one fused operation: linear layer, softmax, cross-entropy (Eq. 4's second term) and all its gradients,
/// without ever writing probabilities or one-hot targets. Logits are kept class by class, so that a vector holds 16 samples. The other <see cref="ClassLoss"/>es differ in what stands in the
/// place of the softmax and what is subtracted from it.
/// </summary>
/// <remarks>
/// Only kept samples are computed: a dropped one adds nothing to any gradient. They go through in tiles whose logits stay in the cache of a core. A
/// gradient adds up its samples in one order, whatever the tile, so the tile's size is not part of the result.
/// </remarks>
internal sealed class VectorHead
{
    private const int TileFloats = 1 << 16;

    private readonly VectorLayout layout;
    private readonly int batchSize;
    private readonly ClassLoss loss;
    private readonly int tileSize;
    private readonly int[] kept;
    private readonly float[] exponentials;
    private readonly float[] tile;
    private readonly float[] tileGradients;
    private readonly float[] transposed;
    private readonly float[] scaled;
    private readonly float[] scales;
    private readonly float[] tileLabels;

    // Samples of the tile at hand, with padding up to whole vectors; the padding has scale 0.
    private int rows;

    public VectorHead(VectorLayout layout, int batchSize, ClassLoss loss = ClassLoss.CrossEntropy)
    {
        this.layout = layout;
        this.batchSize = batchSize;
        this.loss = loss;
        tileSize = Math.Min(batchSize, Math.Max(2 * Lanes, TileFloats / layout.PaddedClasses / (2 * Lanes) * 2 * Lanes));
        kept = new int[batchSize];
        exponentials = new float[layout.PaddedClasses * tileSize];
        tile = new float[Lanes * tileSize];
        tileGradients = new float[Lanes * tileSize];
        transposed = new float[Lanes * tileSize];
        scaled = new float[Lanes * tileSize];
        scales = new float[tileSize];
        tileLabels = new float[tileSize];
    }

    /// <summary>
    /// Adds the gradient of the cross-entropy (mean over kept samples) to the class rows of <paramref name="gradients"/> and writes
    /// its gradient with respect to the last hidden layer.
    /// </summary>
    /// <param name="parameters">All parameters in <see cref="VectorLayout"/>.</param>
    /// <param name="features">Last hidden layer <c>[B, 16]</c>, the constant 1 in the last lane.</param>
    /// <param name="batch">The class of each sample or -1, and its soft targets where the loss has some.</param>
    /// <param name="gradients">Gradients in <see cref="VectorLayout"/>; class rows must be 0.</param>
    /// <param name="featureGradients">Receives <c>[B, 16]</c>; 0 for samples that are not kept.</param>
    public void Backward(float[] parameters, float[] features, VectorBatch batch, float[] gradients, float[] featureGradients)
    {
        int[] labels = batch.Labels;
        int count = 0;
        for (int sample = 0; sample < batchSize; sample++)
        {
            kept[count] = sample;
            count += labels[sample] >= 0 ? 1 : 0;
        }

        if (count < batchSize)
        {
            Array.Clear(featureGradients);
        }

        float share = 1f / count;
        for (int first = 0; first < count; first += tileSize)
        {
            Tile(parameters, features, kept.AsSpan(first, Math.Min(tileSize, count - first)), share, labels, gradients, featureGradients);
        }

        if (loss == ClassLoss.CrossEntropy)
        {
            SubtractTargets(parameters, features, labels, kept.AsSpan(0, count), share, gradients, featureGradients);
        }
        else if (loss.IsSoft())
        {
            SubtractSoftTargets(parameters, features, batch, kept.AsSpan(0, count), share, gradients, featureGradients);
        }
    }

    // The softmax's part of the gradient, for some of the kept samples; of a cumulative loss all of it.
    private void Tile(float[] parameters, float[] features, ReadOnlySpan<int> samples, float share, int[] labels, float[] gradients, float[] featureGradients)
    {
        rows = (samples.Length + Lanes - 1) / Lanes * Lanes;
        Array.Clear(tile, 0, rows * Lanes);
        for (int row = 0; row < samples.Length; row++)
        {
            Row(features, samples[row]).StoreUnsafe(ref tile[row * Lanes]);
        }

        Transpose();
        Logits(ref parameters[layout.ClassHead]);
        if (loss == ClassLoss.Ordinal)
        {
            CumulativeResiduals(labels, samples, share);
        }
        else
        {
            Softmax(share);
        }

        Array.Clear(scales, samples.Length, rows - samples.Length);
        for (int row = 0; row < rows; row++)
        {
            (Row(tile, row) * scales[row]).StoreUnsafe(ref scaled[row * Lanes]);
        }

        WeightGradients(ref gradients[layout.ClassHead]);
        FeatureGradients(ref parameters[layout.ClassHead]);
        for (int row = 0; row < samples.Length; row++)
        {
            (Row(tileGradients, row) * scales[row]).StoreUnsafe(ref featureGradients[samples[row] * Lanes]);
        }
    }

    // The true class's part of the gradient.
    private void SubtractTargets(
        float[] parameters, float[] features, int[] labels, ReadOnlySpan<int> samples, float share, float[] gradients, float[] featureGradients)
    {
        Vector512<float> shares = Vector512.Create(share);
        foreach (int sample in samples)
        {
            int row = layout.ClassHead + labels[sample] * Lanes;
            (Row(featureGradients, sample) - shares * Vector512.LoadUnsafe(ref parameters[row])).StoreUnsafe(ref featureGradients[sample * Lanes]);
            (Vector512.LoadUnsafe(ref gradients[row]) - shares * Row(features, sample)).StoreUnsafe(ref gradients[row]);
        }
    }

    // The same, where the true class's part is spread over its neighbours.
    private void SubtractSoftTargets(
        float[] parameters, float[] features, VectorBatch batch, ReadOnlySpan<int> samples, float share, float[] gradients, float[] featureGradients)
    {
        foreach (int sample in samples)
        {
            Vector512<float> own = Row(features, sample), gradient = Row(featureGradients, sample);
            ReadOnlySpan<float> weights = batch.SoftTargets!.Weights(batch.Samples[sample]);
            int row = layout.ClassHead + batch.SoftTargets.First(batch.Samples[sample]) * Lanes;
            for (int k = 0; k < weights.Length; k++, row += Lanes)
            {
                Vector512<float> weight = Vector512.Create(share * weights[k]);
                gradient -= weight * Vector512.LoadUnsafe(ref parameters[row]);
                (Vector512.LoadUnsafe(ref gradients[row]) - weight * own).StoreUnsafe(ref gradients[row]);
            }

            gradient.StoreUnsafe(ref featureGradients[sample * Lanes]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Row(float[] rows, int index) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(rows), (nuint)(index * Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> At(ref float values, int index) => Vector512.LoadUnsafe(ref values, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Broadcast(ref float values, int index) => Vector512.Create(Unsafe.Add(ref values, index));

    private void Transpose()
    {
        for (int row = 0; row < rows; row++)
        {
            for (int lane = 0; lane < Lanes; lane++)
            {
                transposed[lane * rows + row] = tile[row * Lanes + lane];
            }
        }
    }

    // Tiles of 4 classes × 32 samples: eight accumulators, each loaded value used several times.
    private void Logits(ref float weights)
    {
        ref float columns = ref MemoryMarshal.GetArrayDataReference(transposed);
        ref float output = ref MemoryMarshal.GetArrayDataReference(exponentials);
        for (int sample = 0; sample < rows; sample += 2 * Lanes)
        {
            // A tile that is an odd multiple of 16 computes its last vector twice.
            int second = Math.Min(sample + Lanes, rows - Lanes);
            for (int c = 0; c < layout.PaddedClasses; c += 4)
            {
                Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
                ref float w = ref Unsafe.Add(ref weights, c * Lanes);
                for (int lane = 0; lane < Lanes; lane++)
                {
                    Vector512<float> a = At(ref columns, lane * rows + sample), b = At(ref columns, lane * rows + second);
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

                int row = c * rows;
                a0.StoreUnsafe(ref output, (nuint)(row + sample));
                a1.StoreUnsafe(ref output, (nuint)(row + rows + sample));
                a2.StoreUnsafe(ref output, (nuint)(row + 2 * rows + sample));
                a3.StoreUnsafe(ref output, (nuint)(row + 3 * rows + sample));
                b0.StoreUnsafe(ref output, (nuint)(row + second));
                b1.StoreUnsafe(ref output, (nuint)(row + rows + second));
                b2.StoreUnsafe(ref output, (nuint)(row + 2 * rows + second));
                b3.StoreUnsafe(ref output, (nuint)(row + 3 * rows + second));
            }
        }
    }

    // Turns logits into exp(logit - max) in place; what is left of the softmax, 1/sum, goes into the sample's scale.
    private void Softmax(float share)
    {
        ref float values = ref MemoryMarshal.GetArrayDataReference(exponentials);
        for (int sample = 0; sample < rows; sample += Lanes)
        {
            Vector512<float> maximum = At(ref values, sample);
            for (int c = 1; c < layout.Classes; c++)
            {
                maximum = Vector512.Max(maximum, At(ref values, c * rows + sample));
            }

            Vector512<float> sum = default;
            for (int c = 0; c < layout.Classes; c++)
            {
                Vector512<float> e = VectorExponential.OfNonPositive(At(ref values, c * rows + sample) - maximum);
                e.StoreUnsafe(ref values, (nuint)(c * rows + sample));
                sum += e;
            }

            for (int c = layout.Classes; c < layout.PaddedClasses; c++)
            {
                Vector512<float>.Zero.StoreUnsafe(ref values, (nuint)(c * rows + sample));
            }

            (Vector512.Create(share) / sum).StoreUnsafe(ref scales[sample]);
        }
    }

    // Turns the logits of "the class is above c" into sigmoid(logit) - [the class is above c], in place.
    private void CumulativeResiduals(int[] labels, ReadOnlySpan<int> samples, float share)
    {
        for (int row = 0; row < samples.Length; row++)
        {
            tileLabels[row] = labels[samples[row]];
        }

        ref float values = ref MemoryMarshal.GetArrayDataReference(exponentials);
        for (int sample = 0; sample < rows; sample += Lanes)
        {
            Vector512<float> label = At(ref MemoryMarshal.GetArrayDataReference(tileLabels), sample);
            for (int c = 0; c < layout.PaddedClasses; c++)
            {
                Vector512<float> logit = At(ref values, c * rows + sample), e = VectorExponential.OfNonPositive(-Vector512.Abs(logit));
                Vector512<float> sigmoid = Vector512.ConditionalSelect(Vector512.GreaterThan(logit, Vector512<float>.Zero), Vector512<float>.One, e) / (Vector512<float>.One + e);
                Vector512<float> residual = sigmoid - (Vector512<float>.One & Vector512.GreaterThan(label, Vector512.Create((float)c)));
                (c < layout.Classes - 1 ? residual : Vector512<float>.Zero).StoreUnsafe(ref values, (nuint)(c * rows + sample));
            }

            Vector512.Create(share).StoreUnsafe(ref scales[sample]);
        }
    }

    private void WeightGradients(ref float weightGradients)
    {
        ref float e = ref MemoryMarshal.GetArrayDataReference(exponentials);
        ref float weighted = ref MemoryMarshal.GetArrayDataReference(scaled);
        for (int c = 0; c < layout.PaddedClasses; c += 4)
        {
            // Goes on from the tiles before.
            Vector512<float> g0 = At(ref weightGradients, c * Lanes), g1 = At(ref weightGradients, (c + 1) * Lanes);
            Vector512<float> g2 = At(ref weightGradients, (c + 2) * Lanes), g3 = At(ref weightGradients, (c + 3) * Lanes);
            ref float e0 = ref Unsafe.Add(ref e, c * rows);
            for (int sample = 0; sample < rows; sample++)
            {
                Vector512<float> row = At(ref weighted, sample * Lanes);
                g0 = Vector512.FusedMultiplyAdd(row, Broadcast(ref e0, sample), g0);
                g1 = Vector512.FusedMultiplyAdd(row, Broadcast(ref e0, rows + sample), g1);
                g2 = Vector512.FusedMultiplyAdd(row, Broadcast(ref e0, 2 * rows + sample), g2);
                g3 = Vector512.FusedMultiplyAdd(row, Broadcast(ref e0, 3 * rows + sample), g3);
            }

            g0.StoreUnsafe(ref weightGradients, (nuint)(c * Lanes));
            g1.StoreUnsafe(ref weightGradients, (nuint)((c + 1) * Lanes));
            g2.StoreUnsafe(ref weightGradients, (nuint)((c + 2) * Lanes));
            g3.StoreUnsafe(ref weightGradients, (nuint)((c + 3) * Lanes));
        }
    }

    private void FeatureGradients(ref float weights)
    {
        ref float e = ref MemoryMarshal.GetArrayDataReference(exponentials);
        ref float output = ref MemoryMarshal.GetArrayDataReference(tileGradients);
        for (int sample = 0; sample < rows; sample += 8)
        {
            Vector512<float> g0 = default, g1 = default, g2 = default, g3 = default, g4 = default, g5 = default, g6 = default, g7 = default;
            for (int c = 0; c < layout.PaddedClasses; c++)
            {
                Vector512<float> w = At(ref weights, c * Lanes);
                ref float ec = ref Unsafe.Add(ref e, c * rows + sample);
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
