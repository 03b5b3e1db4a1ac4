namespace RegCls.Studies;

/// <summary>What a part of a study holds.</summary>
/// <param name="Shard">The part.</param>
/// <param name="Models">Number of its models.</param>
/// <param name="Seconds">Expected core-seconds of those whose kind is known.</param>
/// <param name="Unknown">Number of models whose kind nobody measured.</param>
public sealed record ShardWork(StudyShard Shard, int Models, double Seconds, int Unknown);
