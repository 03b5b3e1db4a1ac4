using RegCls.Data;
using Deedle;

namespace RegCls.Tables.Reading;

/// <summary>A table as it was read: columns with names, all of one length.</summary>
public sealed class OwnTable
{
    /// <summary>A table of columns.</summary>
    /// <param name="source">What messages call it: a file's name, or "the frame".</param>
    /// <param name="columns">At least one column; names differ, lengths are the same.</param>
    /// <param name="lines">The line each row begins or ends at in the file; null where rows have no lines.</param>
    /// <exception cref="InvalidDataException">There is no column, a name is used twice, or lengths differ.</exception>
    public OwnTable(string source, IReadOnlyList<OwnColumn> columns, IReadOnlyList<int>? lines = null)
    {
        Source = source;
        Columns = columns;
        Lines = lines;
        if (columns.Count == 0)
        {
            throw new InvalidDataException($"{source} has no columns: expected a table with a header and rows.");
        }

        if (columns.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InvalidDataException($"{source} has {twice.Count()} columns named '{twice.Key}': give each column a name of its own.");
        }

        if (columns.FirstOrDefault(column => column.Rows != columns[0].Rows) is { } other)
        {
            throw new InvalidDataException($"{source} has {columns[0].Rows} rows in column '{columns[0].Name}' and {other.Rows} in '{other.Name}': expected one length.");
        }
    }

    /// <summary>What messages call the table.</summary>
    public string Source { get; }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<OwnColumn> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => Columns[0].Rows;

    private IReadOnlyList<int>? Lines { get; }

    /// <summary>Sentences about how the file was read that a reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Reads a file of comma- or tab-separated values, packed with gzip or not, or a Parquet file, by the ending of its name.</summary>
    /// <param name="path">The file: <c>.csv</c>, <c>.tsv</c>, <c>.tab</c>, <c>.txt</c>, each also with <c>.gz</c>, or <c>.parquet</c>.</param>
    /// <param name="decimals">What separates decimals; asked about where it matters and is not said.</param>
    /// <exception cref="InvalidDataException">The file is not what its name says; the message says where and what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static OwnTable Read(string path, DecimalMark decimals = DecimalMark.Unsaid)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new InvalidDataException($"{path} is a folder: expected a file of one table, .csv, .tsv, .csv.gz or .parquet.");
        }

        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{path} does not exist{Near(path)}: name a file of one table, .csv, .tsv, .csv.gz or .parquet.");
        }

        return Path.GetExtension(path).ToLowerInvariant() is ".parquet" or ".pq" ? ParquetTable.Read(path) : DelimitedTable.Read(path, decimals);
    }

    /// <summary>The table of a Deedle frame: numbers, words and dates by the type of a column's values; a missing value is an empty cell.</summary>
    /// <typeparam name="TRow">Type of the row keys, which are not used.</typeparam>
    /// <param name="frame">The frame.</param>
    /// <exception cref="InvalidDataException">The frame is empty.</exception>
    public static OwnTable Of<TRow>(Frame<TRow, string> frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new OwnTable("the frame", [.. frame.ColumnKeys.Select(name => CellColumn.Of(name, [.. frame.GetColumn<object>(name).ObservationsAll.Select(pair => pair.Value.HasValue ? pair.Value.Value : null)]))]);
    }

    /// <summary>A column by its name.</summary>
    /// <exception cref="InvalidDataException">There is none of that name; the message offers the nearest.</exception>
    public OwnColumn this[string name] => Columns.FirstOrDefault(column => column.Name == name)
        ?? throw new InvalidDataException($"{Source} has no column '{name}': did you mean '{NearestName.Find(name, Columns.Select(column => column.Name))}'? It has {Listed()}.");

    /// <summary>Where a row stands, for messages: its line, or its number where rows have no lines.</summary>
    /// <param name="row">The row, from 0.</param>
    public string Place(int row) => Lines is null ? $"row {row + 1}" : $"line {Lines[row]}";

    private string Listed()
    {
        const int most = 12;
        string names = string.Join(", ", Columns.Take(most).Select(column => column.Name));
        return Columns.Count > most ? $"{names} and {Columns.Count - most} more" : names;
    }

    private static string Near(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            return string.Empty;
        }

        string? nearest = NearestName.Find(Path.GetFileName(path), Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!));
        return nearest is null ? string.Empty : $"; did you mean {nearest}?";
    }
}
