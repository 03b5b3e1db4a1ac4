namespace RegCls.Cli.DataSets;

/// <summary>What `regcls data check` was asked for.</summary>
/// <param name="Name">The data set's name.</param>
/// <param name="Path">Where it is; null to look for it.</param>
/// <param name="DepthScale">How many stored units of depth are a metre; null for what the environment or the format says.</param>
/// <param name="Sheet">The PNG to write; null for none.</param>
/// <param name="Json">Whether the report is written as JSON.</param>
internal sealed record DataSetRequest(string Name, string? Path, double? DepthScale, string? Sheet, bool Json);
