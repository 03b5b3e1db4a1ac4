using System.Globalization;
using System.Reflection;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.Configuration.Attributes;
using RegCls.Data.Sets;

namespace RegCls.Studies;

/// <summary>How records of one kind stand in a CSV file.</summary>
/// <typeparam name="TRecord">The kind of record.</typeparam>
public abstract class RecordFormat<TRecord>
{
    private protected RecordFormat()
    {
    }

    /// <summary>Names of the columns, in order.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Whether a header is one of these records, be it from before a column was added.</summary>
    /// <param name="header">The first line of a file.</param>
    public abstract bool IsHeader(string header);

    /// <summary>The records of a text with their lines, the header being line 1, and the hash each line states.</summary>
    internal abstract IEnumerable<(TRecord Record, string Hash, int Line)> Read(CsvReader csv);

    /// <summary>Writes the header.</summary>
    internal abstract void WriteHeader(CsvWriter csv);

    /// <summary>Writes a record.</summary>
    internal abstract void Write(CsvWriter csv, TRecord record);

    /// <summary>CSV as record files have it.</summary>
    internal static CsvConfiguration Csv { get; } = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
}

/// <summary>The format whose lines are <typeparamref name="TRow"/>.</summary>
internal sealed class RecordFormat<TRecord, TRow> : RecordFormat<TRecord>
    where TRow : IRecordRow<TRecord, TRow>
{
    public override IReadOnlyList<string> Columns { get; } = [.. typeof(TRow).GetProperties().SelectMany(property => property.GetCustomAttribute<NameAttribute>()?.Names ?? [])];

    private static HashSet<string> Later { get; } = [.. typeof(TRow).GetProperties().Where(property => property.IsDefined(typeof(OptionalAttribute))).SelectMany(property => property.GetCustomAttribute<NameAttribute>()?.Names ?? [])];

    public override bool IsHeader(string header)
    {
        string[] columns = header.Split(',');
        return columns.SequenceEqual(Columns.Where(column => columns.Contains(column) || !Later.Contains(column)));
    }

    internal override IEnumerable<(TRecord Record, string Hash, int Line)> Read(CsvReader csv) => csv.WithPlainNumbers().GetRecords<TRow>().Select(row => (row.ToRecord(), row.Hash, csv.Parser.RawRow));

    internal override void WriteHeader(CsvWriter csv)
    {
        csv.WriteHeader<TRow>();
        csv.NextRecord();
    }

    internal override void Write(CsvWriter csv, TRecord record)
    {
        csv.WriteRecord(TRow.From(record));
        csv.NextRecord();
    }
}
