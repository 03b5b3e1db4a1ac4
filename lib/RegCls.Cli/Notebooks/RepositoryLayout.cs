using System.Reflection;
using RegCls.Cli.CommandLine;

namespace RegCls.Cli.Notebooks;

/// <summary>The folders of the repository the command works in.</summary>
/// <param name="Root">The folder that holds RegClsNotebooks.sln.</param>
internal sealed record RepositoryLayout(string Root)
{
    private const string SolutionFile = "RegClsNotebooks.sln";

    /// <summary>The walkthrough.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>Pages of prose that the site has too.</summary>
    public string Documents => Path.Combine(Root, "data", "pages");

    /// <summary>Where a site is written unless told otherwise.</summary>
    public string Site => Path.Combine(Root, "site");

    /// <summary>Where exported copies are written unless told otherwise.</summary>
    public string Exports => Path.Combine(Root, "artifacts", "export");

    /// <summary>The library with all it needs, as notebooks load it.</summary>
    public string Bundle => Path.Combine(Root, "lib", "RegCls.Interactive", "bundle");

    /// <summary>Where a study's records are written unless told otherwise.</summary>
    /// <param name="study">The study's name.</param>
    /// <param name="profile">The profile's name.</param>
    /// <param name="shard">Which part, as in "2-of-3"; null for the whole.</param>
    /// <returns>A whole full run goes to the committed records, everything else to a folder git ignores.</returns>
    public string Records(string study, string profile, string? shard) => profile == "full" && shard is null
        ? Path.Combine(Root, "data", "recorded", study + ".csv")
        : Path.Combine(Root, "artifacts", "records", shard is null ? $"{study}-{profile}.csv" : $"{study}-{profile}-{shard}.csv");

    /// <summary>Finds the repository from a folder upwards, else where this program was built.</summary>
    /// <param name="currentFolder">The folder to start from.</param>
    /// <returns>The repository.</returns>
    /// <exception cref="UserErrorException">Neither is a repository.</exception>
    public static RepositoryLayout Find(string currentFolder)
    {
        for (var folder = new DirectoryInfo(currentFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, SolutionFile)))
            {
                return new RepositoryLayout(folder.FullName);
            }
        }

        var stamp = typeof(RepositoryLayout).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(metadata => metadata.Key == "RepositoryRoot").Value!;
        return File.Exists(Path.Combine(stamp, SolutionFile))
            ? new RepositoryLayout(Path.TrimEndingDirectorySeparator(stamp))
            : throw new UserErrorException($"No {SolutionFile} was found in {currentFolder} or above it; change into your clone of the repository.");
    }
}
