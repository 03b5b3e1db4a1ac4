namespace RegCls.Data.Images;

/// <summary>How a table of labelled images is read; the defaults are the tables of IMDB-WIKI-DIR and AgeDB-DIR (Yang et al. 2021).</summary>
public sealed record LabelledCsvOptions
{
    /// <summary>The column with the target.</summary>
    public string LabelColumn { get; init; } = "age";

    /// <summary>The column with the image's path, relative to <see cref="Root"/>.</summary>
    public string PathColumn { get; init; } = "path";

    /// <summary>The column that says train, val or test; null where the table has no split.</summary>
    public string? SplitColumn { get; init; } = "split";

    /// <summary>The folder that paths start from; null for the table's own.</summary>
    public string? Root { get; init; }

    /// <summary>A label below this is impossible.</summary>
    public double Minimum { get; init; }

    /// <summary>A label above this is impossible.</summary>
    public double Maximum { get; init; } = 120;

    /// <summary>What the set is called in reports.</summary>
    public string Title { get; init; } = "Images of a table";
}
