namespace RegCls.Studies;

/// <summary>What a study takes, from the seconds of its recorded models.</summary>
/// <param name="Recorded">Number of the study's models that are recorded.</param>
/// <param name="RecordedSeconds">Core-seconds those took.</param>
/// <param name="ExpectedSeconds">Core-seconds of all models that are recorded or have a recorded one of their kind.</param>
/// <param name="Unknown">Number of models of which none of their kind is recorded: nothing is expected of them.</param>
public sealed record StudyCost(int Recorded, double RecordedSeconds, double ExpectedSeconds, int Unknown)
{
    /// <summary>Reckons with the mean seconds of the recorded models of a kind (<see cref="IRunConfiguration.Kind"/>). Records of other studies are ignored.</summary>
    public static StudyCost Of(Study study, IEnumerable<IRunRecord> records)
    {
        HashSet<string> hashes = [.. study.Runs.Select(run => run.Hash)];
        List<IRunRecord> own = [.. records.Where(record => hashes.Contains(record.Configuration.Hash))];
        Dictionary<object, double> means = own.GroupBy(record => record.Configuration.Kind).ToDictionary(kind => kind.Key, kind => kind.Average(record => record.Seconds));
        HashSet<string> recorded = [.. own.Select(record => record.Configuration.Hash)];
        List<IRunConfiguration> missing = [.. study.Runs.Where(run => !recorded.Contains(run.Hash))];
        double spent = own.Sum(record => record.Seconds);
        return new StudyCost(own.Count, spent, spent + missing.Sum(run => means.GetValueOrDefault(run.Kind)), missing.Count(run => !means.ContainsKey(run.Kind)));
    }
}
