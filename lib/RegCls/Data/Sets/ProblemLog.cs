namespace RegCls.Data.Sets;

/// <summary>Counts what a reader skipped or wondered about, so that one bad file neither stops it nor goes unnoticed. Safe to use from several threads.</summary>
public sealed class ProblemLog
{
    /// <summary>How many examples are kept of each kind.</summary>
    public const int MostExamples = 3;

    private readonly Lock gate = new();
    private readonly SortedDictionary<ProblemKind, (int Count, List<string> Examples)> problems = [];

    /// <summary>Notes a problem.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="example">File or line, and what is wrong.</param>
    public void Add(ProblemKind kind, string example)
    {
        lock (gate)
        {
            (int count, List<string> examples) = problems.GetValueOrDefault(kind, (0, []));
            if (examples.Count < MostExamples)
            {
                examples.Add(example);
            }

            problems[kind] = (count + 1, examples);
        }
    }

    /// <summary>What was noted, kind by kind.</summary>
    public IReadOnlyList<ProblemSummary> Summaries()
    {
        lock (gate)
        {
            return [.. problems.Select(entry => new ProblemSummary(entry.Key, entry.Value.Count, [.. entry.Value.Examples]))];
        }
    }
}
