namespace RegCls.Data.Sets;

/// <summary>Counts what a reader found, and what it left out or wondered about, so that one bad file neither stops it nor goes unnoticed. Safe to use from several threads.</summary>
public sealed class ProblemLog
{
    /// <summary>How many examples are kept of each kind.</summary>
    public const int MostExamples = 3;

    private readonly Lock gate = new();
    private readonly SortedDictionary<ProblemKind, (int Count, List<string> Examples)> problems = [];
    private string unit = "samples";
    private int found;

    /// <summary>Notes that there is one more of what the data set consists of. Everything that is found is later used, or noted as a problem that leaves it out, once.</summary>
    /// <param name="units">What it is, in the plural: files, lines of a table.</param>
    public void Find(string units)
    {
        lock (gate)
        {
            unit = units;
            found++;
        }
    }

    /// <summary>Notes a problem.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="example">File or line, and what is wrong.</param>
    public void Add(ProblemKind kind, string example) => Add(kind, () => example);

    /// <summary>Notes a problem whose description takes time, and is only made where it is kept.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="example">File or line, and what is wrong.</param>
    public void Add(ProblemKind kind, Func<string> example)
    {
        ArgumentNullException.ThrowIfNull(example);
        lock (gate)
        {
            (int count, List<string> examples) = problems.GetValueOrDefault(kind, (0, []));
            if (examples.Count < MostExamples)
            {
                examples.Add(Shown(example()));
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

    /// <summary>The account of a reading that has ended.</summary>
    /// <param name="used">How many samples are used.</param>
    public Accounting Account(int used) => new(unit, found, used, Summaries());

    // Names come from strangers: what steers a terminal is not written to one.
    private static string Shown(string text) => string.Create(text.Length, text, (shown, from) =>
    {
        for (int i = 0; i < from.Length; i++)
        {
            shown[i] = char.IsControl(from[i]) ? '\uFFFD' : from[i];
        }
    });
}
