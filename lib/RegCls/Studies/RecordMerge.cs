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
    public static MergedRecords Merge(IReadOnlyList<string> inputs, string output, IReadOnlyList<Study> known)
    {
        List<RecordFile> files = [.. inputs.Select(input => new RecordFile(input)).DistinctBy(file => file.Path)];
        RecordFile target = new(output);
        if (File.Exists(target.Path) && files.All(file => file.Path != target.Path))
        {
            throw new InvalidDataException($"{target.Path} exists and is not among the files to merge, so its records would be lost: name it among them too, or name another file with --out.");
        }

        List<RecordLine> lines = [.. files.SelectMany(Lines)];
        Dictionary<string, RecordLine> records = Unique(lines);
        List<Study> studies = CommonStudies(lines, known);
        List<StudyCoverage> coverage = [.. studies.Select(study => StudyCoverage.Of(study, records.Values.Select(line => line.Record))).OrderBy(study => study.Missing.Count)];
        RunRecord[] ordered = [.. coverage[0].Study.Configurations.Select(run => run.Hash).Where(records.ContainsKey).Select(hash => records[hash].Record)];
        using (target.Hold())
        {
            target.Replace(ordered);
        }

        return new MergedRecords(ordered, lines.Count - records.Count, coverage, Shards(files));
    }

    private static IReadOnlyList<RecordLine> Lines(RecordFile file)
    {
        if (!File.Exists(file.Path))
        {
            throw new InvalidDataException($"{file.Path} does not exist: name the record files to merge.");
        }

        IReadOnlyList<RecordLine> lines = file.Lines(out int? torn);
        return torn is null
            ? lines
            : throw new InvalidDataException(
                $"{file.Path}, line {torn}: the line has no end, so its run was killed while writing it: run the same `regcls study run` again, which goes on from there, or delete the line.");
    }

    private static Dictionary<string, RecordLine> Unique(IEnumerable<RecordLine> lines)
    {
        Dictionary<string, RecordLine> records = [];
        foreach (RecordLine line in lines)
        {
            if (!records.TryAdd(line.Record.Configuration.Hash, line) && records[line.Record.Configuration.Hash] is RecordLine earlier && !SameNumbers(earlier.Record, line.Record))
            {
                throw new InvalidDataException(
                    $"{line.Place}: other numbers than {earlier.Place} for the same model {line.Record.Configuration.Hash}, which only another kind of processor or version explains: delete the one of the two lines you do not want.");
            }
        }

        return records;
    }

    // To the bit, so that NaN equals NaN. Seconds and version may differ: they are not what the model reached.
    private static bool SameNumbers(RunRecord first, RunRecord second) => Numbers(first).SequenceEqual(Numbers(second));

    private static IEnumerable<long> Numbers(RunRecord record) =>
        new[] { record.TrainMse, record.ValidationMse, record.TestMse, record.ClassAccuracy }.Select(BitConverter.DoubleToInt64Bits);

    private static List<Study> CommonStudies(List<RecordLine> lines, IReadOnlyList<Study> known)
    {
        if (lines.Count == 0)
        {
            throw new InvalidDataException("The files to merge hold no record: name files that `regcls study run` wrote.");
        }

        ILookup<string, Study> owners = known.SelectMany(study => study.Configurations.Select(run => (run.Hash, Study: study))).ToLookup(pair => pair.Hash, pair => pair.Study);
        List<Study> common = [.. known];
        foreach (RecordLine line in lines)
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

    private static int? Shards(IEnumerable<RecordFile> files)
    {
        List<int?> counts = [.. files.Select(file => StudyShard.OfFile(file.Path)?.Count).Distinct()];
        return counts.Count == 1 ? counts[0] : null;
    }
}
