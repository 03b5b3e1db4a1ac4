namespace RegCls.Training.Vectorised;

/// <summary>One batch of one model.</summary>
/// <param name="size">Samples; a multiple of 16.</param>
internal sealed class VectorBatch(int size)
{
    public float[] Inputs { get; } = new float[size];

    public float[] Targets { get; } = new float[size];

    /// <summary>Class of each sample, or -1 where it does not enter the classification loss.</summary>
    public int[] Labels { get; } = new int[size];

    public int Size => Inputs.Length;

    public void Fill(ReplicaTask task, ReadOnlySpan<int> indices)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            Inputs[i] = (float)task.Inputs[indices[i]];
            Targets[i] = (float)task.Targets[indices[i]];
        }

        if (task.Labels is { } labels)
        {
            for (int i = 0; i < indices.Length; i++)
            {
                long label = labels[indices[i]];
                Labels[i] = (int)(task.Selection?.Visit(label) ?? label);
            }
        }
    }
}
