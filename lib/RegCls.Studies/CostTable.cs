using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using RegCls.Data.Sets;

namespace RegCls.Studies;

/// <summary>Seconds a model by its kind (<see cref="IRunConfiguration.Kind"/>). Nothing is guessed: of a kind that is not in the table nothing is known but its cost relative to others.</summary>
/// <param name="kinds">The kinds, each once.</param>
public sealed class CostTable(IReadOnlyList<KindCost> kinds)
{
    // With nothing known, a unit of relative cost stands for this; only ratios matter then.
    private const long Unit = 1_000;

    private readonly Dictionary<string, KindCost> byName = kinds.ToDictionary(kind => kind.Kind);

    /// <summary>The table that parts of studies are cut by: <c>data/costs.csv</c> as it was when the library was built, so that a plan and the runs of its parts agree.</summary>
    public static CostTable BuiltIn { get; } = ReadBuiltIn();

    /// <summary>The kinds, in the order of the table.</summary>
    public IReadOnlyList<KindCost> Kinds => kinds;

    /// <summary>The name of a model's kind, the same in every culture: the type of the configuration and what its time depends on.</summary>
    public static string KindOf(IRunConfiguration run)
    {
        IEnumerable<object?> parts = run.Kind is ITuple tuple ? Enumerable.Range(0, tuple.Length).Select(i => tuple[i]) : [run.Kind];
        return string.Join(' ', parts.Prepend(run.GetType().Name).Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));
    }

    /// <summary>The kind of a model, or what its pieces make (<see cref="IRunConfiguration.Pieces"/>); null where neither is in the table.</summary>
    public KindCost? Find(IRunConfiguration run) => byName.GetValueOrDefault(KindOf(run))
        ?? (run.Pieces is { } pieces && byName.GetValueOrDefault(pieces.Kind) is { } piece ? piece with { Seconds = piece.Seconds * pieces.Count, Deviation = piece.Deviation * pieces.Count } : null);

    /// <summary>
    /// The expected microseconds of each model and whether its kind is known. A kind that is not known counts as its relative cost says (<see cref="IRunConfiguration.Cost"/>), on the scale of
    /// the known models beside it.
    /// </summary>
    public IReadOnlyList<(long Microseconds, bool IsKnown)> Expect(IReadOnlyList<IRunConfiguration> runs)
    {
        Dictionary<object, KindCost?> found = [];
        List<(IRunConfiguration Run, KindCost? Cost)> models = [.. runs.Select(run => (run, found.TryGetValue((run.GetType(), run.Kind), out KindCost? cost) ? cost : found[(run.GetType(), run.Kind)] = Find(run)))];
        double seconds = models.Sum(model => model.Cost?.Seconds ?? 0), relative = models.Sum(model => model.Cost is null ? 0d : model.Run.Cost);
        double unit = relative > 0 && seconds > 0 ? seconds * 1e6 / relative : Unit;
        return [.. models.Select(model => model.Cost is { } cost ? ((long)Math.Round(cost.Seconds * 1e6), true) : ((long)Math.Round(model.Run.Cost * unit), false))];
    }

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">It is no table of costs.</exception>
    public static CostTable Read(TextReader text)
    {
        using CsvReader csv = new(text, CultureInfo.InvariantCulture);
        try
        {
            return new CostTable([.. csv.WithPlainNumbers().GetRecords<KindCost>()]);
        }
        catch (Exception error) when (error is CsvHelperException or ArgumentException)
        {
            throw new InvalidDataException($"line {csv.Parser?.RawRow}: not a table of costs; expected the columns kind, seconds, deviation, models, source, and each kind once.", error);
        }
    }

    /// <summary>Writes the table.</summary>
    public void Write(TextWriter text)
    {
        using CsvWriter csv = new(text, RecordFormat.Csv, leaveOpen: true);
        csv.WriteRecords(kinds);
    }

    private static CostTable ReadBuiltIn()
    {
        using Stream? stream = typeof(CostTable).Assembly.GetManifestResourceStream("costs.csv");
        using StreamReader text = new(stream!);
        return Read(text);
    }
}
