using System.Diagnostics;
using RegCls.Data.Faces;
using RegCls.Data.Images;
using RegCls.Data.Labels;
using RegCls.Data.Sets;
using RegCls.Evaluation;
using RegCls.Models.Images;
using RegCls.Platform;
using RegCls.Training.Images;
using RegCls.Training.Pictures;

namespace RegCls.Studies.Images;

/// <summary>Trains and tests the models of an age study, one a core at a time. Images are decoded once, into the cache that <see cref="CacheFiles.DefaultFolder"/> names.</summary>
public static class AgeRunner
{
    /// <summary>Trains what is not recorded yet.</summary>
    /// <param name="study">What to train.</param>
    /// <param name="file">Where tested models are looked up and recorded; null keeps them in memory.</param>
    /// <param name="options">Progress, cores, where the faces are, cancellation.</param>
    /// <returns>One record a model, in the order of the study.</returns>
    /// <exception cref="FileNotFoundException">The faces of the study are not on this machine.</exception>
    /// <exception cref="InvalidDataException">No image is usable, or the file holds something else.</exception>
    /// <exception cref="InvalidOperationException">A training diverged.</exception>
    public static IReadOnlyList<AgeRecord> Run(Study<AgeRun> study, RecordFile<AgeRecord>? file = null, StudyRunOptions? options = null)
    {
        options ??= new();
        Dictionary<(AgeData, double, int, int), AgeImages> open = [];
        try
        {
            return StudyWork.Run(study, file, isRecorded => Plan(study, isRecorded, run => Images(run, open, options), options), options, run => Images(run, open, options).DataHash);
        }
        finally
        {
            foreach (AgeImages images in open.Values)
            {
                images.Cache.Dispose();
            }
        }
    }

    /// <summary>The images and the split of a run; the caller disposes the cache.</summary>
    /// <param name="run">The run.</param>
    /// <param name="path">Where real faces are; null to look where <see cref="DataLocation"/> says.</param>
    /// <param name="cancellation">Stops the decoding.</param>
    public static AgeImages Open(AgeRun run, string? path = null, CancellationToken cancellation = default)
    {
        BuiltInFaces? drawn = run.Data == AgeData.BuiltIn ? new BuiltInFaces(run.Share) : null;
        IImageSource source = drawn ?? Set(run.Data)!.Open(DataLocation.Find(Set(run.Data)!.Name, path));
        ImageCache cache = ImageCache.Open(source, run.Size, cancellation: cancellation);
        return new AgeImages(cache, cache.Split(seed: run.Split), drawn?.Shots ?? new ShotRule()) { DataHash = drawn is null ? cache.Fingerprint() : "" };
    }

    /// <summary>What a live run trains on: the first of AgeDB-DIR, UTKFace and, in the full profile, IMDB-WIKI-DIR, which is ten times as large, that is on this machine, else drawn faces.</summary>
    /// <param name="profile">How much is trained.</param>
    /// <returns>The faces and where they are; null for drawn ones.</returns>
    public static (AgeData Data, string? Path) OnDisk(Profile profile) => new[] { AgeData.AgeDb, AgeData.UtkFace, AgeData.ImdbWiki }.Take(profile == Profile.Full ? 3 : 2)
        .Select(data => (data, (string?)DataLocation.TryFind(Set(data)!.Name))).FirstOrDefault(found => found.Item2 is not null);

    /// <summary>Trains the model of one run again, to look at what it predicts; nothing is recorded.</summary>
    /// <param name="run">The run.</param>
    /// <param name="images">Its images, of <see cref="Open"/>.</param>
    /// <param name="weights">The weights that the run names; null where it names none.</param>
    /// <param name="checkpoint">Where the training keeps its state; null to keep none.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <returns>The model, to be disposed by the caller.</returns>
    /// <exception cref="InvalidOperationException">The training diverged.</exception>
    /// <exception cref="InvalidDataException">The weights are another network's, or the state another training's.</exception>
    public static TrainedImageModel Train(AgeRun run, AgeImages images, string? weights = null, Checkpoint? checkpoint = null, CancellationToken cancellation = default)
        => ImageTrainer.Train(images.Task with { Network = Network(run, weights) }, run.Method.ToImageMethod(run.Classes, run.Lambda), run.Options with { Checkpoint = checkpoint }, cancellation: cancellation);

    /// <summary>Makes the network of a run; null for the trainer's own.</summary>
    internal static Func<int, int, ImageNetwork>? Network(AgeRun run, string? weights) => run.Network == PictureNetworkKind.Small ? null : (seed, classes) =>
    {
        ResNet50 network = new(seed, classes);
        if (run.Weights.Length > 0)
        {
            network.Load(weights ?? throw new ArgumentException($"The model {run.Hash} starts from weights; say from which file.", nameof(weights)));
        }

        return network;
    };

    private static ImageDataSet? Set(AgeData data) => data switch
    {
        AgeData.UtkFace => AgeDataSets.UtkFace,
        AgeData.ImdbWiki => AgeDataSets.ImdbWiki,
        AgeData.AgeDb => AgeDataSets.AgeDb,
        _ => null,
    };

    private static StudyPlan<AgeRecord> Plan(Study<AgeRun> study, Func<AgeRun, bool> isRecorded, Func<AgeRun, AgeImages> images, StudyRunOptions options)
    {
        AgeRun[] pending = [.. study.Configurations.Where(run => !isRecorded(run))];
        return new StudyPlan<AgeRecord>([.. pending.Select(Func<CancellationToken, IEnumerable<AgeRecord>> (run) => cancellation => [Test(run, images(run), options, cancellation)])], pending.Length > 0);
    }

    private static AgeImages Images(AgeRun run, Dictionary<(AgeData, double, int, int), AgeImages> open, StudyRunOptions options)
    {
        // The first model decodes, the others wait for it.
        lock (open)
        {
            (AgeData, double, int, int) key = (run.Data, run.Share, run.Size, run.Split);
            return open.TryGetValue(key, out AgeImages? images) ? images : open[key] = Open(run, options.DataPath, options.Cancellation);
        }
    }

    private static AgeRecord Test(AgeRun run, AgeImages images, StudyRunOptions options, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        ImageTask task = images.Task;
        using TrainedImageModel model = Train(run, images, options.Weights, options.Checkpoints?.Of(run, images.DataHash), cancellation);
        double[] predictions = model.Predict(images.Cache, task.Indices(Subset.Test), cancellation);
        ShotErrors errors = ShotErrors.Of(predictions, task.Targets(Subset.Test), LabelCounts.Of(task.Targets(Subset.Train)), images.Shots);
        IReadOnlyList<BinnedError> decades = BinnedError.Of(predictions, task.Targets(Subset.Test), 10, AgeRecord.Decades);
        ErrorSummary[] groups = [errors.All, errors.Many, errors.Medium, errors.Few];
        return new AgeRecord
        {
            Configuration = run,
            ValidationMse = model.LastLayerValidationMse ?? model.Epochs[model.BestEpoch - 1].ValidationMse,
            BestEpoch = model.BestEpoch,
            Mae = [.. groups.Select(group => group.Mae)],
            Mse = [.. groups.Select(group => group.Mse)],
            GeometricMean = [.. groups.Select(group => group.GeometricMean)],
            DecadeMae = [.. decades.Select(decade => decade.Mae)],
            DecadeBias = [.. decades.Select(decade => decade.Bias)],
            Seconds = model.EarlierSeconds + watch.Elapsed.TotalSeconds,
            Kernels = Kernels.Used.Path,
            Version = StudyWork.Version,
            DataHash = images.DataHash,
        };
    }
}
