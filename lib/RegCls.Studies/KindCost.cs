using CsvHelper.Configuration.Attributes;

namespace RegCls.Studies;

/// <summary>What a model of one kind takes on one core: a line of <c>data/costs.csv</c>.</summary>
public sealed record KindCost
{
    /// <summary>The kind, as <see cref="CostTable.KindOf"/> names it.</summary>
    [Name("kind")]
    public required string Kind { get; init; }

    /// <summary>Mean seconds a model.</summary>
    [Name("seconds")]
    public required double Seconds { get; init; }

    /// <summary>Standard deviation over models, in seconds.</summary>
    [Name("deviation")]
    public required double Deviation { get; init; }

    /// <summary>Number of models it is the mean of.</summary>
    [Name("models")]
    public required int Models { get; init; }

    /// <summary><see cref="Measured"/> or <see cref="Recorded"/>.</summary>
    [Name("source")]
    public required string Source { get; init; }

    /// <summary>Processor time of a process that trained these models alone on one thread, data included: hardly touched by what else the machine does.</summary>
    public const string Measured = "measured";

    /// <summary>The <c>seconds</c> of recorded runs, wall-clock: too high where the machine was busy.</summary>
    public const string Recorded = "recorded";
}
