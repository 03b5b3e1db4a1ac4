namespace RegCls.Studies;

/// <summary>A study that can be run by its name, of whatever kind.</summary>
/// <param name="name">Short name, as in file names and on the command line.</param>
/// <param name="readsData">Whether it trains on files that are not part of the repository.</param>
public abstract class StudyEntry(string name, bool readsData)
{
    /// <summary>Short name, as in file names and on the command line.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it trains on files that are not part of the repository (<see cref="StudyRunOptions.DataPath"/>).</summary>
    public bool ReadsData { get; } = readsData;

    /// <summary>Whether a line is the header of a file of its records, be it from before a column was added.</summary>
    public abstract bool IsHeader(string line);

    /// <summary>The profiles it has: all but <see cref="Profile.Paper"/>, which few have.</summary>
    public abstract IReadOnlyList<Profile> Profiles { get; }

    /// <summary>Makes the grid of a profile.</summary>
    /// <exception cref="ArgumentException">It has no such profile.</exception>
    public abstract Study Create(Profile profile);

    /// <summary>The same study with other pictures or networks.</summary>
    /// <exception cref="ArgumentException">It is no study on pictures, or its networks take no such settings.</exception>
    public abstract StudyEntry Changed(PictureSettings settings);

    /// <summary>Makes the grid of a profile, or a part of it, together with the file of its records.</summary>
    /// <param name="profile">How much of it.</param>
    /// <param name="shard">Which part; null for the whole.</param>
    /// <param name="path">The file of records, which need not exist.</param>
    public abstract StudySession Open(Profile profile, StudyShard? shard, string path);

    /// <summary>Measures what models of each kind take, by training a few of them alone, each on one thread.</summary>
    /// <param name="profile">The grid whose kinds are measured.</param>
    /// <param name="known">Names of kinds that need no measuring (<see cref="KindCost.Kind"/>).</param>
    /// <param name="repeats">How many models of each kind, at least 1; all of a batch where they are trained together.</param>
    /// <param name="options">Progress, where the data are, cancellation; the models are trained one at a time, whatever <see cref="StudyRunOptions.Workers"/> says.</param>
    /// <exception cref="InvalidDataException">The data are something else than expected.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public abstract IReadOnlyList<KindCost> Measure(Profile profile, IReadOnlySet<string> known, int repeats, StudyRunOptions options);

    /// <summary>What the kinds of recorded models took, by their recorded seconds.</summary>
    /// <param name="path">A file of records of this study.</param>
    /// <exception cref="InvalidDataException">A line is not a record.</exception>
    public abstract IReadOnlyList<KindCost> Recorded(string path);

    /// <summary>As <see cref="RecordMerge.Merge"/>, for the kind of records this study has.</summary>
    public abstract MergedRecords Merge(IReadOnlyList<string> inputs, string output, IReadOnlyList<Study> known);

    /// <summary>As <see cref="RecordMerge.MergeParts"/>, for the kind of records this study has.</summary>
    public abstract MergedRecords MergeParts(Profile profile, int shards, string folder, string output);
}

/// <summary>A study of one kind of models.</summary>
/// <typeparam name="TRun">What determines a model.</typeparam>
/// <typeparam name="TRecord">What is recorded of it.</typeparam>
/// <param name="name">Short name, as in file names and on the command line.</param>
/// <param name="create">Makes the grid of a profile.</param>
/// <param name="train">Trains what is not recorded yet.</param>
/// <param name="readsData">Whether it trains on files that are not part of the repository.</param>
/// <param name="hasPaper">Whether its grid has <see cref="Profile.Paper"/>.</param>
/// <param name="set">Gives a model other pictures or another network; null where it has none.</param>
internal sealed class StudyEntry<TRun, TRecord>(
    string name, Func<Profile, Study<TRun>> create, Func<Study<TRun>, RecordFile<TRecord>?, StudyRunOptions, IReadOnlyList<TRecord>> train, bool readsData = false, bool hasPaper = false, Func<TRun, PictureSettings, TRun>? set = null) : StudyEntry(name, readsData)
    where TRun : class, IRunConfiguration
    where TRecord : class, IRunRecord<TRecord>
{
    public override bool IsHeader(string line) => RecordFormat<TRecord>.IsHeader(line);

    public override IReadOnlyList<Profile> Profiles => [.. Enum.GetValues<Profile>().Where(profile => hasPaper || profile != Profile.Paper)];

    public override Study Create(Profile profile) => Made(profile);

    public override StudyEntry Changed(PictureSettings settings)
    {
        if (set is null)
        {
            throw new ArgumentException($"{Name} trains no network on pictures: leave --network, --size and --weights out.", nameof(settings));
        }

        Study<TRun> Of(Profile profile)
        {
            Study<TRun> study = create(profile);
            return study with { Configurations = [.. study.Configurations.Select(run => set(run, settings))] };
        }

        return new StudyEntry<TRun, TRecord>(Name, Of, train, ReadsData, hasPaper, set);
    }

    public override StudySession Open(Profile profile, StudyShard? shard, string path)
    {
        Study<TRun> study = Made(profile);
        return new StudySession<TRun, TRecord>(shard?.Of(study) ?? study, new RecordFile<TRecord>(path), train);
    }

    public override MergedRecords Merge(IReadOnlyList<string> inputs, string output, IReadOnlyList<Study> known) => RecordMerge.Merge<TRecord>(inputs, output, known);

    public override IReadOnlyList<KindCost> Measure(Profile profile, IReadOnlySet<string> known, int repeats, StudyRunOptions options) =>
        CostMeasurement.Of(Made(profile), study => train(study, null, options with { Workers = 1, Progress = null }), known, repeats, options.Progress);

    public override IReadOnlyList<KindCost> Recorded(string path) => CostMeasurement.Of(new RecordFile<TRecord>(path).Read());

    public override MergedRecords MergeParts(Profile profile, int shards, string folder, string output) => RecordMerge.MergeParts<TRecord>(Made(profile), shards, folder, output);

    private Study<TRun> Made(Profile profile) => Profiles.Contains(profile)
        ? create(profile)
        : throw new ArgumentException($"{Name} has no profile {profile.ToString().ToLowerInvariant()}, expected one of {string.Join(", ", Profiles.Select(known => known.ToString().ToLowerInvariant()))}.", nameof(profile));
}
