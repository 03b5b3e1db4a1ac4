namespace RegCls.Studies;

/// <summary>A named grid of models.</summary>
/// <param name="Name">Short name, as in file names and on the command line.</param>
/// <param name="Description">One sentence: what it reproduces.</param>
/// <param name="Profile">How much of it this is.</param>
/// <param name="Configurations">The models, each once.</param>
public sealed record Study(string Name, string Description, Profile Profile, IReadOnlyList<RunConfiguration> Configurations);
