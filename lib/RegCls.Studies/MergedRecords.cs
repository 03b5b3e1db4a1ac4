namespace RegCls.Studies;

/// <summary>What joining record files gave.</summary>
/// <param name="Records">The records, each once, in the order of the study.</param>
/// <param name="Duplicates">How many lines repeated a record that was read before.</param>
/// <param name="Studies">The studies all records belong to, the one with the fewest missing models first; at least one.</param>
/// <param name="Shards">Number of parts if the files' names say that they are parts of one split, else null.</param>
public sealed record MergedRecords(IReadOnlyList<IRunRecord> Records, int Duplicates, IReadOnlyList<StudyCoverage> Studies, int? Shards);
