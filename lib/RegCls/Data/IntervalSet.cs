using System.Collections.ObjectModel;

namespace RegCls.Data;

/// <summary>
/// The input intervals of the out-of-distribution scenario: nine intervals of width 1/4.5 tile [-1, 1], each right end is
/// pushed out (never beyond 1), and by turns they belong to training, validation and test.
/// </summary>
public sealed class IntervalSet
{
    /// <summary>The width of an interval before its right end is pushed out.</summary>
    public const double Width = 1 / 4.5;

    private const int IntervalsPerSet = 3;

    private IntervalSet(Interval[] all)
    {
        Train = Every(all, 0);
        Validation = Every(all, 1);
        Test = Every(all, 2);
    }

    /// <summary>Intervals 0, 3 and 6 from the left.</summary>
    public IReadOnlyList<Interval> Train { get; }

    /// <summary>Intervals 1, 4 and 7 from the left.</summary>
    public IReadOnlyList<Interval> Validation { get; }

    /// <summary>Intervals 2, 5 and 8 from the left.</summary>
    public IReadOnlyList<Interval> Test { get; }

    /// <summary>Lays out the nine intervals.</summary>
    /// <param name="variant">As released, right ends are pushed by |N(0, (1/18)²)|; as written, by a quarter of the width.</param>
    /// <param name="stream">The source of those nine numbers; not used as written.</param>
    public static IntervalSet Create(SamplingVariant variant, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        const double quarter = Width / 4;
        var all = new Interval[3 * IntervalsPerSet];
        for (var i = 0; i < all.Length; i++)
        {
            var push = variant == SamplingVariant.AsReleased ? Math.Abs(stream.NextGaussian()) * quarter : quarter;
            all[i] = new Interval(-1 + (i * Width), Math.Min(-1 + ((i + 1) * Width) + push, 1));
        }

        return new IntervalSet(all);
    }

    private static ReadOnlyCollection<Interval> Every(Interval[] all, int first) =>
        Array.AsReadOnly([.. Enumerable.Range(0, IntervalsPerSet).Select(i => all[(3 * i) + first])]);
}
