using MathNet.Numerics.Distributions;
using RegCls.Data;

namespace RegCls.Theory;

/// <summary>A mixture of Gaussians, cut off at the ends of the range and normalised there.</summary>
public sealed class GaussianMixturePrior : LabelPrior
{
    private readonly IReadOnlyList<(double Weight, double Mean, double StandardDeviation)> components;
    private readonly double below;
    private readonly double inside;

    /// <summary>Makes the mixture.</summary>
    /// <param name="name">Name in charts and tables.</param>
    /// <param name="unit">Unit of y.</param>
    /// <param name="low">Smallest target.</param>
    /// <param name="high">Largest target.</param>
    /// <param name="components">Weights (they need not add to 1), means and standard deviations; both but the mean positive.</param>
    /// <exception cref="ArgumentException">The range is empty, there is no component, or a number is not positive.</exception>
    public GaussianMixturePrior(string name, string unit, double low, double high, IReadOnlyList<(double Weight, double Mean, double StandardDeviation)> components)
        : base(name, unit, [low, high])
    {
        if (!(low < high))
        {
            throw new ArgumentException($"The range must have a positive length, got [{low}, {high}].", nameof(high));
        }

        if (components.Count == 0 || components.Any(part => !(part.Weight > 0) || !(part.StandardDeviation > 0)))
        {
            throw new ArgumentException("A mixture needs at least one component, with a positive weight and standard deviation each.", nameof(components));
        }

        this.components = components;
        below = Unbounded(low);
        inside = Unbounded(high) - below;
    }

    /// <inheritdoc/>
    public override double Density(double y) =>
        y < Low || y > High ? 0 : components.Sum(part => part.Weight * Normal.PDF(part.Mean, part.StandardDeviation, y)) / inside;

    /// <inheritdoc/>
    public override double Cumulative(double y) => (Unbounded(Math.Clamp(y, Low, High)) - below) / inside;

    /// <inheritdoc/>
    public override double Sample(RandomStream stream)
    {
        double total = components.Sum(part => part.Weight);
        while (true)
        {
            double rest = stream.NextDouble() * total;
            int index = 0;
            while (index < components.Count - 1 && rest >= components[index].Weight)
            {
                rest -= components[index++].Weight;
            }

            double y = components[index].Mean + components[index].StandardDeviation * stream.NextGaussian();
            if (y >= Low && y <= High)
            {
                return y;
            }
        }
    }

    private double Unbounded(double y) => components.Sum(part => part.Weight * Normal.CDF(part.Mean, part.StandardDeviation, y));
}
