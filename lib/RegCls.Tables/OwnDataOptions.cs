namespace RegCls.Tables;

/// <summary>What of a table is compared on.</summary>
public sealed record OwnDataOptions
{
    /// <summary>Name of the column with the target.</summary>
    public required string Target { get; init; }

    /// <summary>Names of the columns with inputs; null for all but those named otherwise.</summary>
    public IReadOnlyList<string>? Inputs { get; init; }

    /// <summary>Columns whose numbers are names of groups of rows, such as codes.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Column whose rows with equal values stay in one part of a split; null where rows are independent.</summary>
    public string? Group { get; init; }

    /// <summary>Column of numbers or dates: what is later is tested on; null where order does not matter.</summary>
    public string? Time { get; init; }
}
