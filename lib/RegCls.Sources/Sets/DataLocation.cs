namespace RegCls.Data.Sets;

/// <summary>Finds a data set on disk: the path that was given, else in the folder that the environment variable REGCLS_DATA names, else in <c>data/</c> of the repository.</summary>
public static class DataLocation
{
    /// <summary>The environment variable with a folder of data sets.</summary>
    public const string Variable = "REGCLS_DATA";

    /// <summary>The path of a data set.</summary>
    /// <param name="name">The data set's name. In a folder, an entry of that name counts first, then one that begins with it, such as <c>UTKFace-64px.tar</c> for <c>utkface</c>; case does not matter.</param>
    /// <param name="given">The path the user gave; null for none.</param>
    /// <exception cref="FileNotFoundException">It is nowhere; the message says where it was looked for.</exception>
    public static string Find(string name, string? given = null)
    {
        if (given is not null)
        {
            return Path.Exists(given) ? Path.GetFullPath(given) : throw new FileNotFoundException($"{given} does not exist; name the folder or file that holds {name}.");
        }

        return TryFind(name) ?? throw new FileNotFoundException(
            $"The data set {name} was not found: {(Folder is { } folder ? $"{folder} ({Variable})" : $"{Variable} is not set")}, and {string.Join(", ", Repository().Distinct().Take(2))} holds no {name}; say where it is with --path or {Variable}.");
    }

    /// <summary>As for its name; where no entry has that, the folder that <see cref="Variable"/> names counts if it holds the data set itself.</summary>
    /// <param name="set">The data set.</param>
    /// <param name="given">The path the user gave; null for none.</param>
    /// <exception cref="FileNotFoundException">It is nowhere; the message says where it was looked for.</exception>
    public static string Find(IDataSet set, string? given = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        return (given is null ? TryFind(set) : null) ?? Find(set.Name, given);
    }

    /// <summary>As <see cref="Find(IDataSet, string)"/> without a given path, but null where there is no such data set.</summary>
    public static string? TryFind(IDataSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        string[] found = [.. Entries(set.Name)];
        return found.FirstOrDefault(set.Holds) ?? found.FirstOrDefault() ?? (Folder is { } folder && set.Holds(folder) ? Path.GetFullPath(folder) : null);
    }

    /// <summary>As <see cref="Find(string, string)"/> without a given path, but null where there is no such data set.</summary>
    public static string? TryFind(string name) => Entries(name).FirstOrDefault();

    private static IEnumerable<string> Entries(string name) => (Folder is { } folder ? Repository().Prepend(folder) : Repository()).SelectMany(place => In(place, name));

    private static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;

    // An entry of that very name first.
    private static IEnumerable<string> In(string folder, string name) => Directory.Exists(folder)
        ? Directory.EnumerateFileSystemEntries(folder).Where(path => Path.GetFileName(path).StartsWith(name, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).OrderByDescending(path => Path.GetFileName(path).Equals(name, StringComparison.OrdinalIgnoreCase))
        : [];

    private static IEnumerable<string> Repository()
    {
        for (DirectoryInfo? folder = new(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RegClsNotebooks.sln")))
            {
                yield return Path.Combine(folder.FullName, "data");
            }
        }

        if (DataFiles.SourceTree.Length > 0)
        {
            yield return Path.Combine(DataFiles.SourceTree, "data");
        }
    }
}
