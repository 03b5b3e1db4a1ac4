namespace RegCls.Data.Sets;

/// <summary>
/// The rule for paths of tables, relative to a folder. Slashes of either kind, <c>./</c> and a first folder that the disk does not have (the released loaders drop it, whatever its name) make no difference.
/// Where nothing lies there, capitals, composed and decomposed accents, another name of the first folder, and letters outside ASCII behind a number that begins the name and occurs once (an archive unpacked under another code
/// page) are looked past, and that is said. Folders are listed once.
/// </summary>
/// <param name="root">The folder.</param>
internal sealed class DataFolder(string root)
{
    // A data set has a few folders beside its table; more are not looked through for each missing file.
    private const int MostFolders = 24;

    private readonly Dictionary<string, FolderNames?> folders = new(StringComparer.Ordinal);
    private string[]? first;

    /// <summary>The folder.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>Finds a file that a table names.</summary>
    /// <param name="name">The path as the table has it.</param>
    /// <returns>Null where nothing lies there, or several files might be meant.</returns>
    public TablePath? Find(string name)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        string written = Written(name);
        string? rest = Rest(written);
        foreach (string path in rest is null ? [written] : new[] { written, rest })
        {
            string full = Path.GetFullPath(Path.Combine(Root, path));
            if (File.Exists(full))
            {
                return new TablePath(full, null);
            }
        }

        string[] loose = [.. Places(written).Select(Loose).OfType<string>().Distinct(StringComparer.Ordinal).Take(2)];
        return loose.Length == 1 ? new TablePath(loose[0], $"{name} is {Path.GetRelativePath(Root, loose[0]).Replace('\\', '/')} on disk") : null;
    }

    /// <summary>Says where a file that is not there was looked for, and which name there is nearest to it.</summary>
    /// <param name="name">The path as the table has it.</param>
    public string Missing(string name)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            return $"{name} (no file can have such a name)";
        }

        string written = Written(name), file = written[(written.LastIndexOf('/') + 1)..];
        string[] looked = [.. Places(written).Select(place => Path.GetDirectoryName(Path.GetFullPath(Path.Combine(Root, place)))!).Distinct(StringComparer.Ordinal)];
        string[] there = [.. looked.Where(Directory.Exists)];
        (string Name, string Folder)? nearest = there.SelectMany(folder => Names(folder)!.Like(file).Select(near => (Name: near, Folder: folder))).Cast<(string, string)?>().FirstOrDefault();
        string where = there.Length == 0 ? $"there is no folder {looked[0]}" : $"not in {string.Join(" or ", there.Take(3))}";
        return $"{name} ({where}{(nearest is { } near ? $"; nearest is {near.Name}" : "")})";
    }

    /// <summary>A path with slashes of one kind and without <c>./</c> at its beginning.</summary>
    /// <param name="name">The path as the table has it.</param>
    public static string Written(string name)
    {
        string path = name.Trim().Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal))
        {
            path = path[2..].TrimStart('/');
        }

        return path;
    }

    private static string? Rest(string path) => path.IndexOf('/', StringComparison.Ordinal) is > 0 and int slash && slash + 1 < path.Length && !Path.IsPathRooted(path) ? path[(slash + 1)..].TrimStart('/') : null;

    // As it is written; with the first folder dropped, put before it, or exchanged for one that is there.
    private IEnumerable<string> Places(string written)
    {
        string[] ends = Rest(written) is { } rest ? [written, rest] : [written];
        return ends.Concat(First().SelectMany(folder => ends.Select(end => $"{folder}/{end}")));
    }

    private string[] First() => first ??= Directory.Exists(Root) ? [.. Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).Take(MostFolders)] : [];

    // Segment by segment; null where one is not there or might be several.
    private string? Loose(string path)
    {
        if (Path.IsPathRooted(path))
        {
            return null;
        }

        string at = Root;
        string[] segments = [.. path.Split('/').Where(segment => segment.Length > 0 && segment != ".")];
        foreach (string segment in segments)
        {
            if (segment == ".." || Names(at) is not { } names || names.Match(segment) is not { } match)
            {
                return null;
            }

            at = Path.Combine(at, match);
        }

        return File.Exists(at) ? at : null;
    }

    private FolderNames? Names(string folder)
        => folders.TryGetValue(folder, out FolderNames? names) ? names : folders[folder] = Directory.Exists(folder) ? new FolderNames(folder) : null;
}
