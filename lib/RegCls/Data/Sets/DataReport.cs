namespace RegCls.Data.Sets;

/// <summary>What a data set on disk holds, and what a training would leave out of it.</summary>
public sealed record DataReport
{
    /// <summary>Which data set, read from where.</summary>
    public required string Source { get; init; }

    /// <summary>How many samples can be used.</summary>
    public required int Usable { get; init; }

    /// <summary>Sizes and other facts, each a name and a value.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>How many usable samples are in each part: train, validation, test.</summary>
    public IReadOnlyList<(string Name, int Count)> Splits { get; init; } = [];

    /// <summary>Where the parts come from: the data set's own file, or a rule.</summary>
    public string SplitRule { get; init; } = "";

    /// <summary>Counts by range of labels, in rising order; ranges are named.</summary>
    public IReadOnlyList<(string Range, long Count)> Histogram { get; init; } = [];

    /// <summary>What was met on the way.</summary>
    public IReadOnlyList<ProblemSummary> Problems { get; init; } = [];

    /// <summary>How many samples are skipped.</summary>
    public int Skipped => Problems.Where(problem => problem.Kind.LosesSamples()).Sum(problem => problem.Count);
}
