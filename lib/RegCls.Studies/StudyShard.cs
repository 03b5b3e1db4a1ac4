using System.Globalization;
using System.Text.RegularExpressions;

namespace RegCls.Studies;

/// <summary>
/// One of several parts of a study that are run apart, on one machine or on several. The parts are disjoint, make up the grid, and depend on
/// the grid's models and the library's table of costs alone: not on their order, on the machine, or on what is recorded.
/// </summary>
public sealed partial record StudyShard
{
    /// <summary>Names a part.</summary>
    /// <param name="index">Which part, 1 to <paramref name="count"/>.</param>
    /// <param name="count">Number of parts.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 ≤ index ≤ count.</exception>
    public StudyShard(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, count);
        Index = index;
        Count = count;
    }

    /// <summary>Which part, from 1.</summary>
    public int Index { get; }

    /// <summary>Number of parts.</summary>
    public int Count { get; }

    /// <summary>The part as it stands in file names: <c>2-of-3</c>.</summary>
    public string Suffix => string.Create(CultureInfo.InvariantCulture, $"{Index}-of-{Count}");

    /// <summary>The file of a study's part: <c>fig3-full-2-of-3.csv</c>.</summary>
    public string FileName(Study study) => $"{study.Name}-{study.Profile.ToString().ToLowerInvariant()}-{Suffix}.csv";

    /// <summary>Reads <c>2/3</c>; null where it is not that or not 1 ≤ i ≤ n.</summary>
    public static StudyShard? TryParse(string text) => From(CommandLineForm().Match(text));

    /// <summary>The part that a file's name tells, as in <c>fig3-full-2-of-3.csv</c>; null where it tells none.</summary>
    public static StudyShard? OfFile(string path) => From(FileForm().Match(Path.GetFileName(path)));

    /// <summary>
    /// The models of this part, in the order of the study. The parts cost the same, as far as the measured seconds tell (<see cref="CostTable"/>): the dearest pieces are dealt first, each to the
    /// part with the least cost so far. A piece is a data set with all its models or, where that would be uneven, the models that are trained together.
    /// </summary>
    public Study<TRun> Of<TRun>(Study<TRun> study)
        where TRun : class, IRunConfiguration => study with { Configurations = [.. Of(study.Configurations)] };

    /// <summary>The models of this part, as <see cref="Of{TRun}(Study{TRun})"/>.</summary>
    internal IEnumerable<TRun> Of<TRun>(IReadOnlyList<TRun> runs)
        where TRun : class, IRunConfiguration
    {
        IReadOnlyDictionary<string, int> parts = StudySplit.Of(runs, Count, CostTable.BuiltIn);
        return runs.Where(run => parts[run.Hash] == Index - 1);
    }

    private static StudyShard? From(Match match) =>
        match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && int.TryParse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && index >= 1 && index <= count
            ? new StudyShard(index, count)
            : null;

    [GeneratedRegex(@"^([0-9]+)/([0-9]+)$")]
    private static partial Regex CommandLineForm();

    [GeneratedRegex(@"-([0-9]+)-of-([0-9]+)\.csv$")]
    private static partial Regex FileForm();
}
