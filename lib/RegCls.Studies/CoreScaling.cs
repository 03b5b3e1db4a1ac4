using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration.Attributes;
using RegCls.Data.Sets;

namespace RegCls.Studies;

/// <summary>How much longer a model takes where other cores train too: a line of <c>data/cores.csv</c>.</summary>
public sealed record CoreScaling
{
    /// <summary>Number of cores that train.</summary>
    [Name("cores")]
    public required int Cores { get; init; }

    /// <summary>Seconds a model with all of them training, over seconds with one: the median of the repeats.</summary>
    [Name("slowdown")]
    public required double Slowdown { get; init; }

    /// <summary>The lowest of the repeats.</summary>
    [Name("lowest")]
    public required double Lowest { get; init; }

    /// <summary>The highest of the repeats.</summary>
    [Name("highest")]
    public required double Highest { get; init; }

    /// <summary>How often both were measured, in turn.</summary>
    [Name("repeats")]
    public required int Repeats { get; init; }

    /// <summary>What was measured, as the library was built; each number of cores once, in ascending order.</summary>
    public static IReadOnlyList<CoreScaling> BuiltIn { get; } = ReadBuiltIn();

    /// <summary>The slowdown with that many cores: of the nearest measured number below or equal; 1 for one core.</summary>
    public static double Of(int cores) => BuiltIn.LastOrDefault(measured => measured.Cores <= cores)?.Slowdown ?? 1;

    private static CoreScaling[] ReadBuiltIn()
    {
        using Stream? stream = typeof(CoreScaling).Assembly.GetManifestResourceStream("cores.csv");
        using CsvReader csv = new(new StreamReader(stream!), CultureInfo.InvariantCulture);
        return [.. csv.WithPlainNumbers().GetRecords<CoreScaling>().OrderBy(measured => measured.Cores)];
    }
}
