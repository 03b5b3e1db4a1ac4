using RegCls.Data.Video;

namespace RegCls.Training;

/// <summary>Rows of a table as inputs of several features; many models may share one table, each with rows of its own.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Which rows, [N], in the order of the targets.</param>
/// <param name="Scaling">Subtracted from each feature and divided by, as they are read; null for the numbers as they are.</param>
public sealed record FeatureRows(FeatureTable Table, int[] Rows, FeatureScaling? Scaling = null)
{
    /// <summary>Features a row.</summary>
    public int Width => Table.Width;

    /// <summary>Copies rows, one after the other.</summary>
    /// <param name="indices">Indices into <see cref="Rows"/>.</param>
    /// <param name="target">Room for them, indices × <see cref="Width"/>.</param>
    internal void Gather(ReadOnlySpan<int> indices, Span<float> target)
    {
        int width = Width;
        for (int i = 0; i < indices.Length; i++)
        {
            Span<float> row = target.Slice(i * width, width);
            Table.Row(Rows[indices[i]]).CopyTo(row);
            Scaling?.Apply(row);
        }
    }
}
