namespace RegCls.Studies;

/// <summary>A study and what of it is not recorded.</summary>
/// <param name="Study">The study, whole.</param>
/// <param name="Missing">Its models without a record, in its order.</param>
public sealed record StudyCoverage(Study Study, IReadOnlyList<IRunConfiguration> Missing)
{
    /// <summary>Compares a study with records; records of other studies are ignored.</summary>
    public static StudyCoverage Of(Study study, IEnumerable<IRunRecord> records)
    {
        HashSet<string> recorded = [.. records.Select(record => record.Configuration.Hash)];
        return new StudyCoverage(study, [.. study.Runs.Where(run => !recorded.Contains(run.Hash))]);
    }

    /// <summary>Number of models with a record.</summary>
    public int Recorded => Study.Runs.Count - Missing.Count;

    /// <summary>The parts of the study that are not whole, with the number of models each lacks.</summary>
    /// <param name="shards">Number of parts the study was split into.</param>
    public IReadOnlyList<(StudyShard Shard, int Missing)> MissingShards(int shards)
    {
        HashSet<string> recorded = [.. Study.Runs.Select(run => run.Hash).Except(Missing.Select(run => run.Hash))];
        return new ShardPlan(Study, shards).Missing(recorded);
    }
}
