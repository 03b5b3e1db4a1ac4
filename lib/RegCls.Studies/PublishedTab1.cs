using CsvHelper.Configuration.Attributes;
using RegCls.Binning;
using RegCls.Data;

namespace RegCls.Studies;

/// <summary>One entry of the paper's Tab. 1: in how many of 1,200 runs (10 functions, 3 seeds, 5 C, 8 λ) reg+cls has a lower MSE than reg.</summary>
public sealed record PublishedTab1
{
    /// <summary>Sampling: the table's row.</summary>
    [Name("sampling")]
    [EnumIgnoreCase]
    public required Sampling Sampling { get; init; }

    /// <summary>Imbalanced (uniform ranges) or balanced classes.</summary>
    [Name("classes")]
    [EnumIgnoreCase]
    public required ClassDefinition ClassDefinition { get; init; }

    /// <summary>Clean or noisy.</summary>
    [Name("scenario")]
    [EnumIgnoreCase]
    public required ScenarioKind Scenario { get; init; }

    /// <summary>Share of the runs, in percent.</summary>
    [Name("regcls_wins_percent")]
    public required double WinsPercent { get; init; }

    /// <summary>Reads the published table.</summary>
    /// <param name="path">The file; null for <c>data/published/tab1.csv</c>.</param>
    /// <exception cref="InvalidDataException">The file is not that table.</exception>
    public static IReadOnlyList<PublishedTab1> Load(string? path = null) =>
        PublishedTable.Load<PublishedTab1>(path ?? DataFiles.Find("published/tab1.csv"), "the published Tab. 1", "sampling, classes, scenario, regcls_wins_percent");
}
