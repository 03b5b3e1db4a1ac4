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

    /// <summary>Names of the profiles of studies: those of notebooks, and the paper's.</summary>
    public static IReadOnlyList<string> Profiles { get; } = [.. Running.RunProfile.All, "paper"];

    /// <summary>A profile by its name on the command line.</summary>
    /// <param name="profile">The name; one of <see cref="Profiles"/>.</param>
    /// <returns>The profile.</returns>
    public static Profile Profile(string profile) => Enum.Parse<Profile>(profile, ignoreCase: true);

    /// <summary>A profile's name on the command line.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>Its name.</returns>
    public static string Of(Profile profile) => profile.ToString().ToLowerInvariant();

    /// <summary>What a study answers to what was typed.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="ask">Asks it.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="UserErrorException">The study has no such thing.</exception>
    public static T Asked<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (ArgumentException exception)
        {
            throw new UserErrorException(exception.Message.Split(" (Parameter")[0], exception);
        }
    }

    /// <summary>A part.</summary>
    /// <param name="shard">The part as typed.</param>
    /// <returns>The part.</returns>
    /// <exception cref="UserErrorException">It is not i/n with 1 ≤ i ≤ n.</exception>
    public static StudyShard Shard(string shard) => StudyShard.TryParse(shard) ?? throw new UserErrorException(
        $"--shard is '{shard}', expected i/n with 1 ≤ i ≤ n, such as 2/4 for the second of four parts.");
}
