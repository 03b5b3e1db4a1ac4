using System.Globalization;

namespace RegCls.Studies;

/// <summary>A study cut into parts of equal expected cost.</summary>
public sealed class ShardPlan
{
    private readonly int[] parts;
    private readonly IReadOnlyList<(long Microseconds, bool IsKnown)> expected;

    /// <summary>Cuts a study; every process with this version of the library cuts it alike.</summary>
    /// <param name="study">The study, whole.</param>
    /// <param name="count">Number of parts, at least 1.</param>
    /// <param name="costs">What a model takes; null for <see cref="CostTable.BuiltIn"/>.</param>
    public ShardPlan(Study study, int count, CostTable? costs = null)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        costs ??= CostTable.BuiltIn;
        Study = study;
        expected = costs.Expect(study.Runs);
        IReadOnlyDictionary<string, int> shares = StudySplit.Of(study.Runs, count, costs);
        parts = [.. study.Runs.Select(run => shares[run.Hash])];
        ILookup<int, int> models = Enumerable.Range(0, parts.Length).ToLookup(model => parts[model]);
        Shards =
        [
            .. Enumerable.Range(0, count).Select(part => new ShardWork(
                new StudyShard(part + 1, count),
                models[part].Count(),
                models[part].Where(model => expected[model].IsKnown).Sum(model => expected[model].Microseconds) / 1e6,
                models[part].Count(model => !expected[model].IsKnown))),
        ];
        Revision = IRunConfiguration.HashOf(
            string.Join('\n', study.Runs.Zip(parts, (run, part) => string.Create(CultureInfo.InvariantCulture, $"{run.Hash} {part + 1}/{count}")).Order(StringComparer.Ordinal)));
    }

    /// <summary>The study, whole.</summary>
    public Study Study { get; }

    /// <summary>The parts.</summary>
    public IReadOnlyList<ShardWork> Shards { get; }

    /// <summary>Sixteen hexadecimal digits that name the split: equal where every model is in the same part.</summary>
    public string Revision { get; }

    /// <summary>Core-seconds of all models whose kind is known.</summary>
    public double Seconds => Shards.Sum(shard => shard.Seconds);

    /// <summary>Seconds of the dearest part: how long the study takes with a core for each part, known kinds alone.</summary>
    public double Longest => Shards.Max(shard => shard.Seconds);

    /// <summary>Number of models whose kind nobody measured: the seconds are without them.</summary>
    public int Unknown => Shards.Sum(shard => shard.Unknown);

    /// <summary>Writes the plan, a line a model in the order of the study; <c>seconds</c> is empty where the kind is not known.</summary>
    public void Write(TextWriter text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (string line in Lines())
        {
            text.Write(line + "\n");
        }
    }

    /// <summary>Checks that a plan that was written earlier is this one.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is missing or another; the message names file and line.</exception>
    public void Require(string path)
    {
        string again = $"write it anew with `regcls study plan {Study.Name} --profile {Study.Profile.ToString().ToLowerInvariant()} --shards {Shards.Count} --out …` and let all parts run with one version.";
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path} does not exist: {again}");
        }

        int number = 0;
        using IEnumerator<string> lines = Lines().GetEnumerator();
        foreach (string line in File.ReadLines(path).Append(""))
        {
            number++;
            if ((lines.MoveNext() ? lines.Current : "") != line)
            {
                throw new InvalidDataException($"{path}, line {number}: not the plan of {Study.Name} ({Study.Profile.ToString().ToLowerInvariant()}) in {Shards.Count} parts that this version makes ({Revision}): {again}");
            }
        }
    }

    /// <summary>Number of models of each part that are not among these.</summary>
    /// <param name="recorded">Hashes of recorded models.</param>
    internal IReadOnlyList<(StudyShard Shard, int Missing)> Missing(IReadOnlySet<string> recorded)
    {
        int[] missing = new int[Shards.Count];
        foreach ((IRunConfiguration run, int part) in Study.Runs.Zip(parts))
        {
            missing[part] += recorded.Contains(run.Hash) ? 0 : 1;
        }

        return [.. Shards.Zip(missing, (work, count) => (work.Shard, count)).Where(part => part.count > 0)];
    }

    private IEnumerable<string> Lines() =>
        Study.Runs.Select((run, model) => string.Create(
            CultureInfo.InvariantCulture,
            $"{Study.Name},{Study.Profile.ToString().ToLowerInvariant()},{Revision},{parts[model] + 1},{Shards.Count},{run.Hash},{(expected[model].IsKnown ? (expected[model].Microseconds / 1e6).ToString("0.000", CultureInfo.InvariantCulture) : "")}"))
            .Prepend("study,profile,revision,shard,shards,hash,seconds");
}
