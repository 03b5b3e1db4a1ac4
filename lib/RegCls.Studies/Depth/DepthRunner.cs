using System.Diagnostics;
using RegCls.Data.Depth;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;
using RegCls.Evaluation;
using RegCls.Models.Depth;
using RegCls.Platform;
using RegCls.Training.Depth;
using RegCls.Training.Pictures;

namespace RegCls.Studies.Depth;

/// <summary>Trains and tests the models of a depth study, one a core at a time. Frames are decoded once, into the cache that <see cref="CacheFiles.DefaultFolder"/> names.</summary>
public static class DepthRunner
{
    /// <summary>Of how many training pictures of NYUD2-DIR one is used.</summary>
    public const int Nyud2Step = 20;

    /// <summary>Trains what is not recorded yet.</summary>
    /// <param name="study">What to train.</param>
    /// <param name="file">Where tested models are looked up and recorded; null keeps them in memory.</param>
    /// <param name="options">Progress, cores, where the recording is, cancellation.</param>
    /// <returns>One record a model, in the order of the study.</returns>
    /// <exception cref="FileNotFoundException">The frames are not on this machine.</exception>
    /// <exception cref="InvalidDataException">No frame is usable, or the file holds something else.</exception>
    /// <exception cref="InvalidOperationException">A training diverged.</exception>
    public static IReadOnlyList<DepthRecord> Run(Study<DepthRun> study, RecordFile<DepthRecord>? file = null, StudyRunOptions? options = null)
    {
        options ??= new();
        Dictionary<(DepthData, int, bool), DepthFrames> open = [];
        try
        {
            return StudyWork.Run(study, file, isRecorded => Plan(study, isRecorded, run => Frames(run, open, options), options), options, run => Frames(run, open, options).DataHash);
        }
        finally
        {
            foreach (DepthFrames frames in open.Values)
            {
                frames.Cache.Dispose();
            }
        }
    }

    /// <summary>The frames of a run; the caller disposes the cache.</summary>
    /// <param name="data">Which frames.</param>
    /// <param name="path">Where real frames are; null to look where <see cref="DataLocation"/> says.</param>
    /// <param name="width">Their width in pixels.</param>
    /// <param name="all">Whether all training pictures of NYUD2-DIR are used.</param>
    /// <param name="cancellation">Stops the decoding.</param>
    /// <exception cref="FileNotFoundException">The frames are not on this machine.</exception>
    /// <exception cref="InvalidDataException">No frame is usable.</exception>
    public static DepthFrames Open(DepthData data, string? path = null, int width = DepthRun.SmallWidth, bool all = false, CancellationToken cancellation = default)
    {
        IDepthSource source = Set(data) is { } set ? set.Open(DataLocation.Find(set.Name, path)) : new BuiltInRooms(training: 100, validation: 15, test: 25, frames: 2);
        source = data == DepthData.Nyud2 && !all ? new ThinnedSource(source, Nyud2Step) : source;
        DepthCache cache = DepthCache.Open(source, width, width * 3 / 4, cancellation: cancellation);
        return new DepthFrames(cache) { DataHash = data == DepthData.BuiltIn ? "" : cache.Fingerprint() };
    }

    /// <summary>What a live run trains on: the first of NYUD2-DIR, NYUv2's labelled part and an RGB-D recording that is on this machine, else the built-in rooms.</summary>
    /// <returns>The frames and where they are; null for the built-in rooms.</returns>
    public static (DepthData Data, string? Path) OnDisk()
        => ((ReadOnlySpan<DepthData>)[DepthData.Nyud2, DepthData.NyuLabelled, DepthData.Recording]).ToArray()
            .Select(data => (data, (string?)DataLocation.TryFind(Set(data)!.Name))).FirstOrDefault(found => found.Item2 is not null);

