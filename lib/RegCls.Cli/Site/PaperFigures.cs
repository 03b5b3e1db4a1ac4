using RegCls.Cli.CommandLine;
using RegCls.Cli.Notebooks;

namespace RegCls.Cli.Site;

/// <summary>Which cells show a figure or a table of the paper: <c>figures.csv</c> beside the notebooks.</summary>
internal static class PaperFigures
{
    /// <summary>The file's name.</summary>
    public const string FileName = "figures.csv";

    private const string Header = "notebook,cell,paper";

    /// <summary>Reads what a notebook's cells show.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>The paper's name, such as "Tab. 5 (a)", by the cell's id; empty if there is no such file.</returns>
    /// <exception cref="UserErrorException">The file is damaged.</exception>
    public static IReadOnlyDictionary<string, string> Of(NotebookDocument notebook)
    {
        var path = Path.Combine(notebook.Folder, FileName);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(path))
        {
            return found;
        }

        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var fields = line.Split(',');
            if (number == 1 ? line != Header : fields.Length != 3 || fields.Any(string.IsNullOrWhiteSpace))
            {
                throw new UserErrorException($"{path}, line {number}: '{line}', expected {(number == 1 ? $"the header '{Header}'" : "a notebook's name, a cell's id, and the figure's name in the paper")}.");
            }

            if (number > 1 && fields[0] == notebook.Name && !found.TryAdd(fields[1], fields[2]))
            {
                throw new UserErrorException($"{path}, line {number}: the cell {fields[1]} of {fields[0]} is listed twice; keep one line.");
            }
        }

        return found;
    }
}
