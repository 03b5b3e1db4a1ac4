namespace RegCls.Evaluation;

/// <summary>A difference of two arms over units, with what is needed to judge it by the rules of <c>data/verdict-rules.md</c>; or a number without units, which is not judged by an interval.</summary>
/// <param name="Interval">Mean over units of first − second, interval and p-value.</param>
/// <param name="Margin">A difference within ± this is taken for none: 5 % of <paramref name="Reference"/>, or 5 points where the difference is in percent.</param>
/// <param name="Reference">Mean over units of the second arm, in the same unit of measurement; null where the difference is in percent of it, or there is none.</param>
/// <param name="Symbol">What it is measured in, such as <c>MSE</c> or <c>m</c>.</param>
/// <param name="Over">What it was averaged over, and how many of them, such as <c>10 functions</c>.</param>
/// <param name="Lower">In how many units the first arm is lower.</param>
public sealed record Effect(MeanInterval Interval, double Margin, double? Reference, string Symbol, string Over, int Lower)
{
    /// <summary>The margin of equivalence as a share of the second arm's mean.</summary>
    public const double MarginShare = 0.05;

    /// <summary>The mean difference.</summary>
    public double Value => Interval.Mean;

    /// <summary>Lower end of the 95 % interval.</summary>
    public double Low => Interval.Low;

    /// <summary>Upper end.</summary>
    public double High => Interval.High;

    /// <summary>How many units.</summary>
    public int Units => Interval.Units;

    /// <summary>The smallest true effect that as many units with this spread show with a chance of 80 %: an interval (Student's t) that does not contain 0.</summary>
    public double Smallest => Power.Smallest(Interval.Deviation, Units);

    /// <summary>A value in the unit of measurement, such as <see cref="Low"/>, in percent of <see cref="Reference"/>.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">There is no reference: the effect is in percent already, or has no units.</exception>
    public double Percent(double value) => 100 * value / Reference!.Value;

    /// <summary>First − second of each unit, in the unit of measurement of both.</summary>
    /// <param name="units">The two arms' means of each unit, at least two.</param>
    /// <param name="symbol">What they are measured in.</param>
    /// <param name="over">What the units are called, in the plural.</param>
    /// <param name="scale">What all numbers are multiplied by, such as 100 for percent.</param>
    /// <exception cref="ArgumentException">Fewer than two units, or a value that is not finite.</exception>
    public static Effect Of(IEnumerable<(double First, double Second)> units, string symbol, string over, double scale = 1)
    {
        (double First, double Second)[] all = [.. units];
        double reference = all.Length == 0 ? 0 : scale * all.Average(unit => unit.Second);
        return Create([.. all.Select(unit => scale * (unit.First - unit.Second))], MarginShare * Math.Abs(reference), reference, symbol, over);
    }

    /// <summary>How much the effect in percent of the second arm's value is larger here than there, unit by unit: for conditions whose errors differ in size.</summary>
    /// <param name="here">The two arms' means of each unit under one condition.</param>
    /// <param name="there">The same units under the other, in the same order.</param>
    /// <param name="over">What the units are called, in the plural.</param>
    /// <exception cref="ArgumentException">As <see cref="Of"/>.</exception>
    public static Effect OfPercents(IEnumerable<(double First, double Second)> here, IEnumerable<(double First, double Second)> there, string over)
    {
        return Create([.. here.Select(Percent).Zip(there.Select(Percent), (one, other) => one - other)], 100 * MarginShare, null, "%", over);

        static double Percent((double First, double Second) unit) => 100 * (unit.First - unit.Second) / unit.Second;
    }

    /// <summary>A number that is not a mean over units, such as how far the two sides of an equation are apart.</summary>
    /// <param name="value">The number.</param>
    /// <param name="symbol">What it is measured in.</param>
    /// <param name="over">Where it was evaluated.</param>
    public static Effect Number(double value, string symbol, string over) => new(new MeanInterval(value, value, value, double.NaN, 0, 0), 0, null, symbol, over, 0);

    private static Effect Create(double[] differences, double margin, double? reference, string symbol, string over) =>
        new(MeanInterval.Of(differences), margin, reference, symbol, $"{differences.Length} {over}", differences.Count(difference => difference < 0));
}
