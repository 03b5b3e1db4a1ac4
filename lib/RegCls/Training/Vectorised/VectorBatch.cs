using RegCls.Losses;

namespace RegCls.Training.Vectorised;

/// <summary>One batch of one model.</summary>
/// <param name="size">Samples; a multiple of 16.</param>
/// <param name="features">Features of an input: one stands beside the other; several stand in rows of whole vectors.</param>
internal sealed class VectorBatch(int size, int features = 1)
{
    private readonly float[] rows = features == 1 ? [] : new float[size * features];

    /// <summary>Inputs <c>[B]</c>, or <c>[B, features]</c> in rows of whole vectors where they are not for the network of one input.</summary>
    public float[] Inputs { get; private set; } = new float[size];

    public float[] Targets { get; } = new float[size];

    /// <summary>Class of each sample, or -1 where it does not enter the classification loss.</summary>
    public int[] Labels { get; } = new int[size];

    /// <summary>The number of each sample in its training set, where there are soft targets.</summary>
    public int[] Samples { get; } = new int[size];

    /// <summary>The soft targets of the training set, where the class loss has some.</summary>
    public SoftTargets? SoftTargets { get; private set; }

    public int Size => Targets.Length;

    /// <summary>A batch for <see cref="DenseGradient"/>, whose inputs stand in rows of whole vectors even if there is one.</summary>
    public static VectorBatch InRows(int size, int features) => new(size, features) { Inputs = new float[size * NetworkLayout.Padded(features)] };

    public void Fill(ReplicaTask task, ReadOnlySpan<int> indices)
    {
        int stride = Inputs.Length / Size;
        SoftTargets = task.SoftTargets;
        if (SoftTargets is not null)
        {
            indices.CopyTo(Samples);
        }

        if (task.Features is { } table)
        {
            float[] gathered = features == 1 ? Targets : rows;
            table.Gather(indices, gathered);
            Pad(gathered, features, Inputs, stride, indices.Length);
        }
        else
        {
            for (int i = 0; i < indices.Length; i++)
            {
                Inputs[i * stride] = (float)task.Inputs[indices[i]];
            }
        }

        for (int i = 0; i < indices.Length; i++)
        {
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

    /// <summary>Spreads rows of features over rows of whole vectors.</summary>
    /// <param name="rows">Features, one row after the other.</param>
    /// <param name="width">Features a row.</param>
    /// <param name="padded">Receives the rows; what is beyond a row's features stays as it is, 0.</param>
    /// <param name="stride">Distance of two rows there.</param>
    /// <param name="count">Number of rows.</param>
    public static void Pad(float[] rows, int width, float[] padded, int stride, int count)
    {
        for (int row = 0; row < count; row++)
        {
            rows.AsSpan(row * width, width).CopyTo(padded.AsSpan(row * stride));
        }
    }
}
