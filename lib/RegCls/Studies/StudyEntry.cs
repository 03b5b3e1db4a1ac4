namespace RegCls.Studies;

/// <summary>A study that can be run by its name.</summary>
/// <param name="Name">Short name, as in file names and on the command line.</param>
/// <param name="Create">Makes the grid of a profile.</param>
public sealed record StudyEntry(string Name, Func<Profile, Study> Create);