    /// <summary>Trains one model.</summary>
    /// <param name="run">What to train.</param>
    /// <param name="frames">Its frames.</param>
    /// <param name="progress">Told each epoch.</param>
    /// <param name="weights">The weights that the run names; null where it names none.</param>
    /// <param name="checkpoint">Where the training keeps its state; null to keep none.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>The model, with the weights of its best epoch on validation; the caller disposes it.</returns>
    /// <exception cref="InvalidDataException">The weights are another network's, or the state another training's.</exception>
    public static TrainedDepthModel Train(DepthRun run, DepthFrames frames, IProgress<DepthEpoch>? progress = null, string? weights = null, Checkpoint? checkpoint = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(frames);
        return DepthTrainer.Train(frames.Task(run) with { Network = Network(run, weights) }, run.Method.ToImageMethod(run.Classes, run.Lambda), run.Options with { Checkpoint = checkpoint }, progress, cancellation);
    }

    private static Func<int, int, DepthNetwork>? Network(DepthRun run, string? weights) => run.Network == PictureNetworkKind.Small ? null : (seed, classes) =>
    {
        MultiScaleDepthNetwork network = new(seed, classes);
        if (run.Weights.Length > 0)
        {
            network.Load(weights ?? throw new ArgumentException($"The model {run.Hash} starts from weights; say from which file.", nameof(weights)));
        }

        return network;
    };

    /// <summary>Tests a model at the epochs of both rules; it ends with the weights of its best epoch on validation.</summary>
    /// <param name="run">What was trained.</param>
    /// <param name="frames">Its frames.</param>
    /// <param name="model">The model.</param>
    /// <param name="seconds">How long its training took.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public static DepthRecord Test(DepthRun run, DepthFrames frames, TrainedDepthModel model, double seconds, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(model);
        DepthCounts training = frames.Training(run);
        int[] test = frames.Task(run).Indices(Subset.Test);
        DepthScores onTest = Scores(DepthSelection.BestOnTest), onValidation = Scores(DepthSelection.BestOnValidation);
        return new DepthRecord
        {
            Configuration = run,
            ValidationRmse = model.Epochs[onValidation.Epoch - 1].ValidationRmse,
            OnValidation = onValidation,
            OnTest = onTest,
            Seconds = seconds,
            Kernels = Kernels.Used.Path,
            Version = StudyWork.Version,
            DataHash = frames.DataHash,
        };

        DepthScores Scores(DepthSelection selection)
        {
            model.Use(selection);
            return DepthScores.Of(model.BestEpoch(selection), DepthShotErrors.Of(model.Errors(frames.Cache, test, cancellation), training));
        }
    }

    private static DepthDataSet? Set(DepthData data) => data switch
    {
        DepthData.Recording => DepthDataSets.Recording,
        DepthData.Nyud2 => DepthDataSets.Nyud2,
        DepthData.NyuLabelled => DepthDataSets.NyuLabelled,
        _ => null,
    };

    private static StudyPlan<DepthRecord> Plan(Study<DepthRun> study, Func<DepthRun, bool> isRecorded, Func<DepthRun, DepthFrames> frames, StudyRunOptions options)
    {
        DepthRun[] pending = [.. study.Configurations.Where(run => !isRecorded(run))];
        return new StudyPlan<DepthRecord>([.. pending.Select(Func<CancellationToken, IEnumerable<DepthRecord>> (run) => cancellation => [Record(run, frames(run), options, cancellation)])], pending.Length > 0);
    }

    private static DepthFrames Frames(DepthRun run, Dictionary<(DepthData, int, bool), DepthFrames> open, StudyRunOptions options)
    {
        // The first model decodes, the others wait for it.
        lock (open)
        {
            (DepthData, int, bool) key = (run.Data, run.Width, run.AsPublished);
            return open.TryGetValue(key, out DepthFrames? frames) ? frames : open[key] = Open(run.Data, options.DataPath, run.Width, run.AsPublished, options.Cancellation);
        }
    }

    private static DepthRecord Record(DepthRun run, DepthFrames frames, StudyRunOptions options, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using TrainedDepthModel model = Train(run, frames, cancellation: cancellation, weights: options.Weights, checkpoint: options.Checkpoints?.Of(run, frames.DataHash));
        return Test(run, frames, model, model.EarlierSeconds + watch.Elapsed.TotalSeconds, cancellation);
    }
}
