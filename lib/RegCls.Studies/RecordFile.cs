using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;
using RegCls.Data.Sets;

namespace RegCls.Studies;

/// <summary>
/// Records of a study in one append-only CSV file, a line a model. A line is written with one call and flushed; a line without its line end
/// (the process was killed while writing it) does not count and is cut off when the file is opened for writing.
/// </summary>
/// <remarks>
/// Several threads and several processes may append to one file: each append has the file to itself, and readers wait for its end, so lines are
/// never mixed or half read. Processes that train the same study into one file would only do the same work twice; <see cref="Hold"/> tells them.
/// </remarks>
/// <typeparam name="TRecord">The kind of records.</typeparam>
public sealed class RecordFile<TRecord>
    where TRecord : class, IRunRecord<TRecord>
{
    // An append takes milliseconds; who waits longer waits for something else than an append.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Lock gate = new();
    private bool renewed;

    /// <summary>Names the file; it is created with the first record.</summary>
    public RecordFile(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>All whole records; none if there is no file. A record that stands twice counts once.</summary>
    /// <exception cref="InvalidDataException">A line is not a record, or its hash is not that of its configuration.</exception>
    public IReadOnlyList<TRecord> Read() => [.. Lines(out _).Select(line => line.Record).DistinctBy(record => record.Configuration.Hash)];

    /// <summary>Appends one record; safe to call from several threads and processes.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(TRecord record) => Append([record]);

    /// <summary>Appends records, all or, if the process is killed, the first of them.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(IReadOnlyList<TRecord> records)
    {
        lock (gate)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            Renew();
            // Alone in the file: another process must neither cut off a line that is being written nor write at the same place.
            using FileStream stream = Open(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            CutTornLine(stream);
            stream.Seek(0, SeekOrigin.End);
            stream.Write(Encoding.UTF8.GetBytes(Text(records, withHeader: stream.Length == 0)));
            stream.Flush(flushToDisk: true);
        }
    }

    /// <summary>
    /// Claims the file for a whole run, so that no second process trains the same models into it. The claim is a lock on an empty file beside
    /// it (<c>….csv.lock</c>, which stays), not the file's being there: the system gives it up with the process, however that ends, so there are no stale ones. Local disks
    /// and NFS keep it between machines too; where the file system keeps no locks the claim is refused, not taken for granted.
    /// </summary>
    /// <param name="patience">How long to wait for another process that has claimed it; not at all if null.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>Dispose to give the file up.</returns>
    /// <exception cref="IOException">Another process has claimed it, the folder cannot be written, or its file system keeps no locks; the message says which.</exception>
    /// <exception cref="OperationCanceledException">The waiting was cancelled.</exception>
    public IDisposable Hold(TimeSpan? patience = null, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return Kept(OpenLock());
            }
            catch (IOException error) when (IsShared(error))
            {
                if (waited.Elapsed >= (patience ?? TimeSpan.Zero))
                {
                    throw new IOException($"{Path} is being written by another process: wait for its end or stop it, or give each process a file and a part of the study of its own (--shard).", error);
                }

                cancellation.WaitHandle.WaitOne(200);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>All whole records with their lines, repeated ones included.</summary>
    /// <param name="torn">The number of a last line without its line end; null where there is none.</param>
    /// <exception cref="InvalidDataException">As <see cref="Read"/>.</exception>
    internal IReadOnlyList<RecordLine<TRecord>> Lines(out int? torn)
    {
        string text = ReadText();
        int end = text.LastIndexOf('\n') + 1;
        torn = end == text.Length ? null : text.AsSpan(0, end).Count('\n') + 1;
        using StringReader whole = new(text[..end]);
        using CsvReader csv = new(whole, RecordFormat.Csv);
        List<RecordLine<TRecord>> lines = [];
        try
        {
            foreach ((TRecord record, string hash, int number) in RecordFormat<TRecord>.Read(csv))
            {
                RecordLine<TRecord> line = new(Path, number, record);
                if (record.Configuration.Hash != hash)
                {
                    throw new InvalidDataException(
                        $"{line.Place}: the hash {hash} is not that of its configuration ({record.Configuration.Hash}), so the line was edited or comes from another version: delete it to run that model again.");
                }

                lines.Add(line);
            }
        }
        catch (UnknownSettingException error)
        {
            throw new InvalidDataException($"{Path}, line {csv.Parser?.RawRow}: {error.Message}, so the line was edited or comes from another version: delete it to run that model again.", error);
        }
        catch (Exception error) when (error is CsvHelperException or FormatException or ArgumentException)
        {
            throw new InvalidDataException(
                $"{Path}, line {csv.Parser?.RawRow}: not a record of a study; expected the columns {string.Join(", ", RecordFormat<TRecord>.Columns)}: delete the line to run that model again.", error);
        }

        return lines;
    }

    /// <summary>Writes the file anew with these records: it is either the old or the new one, whenever the process ends.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal void Replace(IEnumerable<TRecord> records) => CacheFiles.Write(Path, temporary =>
    {
        using FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(Encoding.UTF8.GetBytes(Text(records, withHeader: true)));
        stream.Flush(flushToDisk: true);
    });

    // A file from before a column was added is written anew before it grows, so that all of its lines have the columns of its header.
    private void Renew()
    {
        if (renewed || !File.Exists(Path))
        {
            return;
        }

        string text = ReadText(), header = text[..Math.Max(text.IndexOf('\n', StringComparison.Ordinal), 0)].TrimEnd('\r');
        if (header != string.Join(',', RecordFormat<TRecord>.Columns) && RecordFormat<TRecord>.IsHeader(header))
        {
            Replace(Lines(out _).Select(line => line.Record));
        }

        renewed = true;
    }

    private static string Text(IEnumerable<TRecord> records, bool withHeader)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (CsvWriter csv = new(text, RecordFormat.Csv))
        {
            if (withHeader)
            {
                RecordFormat<TRecord>.WriteHeader(csv);
            }

            foreach (TRecord record in records)
            {
                RecordFormat<TRecord>.Write(csv, record);
            }
        }

        return text.ToString();
    }

    private string ReadText()
    {
        if (!File.Exists(Path))
        {
            return "";
        }

        using StreamReader reader = new(Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    private FileStream Open(FileMode mode, FileAccess access, FileShare share)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(Path, mode, access, share);
            }
            catch (IOException error) when (IsShared(error) && waited.Elapsed < Patience)
            {
                Thread.Sleep(5);
            }
        }
    }

    private FileStream OpenLock() => new(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);

    // A lock that does not keep its own process out keeps nobody out: some shared file systems are mounted without locks.
    private FileStream Kept(FileStream claim)
    {
        try
        {
            OpenLock().Dispose();
        }
        catch (IOException error) when (IsShared(error))
        {
            return claim;
        }

        claim.Dispose();
        throw new IOException($"{System.IO.Path.GetDirectoryName(Path)} is on a file system that keeps no locks, so two processes could write one file: mount it with locks (Lustre: -o flock), unset DOTNET_SYSTEM_IO_DISABLEFILELOCKING, or name another folder with --out.");
    }

    // EWOULDBLOCK of Linux, of macOS, and Windows' ERROR_SHARING_VIOLATION: there is no exception type of its own for a file another has open.
    private static bool IsShared(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);

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
