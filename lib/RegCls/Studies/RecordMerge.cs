namespace RegCls.Studies;

/// <summary>Joins the record files of one study that was run in parts.</summary>
public static class RecordMerge
{
    /// <summary>Reads the files, checks them against each other and the known studies, and writes one file with every record once.</summary>
    /// <param name="inputs">The files to join.</param>
    /// <param name="output">The file to write; it is replaced only if it is one of the inputs.</param>
    /// <param name="known">Every study a record may come from, as <see cref="StudyCatalogue.All"/>.</param>
    /// <exception cref="InvalidDataException">A file is missing, torn, foreign or contradicts another; the message names file and line. Nothing was written.</exception>
    /// <exception cref="IOException">The output cannot be written, or another process is writing it.</exception>
    /// <typeparam name="TRecord">The kind of records.</typeparam>
    public static MergedRecords Merge<TRecord>(IReadOnlyList<string> inputs, string output, IReadOnlyList<Study> known)
        where TRecord : class, IRunRecord<TRecord>
    {
        List<RecordFile<TRecord>> files = [.. inputs.Select(input => new RecordFile<TRecord>(input)).DistinctBy(file => file.Path)];
        RecordFile<TRecord> target = new(output);
        if (File.Exists(target.Path) && files.All(file => file.Path != target.Path))
        {
            throw new InvalidDataException($"{target.Path} exists and is not among the files to merge, so its records would be lost: name it among them too, or name another file with --out.");
        }

        List<RecordLine<TRecord>> lines = [.. files.SelectMany(Lines)];
        Dictionary<string, RecordLine<TRecord>> records = Unique(lines);
        List<Study> studies = CommonStudies(lines, known);
        List<StudyCoverage> coverage = [.. studies.Select(study => StudyCoverage.Of(study, records.Values.Select(line => line.Record as IRunRecord))).OrderBy(study => study.Missing.Count)];
        TRecord[] ordered = [.. coverage[0].Study.Runs.Select(run => run.Hash).Where(records.ContainsKey).Select(hash => records[hash].Record)];
        using (target.Hold())
        {
            target.Replace(ordered);
        }

        return new MergedRecords(ordered, lines.Count - records.Count, coverage, Shards(files.Select(file => file.Path)));
    }

    private static IReadOnlyList<RecordLine<TRecord>> Lines<TRecord>(RecordFile<TRecord> file)
        where TRecord : class, IRunRecord<TRecord>
    {
        if (!File.Exists(file.Path))
        {
            throw new InvalidDataException($"{file.Path} does not exist: name the record files to merge.");
        }

        IReadOnlyList<RecordLine<TRecord>> lines = file.Lines(out int? torn);
        return torn is null
            ? lines
            : throw new InvalidDataException(
                $"{file.Path}, line {torn}: the line has no end, so its run was killed while writing it: run the same `regcls study run` again, which goes on from there, or delete the line.");
    }

    private static Dictionary<string, RecordLine<TRecord>> Unique<TRecord>(IEnumerable<RecordLine<TRecord>> lines)
        where TRecord : IRunRecord
    {
        Dictionary<string, RecordLine<TRecord>> records = [];
        foreach (RecordLine<TRecord> line in lines)
        {
            if (!records.TryAdd(line.Record.Configuration.Hash, line) && records[line.Record.Configuration.Hash] is RecordLine<TRecord> earlier && !SameNumbers(earlier.Record, line.Record))
            {
                throw new InvalidDataException(
                    $"{line.Place}: other numbers than {earlier.Place} for the same model {line.Record.Configuration.Hash}, which only another kind of processor or version explains: delete the one of the two lines you do not want.");
            }
        }

        return records;
    }

    // To the bit, so that NaN equals NaN. Seconds and version may differ: they are not what the model reached.
    private static bool SameNumbers(IRunRecord first, IRunRecord second) =>
        first.Results.Select(BitConverter.DoubleToInt64Bits).SequenceEqual(second.Results.Select(BitConverter.DoubleToInt64Bits));

    private static List<Study> CommonStudies<TRecord>(List<RecordLine<TRecord>> lines, IReadOnlyList<Study> known)
        where TRecord : IRunRecord
    {
        if (lines.Count == 0)
        {
            throw new InvalidDataException("The files to merge hold no record: name files that `regcls study run` wrote.");
        }

        ILookup<string, Study> owners = known.SelectMany(study => study.Runs.Select(run => (run.Hash, Study: study))).ToLookup(pair => pair.Hash, pair => pair.Study);
        List<Study> common = [.. known];
        foreach (RecordLine<TRecord> line in lines)
        {
            List<Study> own = [.. owners[line.Record.Configuration.Hash]];
            if (own.Count == 0)
            {
                throw new InvalidDataException(
                    $"{line.Place}: the model {line.Record.Configuration.Hash} is in no profile of a known study ({string.Join(", ", known.Select(study => study.Name).Distinct())}): merge it with the version that recorded it, or delete the line.");
            }

            List<Study> left = [.. common.Intersect(own)];
            if (left.Count == 0)
            {
                throw new InvalidDataException(
                    $"{line.Place}: the model {line.Record.Configuration.Hash} is of {Names(own)}, the records before it are of {Names(common)}: merge one study in one profile at a time.");
            }

            common = left;
        }

        return common;
    }

    private static string Names(IEnumerable<Study> studies) => string.Join(" or ", studies.Select(study => $"{study.Name} ({study.Profile.ToString().ToLowerInvariant()})"));

    private static int? Shards(IEnumerable<string> paths)
    {
        List<int?> counts = [.. paths.Select(path => StudyShard.OfFile(path)?.Count).Distinct()];
        return counts.Count == 1 ? counts[0] : null;
    }
}
