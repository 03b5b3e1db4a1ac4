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

    /// <summary>Where a site is written unless told otherwise.</summary>
    public string Site => Path.Combine(Root, "site");

    /// <summary>Where exported copies are written unless told otherwise.</summary>
    public string Exports => Path.Combine(Root, "artifacts", "export");

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
