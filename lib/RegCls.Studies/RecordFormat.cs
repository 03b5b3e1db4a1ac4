using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace RegCls.Studies;

/// <summary>CSV as record files have it.</summary>
internal static class RecordFormat
{
    /// <summary>The column of a model's key: what was run stands left of it, what was reached right.</summary>
    public const string HashColumn = "hash";

    public static CsvConfiguration Csv { get; } = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
}

/// <summary>How records of one kind stand in a CSV file, as their <see cref="IRunRecord{TSelf}.Columns"/> say.</summary>
/// <typeparam name="TRecord">The kind of record.</typeparam>
internal static class RecordFormat<TRecord>
    where TRecord : class, IRunRecord<TRecord>
{
    private static readonly (IReadOnlyList<string> All, IReadOnlySet<string> Later) Names = RecordCells.Names<TRecord>(TRecord.Columns);

    /// <summary>Names of the columns, in order.</summary>
    public static IReadOnlyList<string> Columns => Names.All;

    /// <summary>Whether a header is one of these records, be it from before a column was added.</summary>
    /// <param name="header">The first line of a file.</param>
    public static bool IsHeader(string header)
    {
        string[] columns = header.Split(',');
        return columns.SequenceEqual(Columns.Where(column => columns.Contains(column) || !Names.Later.Contains(column)));
    }

    /// <summary>The records of a text with their lines, the header being line 1, and the hash each line states.</summary>
    /// <exception cref="FormatException">A column is missing or a number is none.</exception>
    public static IEnumerable<(TRecord Record, string Hash, int Line)> Read(CsvReader csv)
    {
        if (!csv.Read())
        {
            yield break;
        }

        csv.ReadHeader();
        HashSet<string> header = [.. csv.HeaderRecord!];
        if (Columns.FirstOrDefault(column => !header.Contains(column) && !Names.Later.Contains(column)) is { } missing)
        {
            throw new FormatException($"The column {missing} is missing.");
        }

        while (csv.Read())
        {
            TRecord record = RecordCells.Read<TRecord>(TRecord.Columns, (column, isLater) => isLater && !header.Contains(column) ? null : csv.GetField(column));
            yield return (record, csv.GetField(RecordFormat.HashColumn)!, csv.Parser.RawRow);
        }
    }

    /// <summary>Writes the header.</summary>
    public static void WriteHeader(CsvWriter csv) => Write(csv, Columns);

    /// <summary>Writes a record.</summary>
    public static void Write(CsvWriter csv, TRecord record) => Write(csv, RecordCells.Write(TRecord.Columns, record));

    private static void Write(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (string cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
