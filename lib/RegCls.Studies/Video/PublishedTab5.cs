using CsvHelper.Configuration.Attributes;

using RegCls.Data;
namespace RegCls.Studies.Video;

/// <summary>One entry of the paper's Tab. 5, or of the authors' later numbers.</summary>
public sealed record PublishedTab5
{
    /// <summary><c>paper</c> or <c>later</c>.</summary>
    [Name("source")]
    public required string Source { get; init; }

    /// <summary><c>percent</c> (Tab. 5 a) or <c>frames</c> (Tab. 5 b).</summary>
    [Name("unit")]
    public required string Unit { get; init; }

    /// <summary>The arm, as <see cref="VideoArmExtensions.DisplayName"/> names it.</summary>
    [Name("arm")]
    public required string Arm { get; init; }

    /// <summary>The split, 1 to 4.</summary>
    [Name("split")]
    public required int Split { get; init; }

    /// <summary>Mean RMSE over the ten tasks.</summary>
    [Name("mean")]
    public required double Mean { get; init; }

    /// <summary>Standard deviation over the ten tasks; null where none is given.</summary>
    [Name("standard_deviation")]
    public double? StandardDeviation { get; init; }

    /// <summary>Reads the published table.</summary>
    /// <param name="path">The file; null for <c>data/published/tab5.csv</c>.</param>
    /// <exception cref="InvalidDataException">The file is not that table.</exception>
    public static IReadOnlyList<PublishedTab5> Load(string? path = null) =>
        PublishedTable.Load<PublishedTab5>(path ?? DataFiles.Find("published/tab5.csv"), "the published Tab. 5", "source, unit, arm, split, mean, standard_deviation");
}
