using System.Collections.Concurrent;
using System.Diagnostics;
using RegCls.Studies;

namespace RegCls.Tables.Running;

/// <summary>The models of a comparison, and their training with the machinery of all studies: recorded as they come, gone on with, cut into parts.</summary>
internal sealed class OwnWork
{
    private readonly OwnStudyOptions options;
    private readonly OwnData data;
    private readonly string scheme;
    private readonly ConcurrentDictionary<int, Lazy<PreparedSplit>> prepared = [];

    public OwnWork(OwnData data, OwnStudyOptions options)
    {
        this.data = data;
        this.options = options;
        TableRules.RequireClasses(data, options.Classes);
        Splits = OwnSplits.Of(data, options);
        scheme = data.Times.Count > 0 ? FormattableString.Invariant($"time {Splits.Count}") : options.Folds is { } folds ? FormattableString.Invariant($"folds {folds}") : data.Groups.Count > 0 ? "random groups" : "random";

        // Cheap ones first, so that there are numbers to look at while the networks train.
        Study = new Study<OwnRun>("own-table", "Arms and baselines on a table of one's own.", options.Profile,
        [
            .. Each(OwnMethod.Mean, 1), .. Each(OwnMethod.Line, 1), .. Each(OwnMethod.Trees, 1),
            .. Enumerable.Range(0, options.Budget.Trials).SelectMany(trial => Enumerable.Range(0, Splits.Count).SelectMany(split => OwnMethods.Arms.Select(arm => Run(arm, split, trial)))),
        ]);
    }

    /// <summary>The splits.</summary>
    public IReadOnlyList<OwnSplit> Splits { get; }

    /// <summary>All models.</summary>
    public Study<OwnRun> Study { get; }

    /// <summary>A split, standardised.</summary>
    public PreparedSplit Prepared(int split) => prepared.GetOrAdd(split, index => new Lazy<PreparedSplit>(() => new PreparedSplit(data, Splits[index]))).Value;

    /// <summary>Fits what is not recorded yet.</summary>
    /// <returns>One record a model, in the order of the study; with a shard only those of the part.</returns>
    /// <exception cref="StudyStoppedException">It was cancelled.</exception>
    public IReadOnlyList<OwnRecord> Run()
    {
        Study<OwnRun> study = options.Shard is { } shard ? shard.Of(Study) : Study;
        RecordFile<OwnRecord>? file = options.Records is null ? null : new RecordFile<OwnRecord>(options.Records);
        using IDisposable? claim = file?.Hold(cancellation: options.Cancellation);
        TakeOver(study, file);
        StudyRunOptions run = new() { Workers = options.Workers, Cancellation = options.Cancellation, Progress = options.Progress };
        return StudyWork.Run(study, file, isRecorded => new StudyPlan<OwnRecord>(
            [.. study.Configurations.Where(own => !isRecorded(own)).Select(Func<CancellationToken, IEnumerable<OwnRecord>> (own) => cancellation => [Fit(own, cancellation)])], UsesTensors: true), run);
    }

    private void TakeOver(Study<OwnRun> study, RecordFile<OwnRecord>? file)
    {
        if (file is null || options.TakeFrom.Count == 0)
        {
            return;
        }

        HashSet<string> missing = [.. StudyCoverage.Of(study, file.Read()).Missing.Select(run => run.Hash)];
        foreach (string source in options.TakeFrom)
        {
            List<OwnRecord> known = [.. new RecordFile<OwnRecord>(source).Read().Where(record => missing.Remove(record.Configuration.Hash))];
            if (known.Count > 0)
            {
                file.Append(known);
            }
        }
    }

    private OwnRecord Fit(OwnRun run, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Stopwatch watch = Stopwatch.StartNew();
        PreparedSplit split = Prepared(run.Split);
        OwnTrial? trial = run.Method.IsArm() ? OwnTrial.Draw(options, run.Split, run.Trial) : null;
        OwnScores scores;
        if (trial is not null)
        {
            scores = OwnTraining.Run(split, run, trial, options.Hidden, cancellation);
        }
        else
        {
            (double validation, double[] predictions) = OwnBaselines.Fit(split, run.Method, run.Steps);
            scores = split.Score(validation, predictions);
        }

        return new OwnRecord { Configuration = run, Trial = trial, Scores = scores, Seconds = watch.Elapsed.TotalSeconds, Version = StudyWork.Version };
    }

    private IEnumerable<OwnRun> Each(OwnMethod method, int trials) =>
        Enumerable.Range(0, Splits.Count).SelectMany(split => Enumerable.Range(0, trials).Select(trial => Run(method, split, trial)));

    private OwnRun Run(OwnMethod method, int split, int trial) => new()
    {
        Data = data.Hash,
        Scheme = scheme,
        Seed = options.Seed,
        Split = split,
        Method = method,
        Trial = trial,
        ClassesDrawn = method.IsArm() ? string.Join(' ', options.Classes) : "",
        Hidden = method.IsArm() ? string.Join('-', options.Hidden) : "",
        Steps = method.IsArm() ? options.Budget.Steps : method == OwnMethod.Trees ? options.Budget.Trees : 0,
    };

    /// <summary>What the mean and a straight line reach on the first split: there at once, while networks take their time.</summary>
    public string FirstNumbers()
    {
        (double mean, double line) = (Error(OwnMethod.Mean), Error(OwnMethod.Line));
        return FormattableString.Invariant($"First numbers, on one split ({Splits[0].Train.Length} rows to train, {Splits[0].Validation.Length} to choose, {Splits[0].Test.Length} to test): saying the mean has a root mean squared error of {mean:G4}, a straight line {line:G4}.");

        double Error(OwnMethod method)
        {
            (double validation, double[] predictions) = OwnBaselines.Fit(Prepared(0), method, 0);
            return Math.Sqrt(Prepared(0).Score(validation, predictions).Test);
        }
    }
}
