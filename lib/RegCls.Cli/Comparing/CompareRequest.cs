namespace RegCls.Cli.Comparing;

/// <summary>What `regcls compare` was asked for, in words: nothing of the library is named before its bundle is found.</summary>
/// <param name="File">The table.</param>
/// <param name="Target">The column to predict.</param>
internal sealed record CompareRequest(string File, string Target)
{
    /// <summary>Columns to predict from, as typed; empty for all others.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Columns whose numbers are names, as typed.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Column of groups.</summary>
    public string? Group { get; init; }

    /// <summary>Column of times.</summary>
    public string? Time { get; init; }

    /// <summary><c>comma</c>, <c>point</c>, or null.</summary>
    public string? Decimals { get; init; }

    /// <summary>Numbers of classes.</summary>
    public IReadOnlyList<int> Classes { get; init; } = [];

    /// <summary>The profile's name.</summary>
    public string Profile { get; init; } = "quick";

    /// <summary>Number of splits.</summary>
    public int? Splits { get; init; }

    /// <summary>Number of folds.</summary>
    public int? Folds { get; init; }

    /// <summary>Trials of each search.</summary>
    public int? Trials { get; init; }

    /// <summary>Steps of each training.</summary>
    public int? Steps { get; init; }

    /// <summary>Names all random numbers.</summary>
    public int Seed { get; init; }

    /// <summary>Models at a time.</summary>
    public int? Workers { get; init; }

    /// <summary>The part, as typed.</summary>
    public string? Shard { get; init; }

    /// <summary>The output folder, as typed.</summary>
    public string? Output { get; init; }
}
