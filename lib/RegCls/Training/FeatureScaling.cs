using RegCls.Data.Video;

namespace RegCls.Training;

/// <summary>Makes each feature's mean 0 and standard deviation 1 over given rows: <c>(x - mean) · factor</c>.</summary>
public sealed class FeatureScaling
{
    private readonly float[] mean;
    private readonly float[] factor;

    private FeatureScaling(float[] mean, float[] factor)
    {
        this.mean = mean;
        this.factor = factor;
    }

    /// <summary>Mean and standard deviation of each feature over rows of a table, usually those of the training set; a feature that does not vary is only centred.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Which rows; at least one.</param>
    public static FeatureScaling Of(FeatureTable table, IReadOnlyList<int> rows)
    {
        double[] sums = new double[table.Width], squares = new double[table.Width];
        foreach (int row in rows)
        {
            ReadOnlySpan<float> values = table.Row(row);
            for (int i = 0; i < values.Length; i++)
            {
                sums[i] += values[i];
                squares[i] += (double)values[i] * values[i];
            }
        }

        double[] means = [.. sums.Select(sum => sum / rows.Count)];
        double[] deviations = [.. squares.Select((square, i) => Math.Sqrt(Math.Max(square / rows.Count - means[i] * means[i], 0)))];
        return new FeatureScaling([.. means.Select(value => (float)value)], [.. deviations.Select(value => value > 1e-9 ? (float)(1 / value) : 1f)]);
    }

    /// <summary>Scales one row, in place.</summary>
    internal void Apply(Span<float> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = (row[i] - mean[i]) * factor[i];
        }
    }
}
