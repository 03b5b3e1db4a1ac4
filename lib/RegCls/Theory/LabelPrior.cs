using RegCls.Data;

namespace RegCls.Theory;

/// <summary>The distribution p(y) of targets in the imbalanced world, on a bounded range <c>[Low, High]</c>. In the balanced world targets are uniform on the same range.</summary>
/// <param name="name">Name in charts and tables.</param>
/// <param name="unit">Unit of y, such as <c>years</c>.</param>
/// <param name="breaks">The ends of the range and, in between, every point where the density jumps; strictly increasing.</param>
public abstract class LabelPrior(string name, string unit, IReadOnlyList<double> breaks)
{
    /// <summary>Name in charts and tables.</summary>
    public string Name { get; } = name;

    /// <summary>Unit of y.</summary>
    public string Unit { get; } = unit;

    /// <summary>The ends of the range and every point where the density jumps, strictly increasing.</summary>
    public IReadOnlyList<double> Breaks { get; } = breaks;

    /// <summary>Smallest target.</summary>
    public double Low => Breaks[0];

    /// <summary>Largest target.</summary>
    public double High => Breaks[^1];

    /// <summary>Length of the range.</summary>
    public double Width => High - Low;

    /// <summary>p(y), in 1 / unit of y; integrates to 1 over the range, 0 outside.</summary>
    public abstract double Density(double y);

    /// <summary>Probability of <c>y' ≤ y</c>; 0 at <see cref="Low"/>, 1 at <see cref="High"/>.</summary>
    public abstract double Cumulative(double y);

    /// <summary>Draws a target; all randomness comes from the stream.</summary>
    public abstract double Sample(RandomStream stream);

    /// <summary>Probabilities of C classes of equal width.</summary>
    /// <param name="classes">C, at least 1.</param>
    public double[] ClassProbabilities(int classes)
    {
        double[] cumulative = [.. Enumerable.Range(0, classes + 1).Select(i => Cumulative(Low + Width * i / classes))];
        return [.. Enumerable.Range(0, classes).Select(i => cumulative[i + 1] - cumulative[i])];
    }
}
