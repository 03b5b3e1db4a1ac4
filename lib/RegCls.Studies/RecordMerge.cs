namespace RegCls.Studies;

/// <summary>Joins the record files of one study that was run in parts.</summary>
public static class RecordMerge
{
    /// <summary>Reads the files, checks them against each other and the known studies, and writes one file with every record once.</summary>
    /// <param name="inputs">The files to join.</param>
    /// <param name="output">The file to write; it is replaced only if it is one of the inputs.</param>
    /// <param name="known">Every study a record may come from,: the whole catalogue.</param>
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

    /// <summary>
    /// Reads the files of a study's parts in a folder, checks them against each other and the study and, if no model is missing, writes one file with every record once. A file that is there
    /// already takes part, so that merging again changes nothing.
    /// </summary>
    /// <param name="study">The study, whole.</param>
    /// <param name="shards">Number of parts it was cut into.</param>
    /// <param name="folder">Where the files are, named as <see cref="StudyShard.FileName"/> says; parts without a file are missing.</param>
    /// <param name="output">The file to write; it is not touched where models are missing.</param>
    /// <exception cref="InvalidDataException">There is no file at all, or one is torn, foreign, of another split, or contradicts another; the message names file and line. Nothing was written.</exception>
    /// <exception cref="IOException">The output cannot be written, or another process is writing it.</exception>
    /// <typeparam name="TRecord">The kind of records.</typeparam>
    public static MergedRecords MergeParts<TRecord>(Study study, int shards, string folder, string output)
        where TRecord : class, IRunRecord<TRecord>
    {
        string[] names = [.. Enumerable.Range(1, shards).Select(index => Path.Combine(Path.GetFullPath(folder), new StudyShard(index, shards).FileName(study)))];
        string start = $"{study.Name}-{study.Profile.ToString().ToLowerInvariant()}-";
        string[] others = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, start + "*.csv").Where(file => StudyShard.OfFile(file) is { } part && part.Count != shards && Path.GetFileName(file) == part.FileName(study)).Order(StringComparer.Ordinal)] : [];
        if (others.Length > 0)
        {
            throw new InvalidDataException($"{others[0]} is a part of another split than into {shards}: merge with --shards {StudyShard.OfFile(others[0])!.Count}, move it away, or name the files to merge one by one.");
        }

        RecordFile<TRecord> target = new(output);
        string[] inputs = [.. names.Append(target.Path).Distinct().Where(File.Exists)];
        if (!names.Any(File.Exists))
        {
            throw new InvalidDataException($"{folder} holds no part of {study.Name} ({study.Profile.ToString().ToLowerInvariant()}) in {shards}: expected files such as {Path.GetFileName(names[0])}, which `regcls study run {study.Name} --shard 1/{shards} --out {folder}` writes.");
        }

        List<RecordLine<TRecord>> lines = [.. inputs.Select(input => new RecordFile<TRecord>(input)).SelectMany(Lines)];
        Dictionary<string, RecordLine<TRecord>> records = Unique(lines);
        HashSet<string> own = [.. study.Runs.Select(run => run.Hash)];
        if (lines.Find(line => !own.Contains(line.Record.Configuration.Hash)) is { } foreign)
        {
            throw new InvalidDataException($"{foreign.Place}: the model {foreign.Record.Configuration.Hash} is none of {study.Name} ({study.Profile.ToString().ToLowerInvariant()}): move the file away if it is of another study or version, or delete the line.");
        }

        StudyCoverage coverage = StudyCoverage.Of(study, records.Values.Select(line => line.Record as IRunRecord));
        TRecord[] ordered = [.. study.Runs.Select(run => run.Hash).Where(records.ContainsKey).Select(hash => records[hash].Record)];
        if (coverage.Missing.Count == 0)
        {
            using IDisposable claim = target.Hold();
            target.Replace(ordered);
        }

        return new MergedRecords(ordered, lines.Count - records.Count, [coverage], shards);
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

    private static Dictionary<string, RecordLine<TRecord>> Unique<TRecord>(IReadOnlyList<RecordLine<TRecord>> lines)
        where TRecord : IRunRecord
    {
        RecordedData.RequireOne(lines);
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
