using CsvHelper.Configuration.Attributes;
using RegCls.Data;

namespace RegCls.Studies.Depth;

/// <summary>One entry of the paper's Tab. 2, or of the depth half of Tab. 4: an RMSE on NYUD2-DIR in metres. Entries that are a dash in the paper are left out.</summary>
public sealed record PublishedDepthError
{
    /// <summary>The method, named as the studies' tables name it, such as <c>reg+cls bal. (10 cls)</c>.</summary>
    [Name("method")]
    public required string Method { get; init; }

    /// <summary>How the epoch was chosen: <c>best_val</c> on validation, <c>best_test</c> on the test set itself, which is bad practice.</summary>
    [Name("rule")]
    public required string Rule { get; init; }

    /// <summary><c>all</c>, <c>many</c>, <c>medium</c> or <c>few</c>.</summary>
    [Name("shot")]
    public required string Shot { get; init; }

    /// <summary>RMSE in metres; mean of three seeds where a standard deviation is given.</summary>
    [Name("mean")]
    public required double Mean { get; init; }

    /// <summary>Standard deviation over three seeds; null for numbers the paper takes from others.</summary>
    [Name("standard_deviation")]
    public double? StandardDeviation { get; init; }

    /// <summary>Tab. 2: training on all pixels.</summary>
    /// <param name="path">The file; null for <c>data/published/tab2.csv</c>.</param>
    /// <exception cref="InvalidDataException">The file is not that table.</exception>
    public static IReadOnlyList<PublishedDepthError> Tab2(string? path = null) => Load(path ?? DataFiles.Find("published/tab2.csv"));

    /// <summary>The depth half of Tab. 4: training on balanced pixels.</summary>
    /// <param name="path">The file; null for <c>data/published/tab4-depth.csv</c>.</param>
    /// <exception cref="InvalidDataException">The file is not that table.</exception>
    public static IReadOnlyList<PublishedDepthError> Tab4(string? path = null) => Load(path ?? DataFiles.Find("published/tab4-depth.csv"));

    private static IReadOnlyList<PublishedDepthError> Load(string path) => PublishedTable.Load<PublishedDepthError>(path, "a published depth table", "method, rule, shot, mean, standard_deviation");
}
