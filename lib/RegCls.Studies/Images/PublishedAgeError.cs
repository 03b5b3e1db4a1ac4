using CsvHelper.Configuration.Attributes;
using RegCls.Data;

namespace RegCls.Studies.Images;

/// <summary>One entry of the paper's Tab. 3, or of the age half of Tab. 4: an error on IMDB-WIKI-DIR. Entries that are a dash in the paper are left out.</summary>
public sealed record PublishedAgeError
{
    /// <summary>The method, named as <see cref="Training.Images.ImageMethod.DisplayName"/> names it.</summary>
    [Name("method")]
    public required string Method { get; init; }

    /// <summary><c>mae</c> in years or <c>mse</c> in squared years.</summary>
    [Name("error")]
    public required string Error { get; init; }

    /// <summary><c>all</c>, <c>many</c>, <c>medium</c> or <c>few</c>.</summary>
    [Name("shot")]
    public required string Shot { get; init; }

    /// <summary>The error; mean of three seeds where a standard deviation is given.</summary>
    [Name("mean")]
    public required double Mean { get; init; }

    /// <summary>Standard deviation over three seeds; null for numbers the paper takes from others.</summary>
    [Name("standard_deviation")]
    public double? StandardDeviation { get; init; }

    /// <summary>Tab. 3: training on all samples.</summary>
    /// <param name="path">The file; null for <c>data/published/tab3.csv</c>.</param>
    /// <exception cref="InvalidDataException">The file is not that table.</exception>
    public static IReadOnlyList<PublishedAgeError> Tab3(string? path = null) => Load(path ?? DataFiles.Find("published/tab3.csv"));

    /// <summary>The age half of Tab. 4: training on balanced samples.</summary>
    /// <param name="path">The file; null for <c>data/published/tab4-age.csv</c>.</param>
    /// <exception cref="InvalidDataException">The file is not that table.</exception>
    public static IReadOnlyList<PublishedAgeError> Tab4(string? path = null) => Load(path ?? DataFiles.Find("published/tab4-age.csv"));

    private static IReadOnlyList<PublishedAgeError> Load(string path) => PublishedTable.Load<PublishedAgeError>(path, "a published age table", "method, error, shot, mean, standard_deviation");
}
