namespace RegCls.Data.Sets;

/// <summary>What a data set on disk holds, what a training would leave out of it, and whether it can be trained on at all.</summary>
public sealed record DataReport
{
    /// <summary>How many samples <see cref="Samples"/> holds at most.</summary>
    public const int MostSamples = 12;

    /// <summary>Which data set, read from where.</summary>
    public required string Source { get; init; }

    /// <summary>What became of everything that was found.</summary>
    public required Accounting Accounting { get; init; }

    /// <summary>Sizes and other facts, each a name and a value.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>Each part: train, validation, test.</summary>
    public IReadOnlyList<PartReport> Parts { get; init; } = [];

    /// <summary>Where the parts come from: the data set's own file, or a rule.</summary>
    public string SplitRule { get; init; } = "";

    /// <summary>Counts by range of labels, in rising order; ranges are named.</summary>
    public IReadOnlyList<(string Range, long Count)> Histogram { get; init; } = [];

    /// <summary>Why a training would refuse the data set, a sentence each; empty where it would not.</summary>
    public IReadOnlyList<string> Refusals { get; init; } = [];

    /// <summary>A few samples to look at, spread over the set.</summary>
    public IReadOnlyList<SampleView> Samples { get; init; } = [];

    /// <summary>How many samples can be used.</summary>
    public int Usable => Accounting.Used;

    /// <summary>How many samples are skipped.</summary>
    public int Skipped => Accounting.LeftOut;

    /// <summary>What was met on the way.</summary>
    public IReadOnlyList<ProblemSummary> Problems => Accounting.Problems;
}
