using RegCls.Evaluation;

namespace RegCls.Studies;

/// <summary>
/// How two selections of records are compared, in every domain: runs that share a pair key are paired, each side averaged over its settings (say numbers of classes), pairs are averaged within a unit, and the units
/// are what statistics are over.
/// </summary>
/// <param name="Unit">The number of a record's unit: function, split, task or seed.</param>
/// <param name="Pair">What two runs have in common to be compared, such as data and seeds.</param>
/// <param name="Setting">What the runs of one side may differ in, and are averaged over: two runs of a pair, on one side, with the same setting are refused.</param>
/// <param name="Value">What is compared.</param>
/// <param name="Symbol">What it is measured in.</param>
/// <param name="Over">What the units are called, in the plural.</param>
/// <param name="Scale">What values are multiplied by, such as 100 for percent.</param>
public sealed record PairedComparison<TRecord>(Func<TRecord, int> Unit, Func<TRecord, object> Pair, Func<TRecord, object> Setting, Func<TRecord, double> Value, string Symbol, string Over, double Scale = 1)
{
    /// <summary>First − second.</summary>
    /// <param name="records">Records; those of neither side are left out, and so is a pair that lacks a side, or some of the settings that other pairs have.</param>
    /// <param name="first">The records that come first in the difference.</param>
    /// <param name="second">The records that are subtracted.</param>
    /// <exception cref="ArgumentException">Fewer than two units have both sides, two runs of a side have one setting, or a value is not finite.</exception>
    public Effect Of(IEnumerable<TRecord> records, Func<TRecord, bool> first, Func<TRecord, bool> second) =>
        Find(records, first, second) ?? throw new ArgumentException($"Fewer than two {Over} have both sides of a comparison of {Symbol}, on the same data and seeds: is the study recorded that far?", nameof(records));

    /// <summary>The same; null with fewer than two units.</summary>
    public Effect? Find(IEnumerable<TRecord> records, Func<TRecord, bool> first, Func<TRecord, bool> second) =>
        Units(records, first, second) is { Count: > 1 } units ? Effect.Of(units.Values, Symbol, Over, Scale) : null;

    /// <summary>How much the effect, in percent of the second side, is larger under one condition than under another.</summary>
    /// <param name="records">Records.</param>
    /// <param name="first">The records that come first in the difference.</param>
    /// <param name="second">The records that are subtracted.</param>
    /// <param name="here">The one condition.</param>
    /// <param name="there">The other.</param>
    public Effect Dependence(IReadOnlyList<TRecord> records, Func<TRecord, bool> first, Func<TRecord, bool> second, Func<TRecord, bool> here, Func<TRecord, bool> there)
    {
        (IReadOnlyList<(double, double)> one, IReadOnlyList<(double, double)> other) = Both(Units(records.Where(here), first, second), Units(records.Where(there), first, second));
        return Effect.OfPercents(one, other, Over);
    }

    /// <summary>What a difference is beyond the same difference of other records, in the unit of measurement: the mean of the former is the first side.</summary>
    /// <param name="records">Records.</param>
    /// <param name="first">The records that come first in either difference.</param>
    /// <param name="second">The records that are subtracted.</param>
    /// <param name="here">The records of the one difference.</param>
    /// <param name="there">Those of the other. The margin is of the mean of the second side there.</param>
    public Effect Beyond(IReadOnlyList<TRecord> records, Func<TRecord, bool> first, Func<TRecord, bool> second, Func<TRecord, bool> here, Func<TRecord, bool> there)
    {
        (IReadOnlyList<(double First, double Second)> one, IReadOnlyList<(double First, double Second)> other) = Both(Units(records.Where(here), first, second), Units(records.Where(there), first, second));
        return Effect.Of(one.Zip(other, (gain, expected) => (gain.First - gain.Second + expected.Second, expected.First)), Symbol, Over, Scale);
    }

    private static (IReadOnlyList<(double, double)> Here, IReadOnlyList<(double, double)> There) Both(SortedDictionary<int, (double, double)> here, SortedDictionary<int, (double, double)> there)
    {
        int[] units = [.. here.Keys.Where(there.ContainsKey)];
        return ([.. units.Select(unit => here[unit])], [.. units.Select(unit => there[unit])]);
    }

    private SortedDictionary<int, (double First, double Second)> Units(IEnumerable<TRecord> records, Func<TRecord, bool> first, Func<TRecord, bool> second)
    {
        var pairs = records.GroupBy(record => (Unit: Unit(record), Pair: Pair(record)))
            .Select(pair => (pair.Key.Unit, First: Values(pair, first), Second: Values(pair, second)))
            .Where(pair => pair.First.Length > 0 && pair.Second.Length > 0)
            .ToArray();
        (int settings, int others) = pairs.Length == 0 ? (0, 0) : (pairs.Max(pair => pair.First.Length), pairs.Max(pair => pair.Second.Length));
        return new(pairs.Where(pair => pair.First.Length == settings && pair.Second.Length == others)
            .GroupBy(pair => pair.Unit)
            .ToDictionary(unit => unit.Key, unit => (unit.Average(pair => pair.First.Average()), unit.Average(pair => pair.Second.Average()))));
    }

    private double[] Values(IEnumerable<TRecord> pair, Func<TRecord, bool> side)
    {
        TRecord[] runs = [.. pair.Where(side)];
        return runs.DistinctBy(Setting).Count() == runs.Length
            ? [.. runs.Select(Value)]
            : throw new ArgumentException($"One side of a comparison of {Symbol} has {runs.Length} runs of {runs.DistinctBy(Setting).Count()} settings on one set of data and seeds; expected one of each: leave out runs, say those with another λ.", nameof(pair));
    }
}
