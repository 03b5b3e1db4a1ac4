namespace RegCls.Studies;

/// <summary>A study, or a part of one, together with the file of its records.</summary>
public abstract class StudySession
{
    private protected StudySession()
    {
    }

    /// <summary>The study or its part.</summary>
    public abstract Study Study { get; }

    /// <summary>Full path of the file.</summary>
    public abstract string Path { get; }

    /// <summary>All whole records of the file, also those of other studies.</summary>
    /// <exception cref="InvalidDataException">A line is not a record.</exception>
    public abstract IReadOnlyList<IRunRecord> Read();

    /// <summary>As <see cref="RecordFile{TRecord}.Hold"/>.</summary>
    /// <exception cref="IOException">Another process has claimed the file.</exception>
    public abstract IDisposable Hold(TimeSpan? patience = null, CancellationToken cancellation = default);

    /// <summary>Takes over records of models of this study that it does not have yet. Those that name their data are compared with the data first, unless these are not on this machine.</summary>
    /// <param name="source">A file of records of the same kind.</param>
    /// <param name="options">Where the data are.</param>
    /// <returns>How many were taken over.</returns>
    /// <exception cref="InvalidDataException">A file holds something else, or a model was trained on other data; nothing was taken over.</exception>
    /// <exception cref="IOException">The file of this study cannot be written, or another process is writing it.</exception>
    public abstract int TakeOver(string source, StudyRunOptions options);

    /// <summary>Compares the recorded models of this study that name their data with the data; reads them only where there are such models.</summary>
    /// <param name="options">Where the data are.</param>
    /// <returns>False where the data are not on this machine, so that nothing was compared.</returns>
    /// <exception cref="InvalidDataException">A model was trained on other data.</exception>
    public abstract bool RequireSameData(StudyRunOptions options);

    /// <summary>Trains what is not recorded yet.</summary>
    /// <exception cref="InvalidDataException">The file or the data are something else than expected.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public abstract void Run(StudyRunOptions options);
}

/// <summary>A session with models of one kind.</summary>
internal sealed class StudySession<TRun, TRecord>(Study<TRun> study, RecordFile<TRecord> file, Func<Study<TRun>, RecordFile<TRecord>?, StudyRunOptions, IReadOnlyList<TRecord>> train) : StudySession
    where TRun : class, IRunConfiguration
    where TRecord : class, IRunRecord<TRecord>
{
    public override Study Study => study;

    public override string Path => file.Path;

    public override IReadOnlyList<IRunRecord> Read() => file.Read();

    public override IDisposable Hold(TimeSpan? patience = null, CancellationToken cancellation = default) => file.Hold(patience, cancellation);

    public override int TakeOver(string source, StudyRunOptions options)
    {
        HashSet<string> missing = [.. StudyCoverage.Of(study, file.Read()).Missing.Select(run => run.Hash)];
        List<TRecord> known = [.. new RecordFile<TRecord>(source).Read().Where(record => missing.Contains(record.Configuration.Hash))];
        if (known.Count > 0)
        {
            RecordedData.RequireOne([.. file.Lines(out _), .. new RecordFile<TRecord>(source).Lines(out _).Where(line => missing.Contains(line.Record.Configuration.Hash))]);
            RequireSameData(new RecordFile<TRecord>(source), known, options);
            using IDisposable claim = file.Hold();
            file.Append(known);
        }

        return known.Count;
    }

    public override bool RequireSameData(StudyRunOptions options) => RequireSameData(file, file.Read(), options);

    public override void Run(StudyRunOptions options) => train(study, file, options);

    // Training what is recorded trains nothing, but compares.
    private bool RequireSameData(RecordFile<TRecord> records, IReadOnlyList<TRecord> known, StudyRunOptions options)
    {
        HashSet<string> named = [.. known.Where(record => record.DataHash.Length > 0).Select(record => record.Configuration.Hash)];
        TRun[] runs = [.. study.Configurations.Where(run => named.Contains(run.Hash))];
        try
        {
            if (runs.Length > 0)
            {
                train(study with { Configurations = runs }, records, options with { Progress = null });
            }

            return true;
        }
        catch (FileNotFoundException) when (options.DataPath is null)
        {
            return false;
        }
    }
}
