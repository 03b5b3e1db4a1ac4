using RegCls.Data;

namespace RegCls.Training;

/// <summary>
/// The order in which one replica visits its training samples: a fresh permutation each epoch, the last incomplete batch dropped.
/// </summary>
/// <param name="samples">Number of training samples N.</param>
/// <param name="batchSize">Samples a step; at most N.</param>
/// <param name="stream">Source of the permutations, used by nobody else.</param>
internal sealed class SampleOrder(int samples, int batchSize, RandomStream stream)
{
    private readonly int[] order = [.. Enumerable.Range(0, samples)];
    private int next = samples;

    /// <summary>Steps an epoch: ⌊N / batch size⌋.</summary>
    public int StepsPerEpoch { get; } = samples / batchSize;

    /// <summary>Indices of the next batch; valid until the next call.</summary>
    public ReadOnlySpan<int> NextBatch()
    {
        if (next + batchSize > StepsPerEpoch * batchSize)
        {
            stream.Shuffle(order.AsSpan());
            next = 0;
        }

        ReadOnlySpan<int> batch = order.AsSpan(next, batchSize);
        next += batchSize;
        return batch;
    }
}
