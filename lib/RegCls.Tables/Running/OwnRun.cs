using RegCls.Studies;

namespace RegCls.Tables.Running;

/// <summary>Everything that determines one model of a comparison on a table.</summary>
public sealed record OwnRun : IRunConfiguration
{
    /// <summary>Names the table, <see cref="OwnData.Hash"/>.</summary>
    public required string Data { get; init; }

    /// <summary>How it is split: <c>random</c>, <c>folds 5</c> or <c>time 8</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>Names all random numbers.</summary>
    public required int Seed { get; init; }

    /// <summary>Which split, from 0.</summary>
    public required int Split { get; init; }

    /// <summary>What is fitted.</summary>
    public required OwnMethod Method { get; init; }

    /// <summary>Which trial of the search, from 0.</summary>
    public required int Trial { get; init; }

    /// <summary>Numbers of classes that trials draw from, joined by spaces; empty for a baseline.</summary>
    public required string ClassesDrawn { get; init; }

    /// <summary>Widths of the hidden layers, joined by hyphens; empty for a baseline.</summary>
    public required string Hidden { get; init; }

    /// <summary>Steps of the training, or trees; 0 where there are none.</summary>
    public required int Steps { get; init; }

    /// <inheritdoc/>
    public string Hash => IRunConfiguration.HashOf("own table 1", Columns, this);

    long IRunConfiguration.Cost => 1 + Steps;

    object IRunConfiguration.Kind => Method;

    /// <summary>The columns of a record file left of its key.</summary>
    internal static OwnRun Columns(RecordCells cells, OwnRun? run) => new()
    {
        Data = cells.Text("data", run?.Data),
        Scheme = cells.Text("scheme", run?.Scheme),
        Seed = cells.Integer("seed", run?.Seed),
        Split = cells.Integer("split", run?.Split),
        Method = cells.Name("method", run?.Method),
        Trial = cells.Integer("trial", run?.Trial),
        ClassesDrawn = cells.Text("classes_drawn", run?.ClassesDrawn),
        Hidden = cells.Text("hidden", run?.Hidden),
        Steps = cells.Integer("steps", run?.Steps),
    };
}
