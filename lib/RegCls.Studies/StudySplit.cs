namespace RegCls.Studies;

/// <summary>Shares a study's models out to parts of equal expected cost, the longest first (Graham 1969): each piece goes to the part with the least cost so far.</summary>
/// <remarks>The dearest part costs at most 4/3 − 1/(3·parts) times what the best sharing of the same pieces would give.</remarks>
internal static class StudySplit
{
    // A data set's models stay together unless that makes the dearest part this much dearer than an even one: drawing or reading data twice costs less than that.
    private const double Tolerance = 1.02;

    /// <summary>The part of each model, from 0: it depends on the models and on the table alone, not on their order.</summary>
    /// <param name="runs">The models.</param>
    /// <param name="parts">Number of parts.</param>
    /// <param name="costs">What a model takes.</param>
    /// <returns>The part of each model, by its hash.</returns>
    public static IReadOnlyDictionary<string, int> Of<TRun>(IReadOnlyList<TRun> runs, int parts, CostTable costs)
        where TRun : class, IRunConfiguration
    {
        List<Model> models = [.. runs.Zip(costs.Expect(runs), (run, expected) => new Model(run.Hash, run.DataSet, expected.Microseconds))];
        Dictionary<string, Model> byHash = models.ToDictionary(model => model.Hash);
        List<Model[]> sets = [.. models.GroupBy(model => model.DataSet).Select(group => group.ToArray())];
        int[] shares = LongestFirst([.. sets.Select(Piece)], parts, out long longest);
        if (parts > 1 && longest > Tolerance * models.Sum(model => model.Cost) / parts)
        {
            sets = [.. StudyBatches.Of(runs).Select(batch => batch.Select(run => byHash[run.Hash]).ToArray())];
            shares = LongestFirst([.. sets.Select(Piece)], parts, out _);
        }

        return sets.Zip(shares).SelectMany(set => set.First.Select(model => (model.Hash, set.Second))).ToDictionary();
    }

    /// <summary>The part of each piece.</summary>
    /// <param name="pieces">Cost and name of each piece; the name decides between equal costs.</param>
    /// <param name="parts">Number of parts.</param>
    /// <param name="longest">The cost of the dearest part.</param>
    public static int[] LongestFirst(IReadOnlyList<(long Cost, string Name)> pieces, int parts, out long longest)
    {
        int[] shares = new int[pieces.Count];
        long[] loads = new long[parts];
        PriorityQueue<int, (long Load, int Part)> least = new(Enumerable.Range(0, parts).Select(part => (part, (0L, part))));
        foreach (int piece in Enumerable.Range(0, pieces.Count).OrderByDescending(i => pieces[i].Cost).ThenBy(i => pieces[i].Name, StringComparer.Ordinal))
        {
            int part = least.Dequeue();
            shares[piece] = part;
            loads[part] += pieces[piece].Cost;
            least.Enqueue(part, (loads[part], part));
        }

        longest = loads.Max();
        return shares;
    }

    private static (long, string) Piece(Model[] models) => (models.Sum(model => model.Cost), models.Min(model => model.Hash)!);

    private sealed record Model(string Hash, object DataSet, long Cost);
}
