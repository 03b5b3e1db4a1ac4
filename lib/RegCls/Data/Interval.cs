namespace RegCls.Data;

/// <summary>A half-open interval of inputs, [Low, High).</summary>
/// <param name="Low">The inclusive lower end.</param>
/// <param name="High">The exclusive upper end.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>High - Low.</summary>
    public double Width => High - Low;

    /// <summary>Whether Low ≤ x &lt; High.</summary>
    public bool Contains(double x) => x >= Low && x < High;
}
