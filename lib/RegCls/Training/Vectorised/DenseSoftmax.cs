using System.Runtime.Intrinsics;

namespace RegCls.Training.Vectorised;

/// <summary>Turns logits into the gradient of the cross-entropy with respect to them, in place: <c>(softmax - one-hot) / kept samples</c>, 0 for a dropped sample.</summary>
internal sealed class DenseSoftmax
{
    private const int Lanes = NetworkLayout.Lanes;

    private readonly int stride;
    private readonly int whole;
    private readonly Vector512<float> used;

    public DenseSoftmax(int classes, int batchSize)
    {
        stride = NetworkLayout.Padded(classes);
        whole = stride - Lanes;
        float[] lanes = [.. Enumerable.Range(whole, Lanes).Select(c => c < classes ? BitConverter.Int32BitsToSingle(-1) : 0f)];
        used = Vector512.LoadUnsafe(ref lanes[0]);
        Values = new float[batchSize * stride];
    }

    /// <summary>Logits before, their gradients after <see cref="Differentiate"/>: <c>[B, C]</c>, rows of whole vectors.</summary>
    public float[] Values { get; }

    /// <summary>Differentiates the mean over kept samples.</summary>
    /// <param name="labels">Class of each sample, or -1.</param>
    public void Differentiate(int[] labels)
    {
        int count = 0;
        foreach (int label in labels)
        {
            count += label >= 0 ? 1 : 0;
        }

        float share = 1f / count;
        for (int sample = 0; sample < labels.Length; sample++)
        {
            int row = sample * stride;
            if (labels[sample] < 0)
            {
                Array.Clear(Values, row, stride);
            }
            else
            {
                Row(row, share);
                Values[row + labels[sample]] -= share;
            }
        }
    }

    private void Row(int row, float share)
    {
        Vector512<float> largest = Vector512.ConditionalSelect(used, At(row + whole), Vector512.Create(float.NegativeInfinity));
        for (int lane = 0; lane < whole; lane += Lanes)
        {
            largest = Vector512.Max(largest, At(row + lane));
        }

        Vector512<float> maximum = Vector512.Create(Largest(largest)), sum = default;
        for (int lane = 0; lane < stride; lane += Lanes)
        {
            Vector512<float> e = VectorExponential.OfNonPositive(At(row + lane) - maximum);
            e = lane == whole ? e & used : e;
            e.StoreUnsafe(ref Values[row + lane]);
            sum += e;
        }

        Vector512<float> scale = Vector512.Create(share / Vector512.Sum(sum));
        for (int lane = 0; lane < stride; lane += Lanes)
        {
            (At(row + lane) * scale).StoreUnsafe(ref Values[row + lane]);
        }
    }

    private static float Largest(Vector512<float> values)
    {
        Vector256<float> half = Vector256.Max(values.GetLower(), values.GetUpper());
        Vector128<float> quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        return MathF.Max(MathF.Max(quarter[0], quarter[1]), MathF.Max(quarter[2], quarter[3]));
    }

    private Vector512<float> At(int index) => Vector512.LoadUnsafe(ref Values[index]);
}
