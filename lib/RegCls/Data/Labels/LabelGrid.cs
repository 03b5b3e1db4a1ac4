namespace RegCls.Data.Labels;

/// <summary>
/// Bins of one width that tile all numbers: bin k holds the labels in <c>[origin + k · width, origin + (k + 1) · width)</c>. With width 1 and origin 0 an integer age is
/// its own bin. A label less than 1e-9 widths below an edge counts as on it, so that 0.3 is in bin 3 of width 0.1 although 3 · 0.1 &gt; 0.3 in binary.
/// </summary>
public readonly record struct LabelGrid
{
    private const double Slack = 1e-9;
    private readonly double width;

    /// <summary>Bins of a width, one of which starts at an origin.</summary>
    /// <param name="width">Positive and finite, in units of the label.</param>
    /// <param name="origin">The inclusive lower edge of bin 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not a positive number, or the origin is not finite.</exception>
    public LabelGrid(double width, double origin = 0)
    {
        if (!(width > 0) || !double.IsFinite(width))
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, "The width of label bins must be a positive number.");
        }

        if (!double.IsFinite(origin))
        {
            throw new ArgumentOutOfRangeException(nameof(origin), origin, "The origin of label bins must be a finite number.");
        }

        this.width = width;
        Origin = origin;
    }

    /// <summary>Width of each bin.</summary>
    public double Width => width == 0 ? 1 : width;

    /// <summary>The inclusive lower edge of bin 0.</summary>
    public double Origin { get; }

    /// <summary>The bin of a label; negative below the origin.</summary>
    /// <exception cref="ArgumentException">The label is not finite, or further from the origin than 2³¹ bins.</exception>
    public int Of(double label)
    {
        double bin = Math.Floor((label - Origin) / Width + Slack);
        return bin is >= int.MinValue and <= int.MaxValue
            ? (int)bin
            : throw new ArgumentException($"The label {label} has no bin of width {Width}; expected a finite number: remove or repair that sample.", nameof(label));
    }

    /// <summary>The inclusive lower edge of a bin.</summary>
    public double Lower(int bin) => Origin + bin * Width;
}
