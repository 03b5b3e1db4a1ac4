using RegCls.Cli.CommandLine;
using RegCls.Data;
using RegCls.Studies;

namespace RegCls.Cli.StudyRuns;

/// <summary>Studies, profiles and parts as they are typed.</summary>
internal static class StudyNames
{
    /// <summary>The study of a name.</summary>
    /// <param name="name">The name as typed.</param>
    /// <returns>The study.</returns>
    /// <exception cref="UserErrorException">There is none.</exception>
    public static StudyEntry Require(string name) => StudyCatalogue.Find(name) ?? throw new UserErrorException(
        $"'{name}' is no study, expected one of {string.Join(", ", StudyCatalogue.Entries.Select(entry => entry.Name))}; did you mean {NearestName.Find(name, StudyCatalogue.Entries.Select(entry => entry.Name))}?");

    /// <summary>A profile by its name on the command line.</summary>
    /// <param name="profile">The name; one of <see cref="Running.RunProfile.All"/>.</param>
    /// <returns>The profile.</returns>
    public static Profile Profile(string profile) => Enum.Parse<Profile>(profile, ignoreCase: true);

    /// <summary>A profile's name on the command line.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>Its name.</returns>
    public static string Of(Profile profile) => profile.ToString().ToLowerInvariant();

    /// <summary>A part.</summary>
    /// <param name="shard">The part as typed.</param>
    /// <returns>The part.</returns>
    /// <exception cref="UserErrorException">It is not i/n with 1 ≤ i ≤ n.</exception>
    public static StudyShard Shard(string shard) => StudyShard.TryParse(shard) ?? throw new UserErrorException(
        $"--shard is '{shard}', expected i/n with 1 ≤ i ≤ n, such as 2/4 for the second of four parts.");
}
