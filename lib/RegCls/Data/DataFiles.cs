using System.Reflection;

namespace RegCls.Data;

/// <summary>Finds files of the repository's <c>data</c> folder from wherever a notebook or program runs.</summary>
public static class DataFiles
{
    /// <summary>
    /// Full path of a file below <c>data/</c>: looked for in the folders from the current one upwards, then in the source tree this
    /// library was built from.
    /// </summary>
    /// <param name="relative">Path below <c>data/</c>, with forward slashes.</param>
    /// <exception cref="FileNotFoundException">The file is in neither place; the message says where it was looked for.</exception>
    public static string Find(string relative) =>
        TryFind(relative) ?? throw new FileNotFoundException(
            $"data/{relative} was not found in {Directory.GetCurrentDirectory()} or a folder above it, nor in {SourceTree}: run from inside the repository.");

    /// <summary>As <see cref="Find"/>, but null where there is no such file.</summary>
    public static string? TryFind(string relative)
    {
        for (DirectoryInfo? folder = new(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "data", relative);
            if (File.Exists(path))
            {
                return path;
            }
        }

        string source = Path.Combine(SourceTree, "data", relative);
        return File.Exists(source) ? source : null;
    }

    /// <summary>The source tree this library was built from; empty where that is not known.</summary>
    internal static string SourceTree => typeof(DataFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "RepositoryRoot")?.Value ?? "";
}
