namespace RegCls.Data.Video;

/// <summary>Rows of features, one a frame, each of the same width: what a network of several inputs is trained on. Many models may read one table at the same time.</summary>
public abstract class FeatureTable : IDisposable
{
    /// <summary>A table of a given shape.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="width">Features a row.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    protected FeatureTable(int rows, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        Rows = rows;
        Width = width;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Features a row.</summary>
    public int Width { get; }

    /// <summary>One row, <see cref="Width"/> numbers.</summary>
    /// <param name="row">0 to <see cref="Rows"/> - 1.</param>
    public abstract ReadOnlySpan<float> Row(int row);

    /// <summary>A table in memory.</summary>
    /// <param name="values">All rows, one after the other; not copied.</param>
    /// <param name="width">Features a row.</param>
    /// <exception cref="ArgumentException">The values are not a whole number of rows, at least one.</exception>
    public static FeatureTable Of(float[] values, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        return values.Length > 0 && values.Length % width == 0
            ? new InMemory(values, width)
            : throw new ArgumentException($"A table of {width} features got {values.Length} numbers; expected a whole number of rows, at least one.", nameof(values));
    }

    /// <summary>Frees what the table holds; one in memory holds nothing.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the table holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private sealed class InMemory(float[] values, int width) : FeatureTable(values.Length / width, width)
    {
        public override ReadOnlySpan<float> Row(int row) => values.AsSpan(row * Width, Width);
    }
}
