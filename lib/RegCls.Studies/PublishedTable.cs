using System.Globalization;
using CsvHelper;
using RegCls.Data.Sets;

namespace RegCls.Studies;

/// <summary>Reads the CSV files of published numbers.</summary>
internal static class PublishedTable
{
    /// <summary>All rows of a table.</summary>
    /// <typeparam name="T">What a row holds, with CsvHelper's attributes.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="table">What it is, for the message, such as <c>the published Tab. 5</c>.</param>
    /// <param name="columns">Its columns, for the message.</param>
    /// <exception cref="InvalidDataException">The file is not that table.</exception>
    public static IReadOnlyList<T> Load<T>(string path, string table, string columns)
    {
        using StreamReader reader = new(path);
        using CsvReader csv = new(reader, CultureInfo.InvariantCulture);
        try
        {
            return [.. csv.WithPlainNumbers().GetRecords<T>()];
        }
        catch (CsvHelperException error)
        {
            throw new InvalidDataException($"{path}, line {csv.Parser?.RawRow}: not a row of {table}; expected the columns {columns}.", error);
        }
    }
}
