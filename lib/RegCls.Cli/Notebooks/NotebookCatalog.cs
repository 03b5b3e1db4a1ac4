using RegCls.Cli.CommandLine;
using RegCls.Data;

namespace RegCls.Cli.Notebooks;

/// <summary>Finds notebooks by path, file name or number.</summary>
/// <param name="notebooksFolder">The folder of the walkthrough.</param>
/// <param name="currentFolder">The folder relative paths start from.</param>
internal sealed class NotebookCatalog(string notebooksFolder, string currentFolder)
{
    /// <summary>All notebooks of the walkthrough in reading order.</summary>
    /// <returns>Absolute paths.</returns>
    public IReadOnlyList<string> All() => Directory.Exists(notebooksFolder)
        ? [.. Directory.EnumerateFiles(notebooksFolder, "*.ipynb").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The notebooks the arguments name; all of them for no arguments.</summary>
    /// <param name="arguments">Paths, file names (with or without extension) or number prefixes such as "02".</param>
    /// <returns>Absolute paths, each once, in the order named.</returns>
    /// <exception cref="UserErrorException">An argument names no notebook, or two would write the same page.</exception>
    public IReadOnlyList<string> Resolve(IReadOnlyList<string> arguments)
    {
        var all = All();
        if (arguments.Count == 0)
        {
            return all.Count > 0 ? all : throw new UserErrorException($"There is no notebook in {notebooksFolder}; name one by its path.");
        }

        string[] paths = [.. arguments.Select(argument => Resolve(argument, all)).Distinct(StringComparer.Ordinal)];
        var clash = paths.GroupBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return clash is null
            ? paths
            : throw new UserErrorException($"{string.Join(" and ", clash)} have the same file name and would overwrite each other's page; run them with different --out.");
    }

    private string Resolve(string argument, IReadOnlyList<string> all)
    {
        var path = Path.GetFullPath(argument, currentFolder);
        if (File.Exists(path))
        {
            return path;
        }

        // A number is compared as a number, so 2 and 02 are the same notebook.
        var isNumber = int.TryParse(argument, out var number);
        var found = all.FirstOrDefault(candidate =>
            Path.GetFileName(candidate).Equals(argument, StringComparison.OrdinalIgnoreCase)
            || Path.GetFileNameWithoutExtension(candidate).Equals(argument, StringComparison.OrdinalIgnoreCase)
            || (isNumber && int.TryParse(Path.GetFileName(candidate).Split('-')[0], out var own) && own == number));
        if (found is not null)
        {
            return found;
        }

        var nearest = NearestName.Find(Path.GetFileName(argument), all.Select(candidate => Path.GetFileName(candidate)));
        var advice = nearest is null ? "give the path of an .ipynb file" : $"did you mean {nearest}?";
        throw new UserErrorException($"The notebook '{argument}' exists neither here nor in {notebooksFolder}; {advice}{(nearest is null ? "." : " (`regcls list` shows all)")}");
    }
}
