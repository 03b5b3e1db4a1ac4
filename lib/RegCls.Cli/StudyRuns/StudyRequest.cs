namespace RegCls.Cli.StudyRuns;

/// <summary>What `regcls study run` is asked for.</summary>
/// <param name="Name">The study's name.</param>
/// <param name="Profile">The profile's name.</param>
/// <param name="Output">The file of records; null for the default one.</param>
/// <param name="Shard">Which part, as "i/n"; null for the whole.</param>
/// <param name="Workers">How many models are trained at a time; null for one a core.</param>
/// <param name="TakeFrom">Record files whose records of this study's models are taken over instead of trained again.</param>
/// <param name="DataPath">Where the data of a study that reads some are found; null to let the environment say it.</param>
/// <param name="Plan">A plan that this version must make again; null for none.</param>
/// <param name="Wait">Seconds to wait for another process that writes the same file; null for none.</param>
/// <param name="Pictures">Other pictures or another network.</param>
/// <param name="CheckpointMinutes">How often a training on pictures keeps its state; null for never.</param>
/// <param name="IsConfirmed">Whether a study of days may start.</param>
internal sealed record StudyRequest(string Name, string Profile, string? Output, string? Shard, int? Workers, IReadOnlyList<string> TakeFrom, string? DataPath, string? Plan, int? Wait, PictureRequest Pictures, double? CheckpointMinutes, bool IsConfirmed);
