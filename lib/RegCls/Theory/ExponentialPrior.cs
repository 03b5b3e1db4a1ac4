using RegCls.Data;

namespace RegCls.Theory;

/// <summary>A tail: <c>p(y) ∝ exp(-(y - Low) / scale)</c> on the range.</summary>
public sealed class ExponentialPrior : LabelPrior
{
    private readonly double scale;
    private readonly double inside;

    /// <summary>Makes the tail.</summary>
    /// <param name="name">Name in charts and tables.</param>
    /// <param name="unit">Unit of y.</param>
    /// <param name="low">Smallest and most frequent target.</param>
    /// <param name="high">Largest target.</param>
    /// <param name="scale">Distance over which the density falls to 1/e, in units of y, positive.</param>
    /// <exception cref="ArgumentException">The range is empty or the scale is not positive.</exception>
    public ExponentialPrior(string name, string unit, double low, double high, double scale)
        : base(name, unit, [low, high])
    {
        if (!(low < high) || !(scale > 0))
        {
            throw new ArgumentException($"The range and the scale must be positive, got [{low}, {high}] and {scale}.", nameof(scale));
        }

        this.scale = scale;
        inside = -double.ExpM1(-(high - low) / scale);
    }

    /// <inheritdoc/>
    public override double Density(double y) => y < Low || y > High ? 0 : Math.Exp(-(y - Low) / scale) / (scale * inside);

    /// <inheritdoc/>
    public override double Cumulative(double y) => -double.ExpM1(-(Math.Clamp(y, Low, High) - Low) / scale) / inside;

    /// <inheritdoc/>
    public override double Sample(RandomStream stream) => Low - scale * Math.Log(1 - stream.NextDouble() * inside);
}
