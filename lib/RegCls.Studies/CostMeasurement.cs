namespace RegCls.Studies;

/// <summary>Measures what models of each kind take, by training a few of them alone.</summary>
internal static class CostMeasurement
{
    // Of a batch with this many models one does.
    private const int ReplicasInOneBatch = 5;

    /// <summary>
    /// Trains batches with each kind that is not known, one at a time and on one thread, and shares the process's time on the processor (data included) out by the seconds each model recorded.
    /// The first batch is trained once before, for what a process does but once.
    /// </summary>
    /// <param name="study">The study, whole.</param>
    /// <param name="train">Trains models and gives their records.</param>
    /// <param name="known">Kinds that need no measuring.</param>
    /// <param name="repeats">Batches of each kind, evenly over the grid: other data, other seeds.</param>
    /// <param name="progress">Told the share of batches done.</param>
    public static IReadOnlyList<KindCost> Of<TRun, TRecord>(Study<TRun> study, Func<Study<TRun>, IReadOnlyList<TRecord>> train, IReadOnlySet<string> known, int repeats, IProgress<double>? progress)
        where TRun : class, IRunConfiguration
        where TRecord : class, IRunRecord<TRecord>
    {
        List<(TRun[] Runs, HashSet<string> Kinds)> batches = [.. StudyBatches.Of(study.Configurations).Select(batch => (batch, batch.Select(run => CostTable.KindOf(run)).ToHashSet()))];
        List<string> kinds = [.. batches.SelectMany(batch => batch.Kinds).Distinct().Where(kind => !known.Contains(kind))];
        List<TRun[]> chosen = [.. kinds.SelectMany(kind => Spread([.. batches.Where(batch => batch.Kinds.Contains(kind)).Select(batch => batch.Runs)], repeats)).Distinct()];
        if (chosen.Count == 0)
        {
            return [];
        }

        train(study with { Configurations = chosen[0] });
        Dictionary<string, List<double>> seconds = kinds.ToDictionary(kind => kind, _ => new List<double>());
        int done = 0;
        foreach (IGrouping<object, TRun[]> set in chosen.GroupBy(batch => batch[0].DataSet))
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            IReadOnlyList<TRecord> records = train(study with { Configurations = [.. set.SelectMany(batch => batch)] });
            double factor = (Environment.CpuUsage.TotalTime - before).TotalSeconds / records.Sum(record => Math.Max(record.Seconds, 1e-6));
            foreach (TRecord record in records)
            {
                seconds.GetValueOrDefault(CostTable.KindOf(record.Configuration))?.Add(Math.Max(record.Seconds, 1e-6) * factor);
            }

            done += set.Count();
            progress?.Report((double)done / chosen.Count);
        }

        return [.. seconds.Select(kind => Cost(kind.Key, kind.Value, KindCost.Measured))];
    }

    /// <summary>The kinds of recorded models, by their recorded seconds.</summary>
    /// <param name="records">The records; a model that stands twice counts once.</param>
    public static IReadOnlyList<KindCost> Of(IEnumerable<IRunRecord> records) =>
    [
        .. records.DistinctBy(record => record.Configuration.Hash)
            .GroupBy(record => CostTable.KindOf(record.Configuration))
            .Select(kind => Cost(kind.Key, [.. kind.Select(record => record.Seconds)], KindCost.Recorded)),
    ];

    private static KindCost Cost(string kind, List<double> seconds, string source)
    {
        double mean = seconds.Average();
        return new KindCost
        {
            Kind = kind,
            Seconds = Math.Round(mean, 4),
            Deviation = Math.Round(Math.Sqrt(seconds.Average(value => (value - mean) * (value - mean))), 4),
            Models = seconds.Count,
            Source = source,
        };
    }

    private static IEnumerable<TRun[]> Spread<TRun>(TRun[][] all, int repeats) =>
        all[0].Length >= ReplicasInOneBatch || repeats == 1 ? [all[all.Length / 2]] : Enumerable.Range(0, repeats).Select(i => all[i * (all.Length - 1) / (repeats - 1)]).Distinct();
}
