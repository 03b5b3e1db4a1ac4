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
    public string Hash => IRunConfiguration.HashOf(FormattableString.Invariant($"own table 1;{Data};{Scheme};{Seed};{Split};{Method};{Trial};{ClassesDrawn};{Hidden};{Steps}"));

    object IRunConfiguration.DataSet => Hash;

    object IRunConfiguration.Network => Hash;

    int IRunConfiguration.Replicas => 1;

    long IRunConfiguration.Cost => 1 + Steps;

    object IRunConfiguration.Kind => Method;
}
