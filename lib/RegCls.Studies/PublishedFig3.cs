using CsvHelper.Configuration.Attributes;
using RegCls.Data;

namespace RegCls.Studies;

/// <summary>One point of the paper's Fig. 3: means over the authors' own 50 final runs (10 functions × 5 seeds).</summary>
public sealed record PublishedFig3
{
    /// <summary>Scenario.</summary>
    [Name("scenario")]
    public required string Scenario { get; init; }

    /// <summary>Sampling.</summary>
    [Name("sampling")]
    [EnumIgnoreCase]
    public required Sampling Sampling { get; init; }

    /// <summary>Number of classes C.</summary>
    [Name("classes")]
    public required int Classes { get; init; }

    /// <summary>Mean test MSE of reg; the authors trained it anew for each C.</summary>
    [Name("reg_mse_mean")]
    public required double Reg { get; init; }

    /// <summary>Mean test MSE of reg+cls.</summary>
    [Name("regcls_mse_mean")]
    public required double RegCls { get; init; }

    /// <summary>Share of the runs in which reg+cls has the lower MSE, in percent.</summary>
    [Name("regcls_wins_percent")]
    public required double WinsPercent { get; init; }

    /// <summary>The kind of <see cref="Scenario"/>.</summary>
    [Ignore]
    public ScenarioKind Kind => Scenario switch
    {
        "clean" => ScenarioKind.Clean,
        "noisy" => ScenarioKind.Noisy,
        _ => ScenarioKind.OutOfDistribution,
    };

    /// <summary>Reads the published means.</summary>
    /// <param name="path">The file; null for <c>data/published/fig3_authors_runs.csv</c>.</param>
    /// <exception cref="InvalidDataException">The file is not that table.</exception>
    public static IReadOnlyList<PublishedFig3> Load(string? path = null) =>
        PublishedTable.Load<PublishedFig3>(path ?? DataFiles.Find("published/fig3_authors_runs.csv"), "the published Fig. 3", "scenario, sampling, classes, reg_mse_mean, regcls_mse_mean, regcls_wins_percent");
}
