using System.Globalization;
using System.Text;
using CsvHelper;

namespace RegCls.Studies;

/// <summary>
/// Records of a study in one append-only CSV file, a line a model. A line is written with one call and flushed; a line without its line end
/// (the process was killed while writing it) does not count and is cut off when the file is opened for writing.
/// </summary>
public sealed class RecordFile
{
    private readonly Lock gate = new();

    /// <summary>Names the file; it is created with the first record.</summary>
    public RecordFile(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>All whole records; none if there is no file. A record that stands twice counts once.</summary>
    /// <exception cref="InvalidDataException">A line is not a record, or its hash is not that of its configuration.</exception>
    public IReadOnlyList<RunRecord> Read()
    {
        if (!File.Exists(Path))
        {
            return [];
        }

        string text = File.ReadAllText(Path);
        using StringReader whole = new(text[..(text.LastIndexOf('\n') + 1)]);
        using CsvReader csv = new(whole, CultureInfo.InvariantCulture);
        Dictionary<string, RunRecord> records = [];
        try
        {
            foreach (RecordRow row in csv.GetRecords<RecordRow>())
            {
                RunRecord record = row.ToRecord();
                if (record.Configuration.Hash != row.Hash)
                {
                    throw new InvalidDataException(
                        $"{Path}, line {csv.Parser.RawRow}: the hash {row.Hash} is not that of its configuration ({record.Configuration.Hash}), so the line was edited or comes from another version: delete it to run that model again.");
                }

                records.TryAdd(row.Hash, record);
            }
        }
        catch (Exception error) when (error is CsvHelperException or FormatException or ArgumentException)
        {
            throw new InvalidDataException(
                $"{Path}, line {csv.Parser?.RawRow}: not a record of a study; expected the columns {string.Join(", ", Header)}: delete the line to run that model again.", error);
        }

        return [.. records.Values];
    }

    /// <summary>Appends one record; safe to call from several threads of one process.</summary>
    public void Append(RunRecord record)
    {
        lock (gate)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            using FileStream stream = new(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            CutTornLine(stream);
            stream.Seek(0, SeekOrigin.End);
            stream.Write(Encoding.UTF8.GetBytes(Line(record, withHeader: stream.Length == 0)));
            stream.Flush(flushToDisk: true);
        }
    }

    private static string[] Header => [.. typeof(RecordRow).GetProperties().SelectMany(property => property.GetCustomAttributes(typeof(CsvHelper.Configuration.Attributes.NameAttribute), false).Cast<CsvHelper.Configuration.Attributes.NameAttribute>().SelectMany(name => name.Names))];

    private static string Line(RunRecord record, bool withHeader)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (CsvWriter csv = new(text, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            if (withHeader)
            {
                csv.WriteHeader<RecordRow>();
                csv.NextRecord();
            }

            csv.WriteRecord(RecordRow.From(record));
            csv.NextRecord();
        }

        return text.ToString();
    }

    private static void CutTornLine(FileStream stream)
    {
        long end = stream.Length;
        while (end > 0)
        {
            stream.Seek(end - 1, SeekOrigin.Begin);
            if (stream.ReadByte() == '\n')
            {
                break;
            }

            end--;
        }

        stream.SetLength(end);
    }
}
