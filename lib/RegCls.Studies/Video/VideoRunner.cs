using System.Diagnostics;
using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Evaluation;
using RegCls.Models;
using RegCls.Training;

namespace RegCls.Studies.Video;

/// <summary>
/// Trains the models of a video study: the splits, arms, seeds and λ of one task are replicas of batched networks, with the tensor engine of the 1D study. A model depends on its configuration alone; batches depend
/// on the study alone, so that a resumed study trains the same ones.
/// </summary>
public static class VideoRunner
{
    private static readonly int[] Hidden = [40, 20];

    /// <summary>Trains what is not recorded yet.</summary>
    /// <param name="study">What to train.</param>
    /// <param name="file">Where finished models are looked up and recorded; null keeps them in memory.</param>
    /// <param name="options">Progress, cores, where the data are.</param>
    /// <returns>One record a configuration, in the order of the study.</returns>
    /// <exception cref="InvalidDataException">The file or the data are not as expected.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<VideoRecord> Run(Study<VideoRun> study, RecordFile<VideoRecord>? file = null, StudyRunOptions? options = null)
    {
        options ??= new StudyRunOptions();
        using VideoSource source = new(options.DataPath);
        return StudyWork.Run(study, file, isRecorded => Plan(study, isRecorded, source), options, run => source.DataHash(run.Data));
    }

    /// <summary>Trains models of one task and split and predicts their test videos: the true and the predicted progress of each frame.</summary>
    /// <param name="runs">Runs that differ in arm, λ or seed only.</param>
    /// <param name="dataPath">Where the data are; null for the environment variable.</param>
    /// <param name="cancellation">Stops the training.</param>
    public static IReadOnlyList<VideoPrediction> Predict(IReadOnlyList<VideoRun> runs, string? dataPath = null, CancellationToken cancellation = default)
    {
        using VideoSource source = new(dataPath);
        VideoSet set = source.Open(runs[0].Data, runs[0].Task, runs[0].FrameStep);
        using IDisposable threads = TorchThreads.OneEach(tensorsAreUsed: true);
        List<VideoPrediction> predictions = [];
        foreach (VideoRun[] batch in StudyBatches.Of(runs))
        {
            VideoModelData[] data = [.. batch.Select(run => new VideoModelData(run, set))];
            foreach ((VideoRun run, VideoModelData model, TrainedReplica trained) in batch.Zip(data, Train(batch, data, cancellation)))
            {
                predictions.AddRange(VideoPrediction.Of(run, model.Split.Evaluation, trained.Predict(model.Evaluation)));
                trained.Dispose();
            }
        }

        return predictions;
    }

    private static StudyPlan<VideoRecord> Plan(Study<VideoRun> study, Func<VideoRun, bool> isRecorded, VideoSource source)
    {
        // One job a batch, task by task in the order of the study: a run that is cut short has whole tasks, but for the last ones. The classes cost most and go first, so that cores end together.
        List<Func<CancellationToken, IEnumerable<VideoRecord>>> jobs = [];
        foreach (IGrouping<((VideoData Data, string Task, int FrameStep) DataSet, VideoPart Part), VideoRun> group in study.Configurations.GroupBy(run => (run.DataSet, run.Part)))
        {
            VideoRun[][] batches = [.. StudyBatches.Of(group).Where(batch => !batch.All(isRecorded)).OrderByDescending(batch => batch.Sum(run => ((IRunConfiguration)run).Cost))];
            SharedVideoSet set = new(() => source.Open(group.Key.DataSet.Data, group.Key.DataSet.Task, group.Key.DataSet.FrameStep), batches.Length);
            jobs.AddRange(batches.Select<VideoRun[], Func<CancellationToken, IEnumerable<VideoRecord>>>(batch => cancellation => Train(batch, set, source, cancellation)));
        }

        return new StudyPlan<VideoRecord>(jobs, UsesTensors: jobs.Count > 0);
    }

    private static IEnumerable<VideoRecord> Train(VideoRun[] batch, SharedVideoSet set, VideoSource source, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        VideoModelData[] data = [.. batch.Select(run => new VideoModelData(run, set.Value))];
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<TrainedReplica> trained = Train(batch, data, cancellation);
        double seconds = watch.Elapsed.TotalSeconds / batch.Length;
        for (int i = 0; i < batch.Length; i++)
        {
            using TrainedReplica replica = trained[i];
            yield return Record(batch[i], data[i], replica, seconds) with { DataHash = source.DataHash(batch[i].Data) };
        }

        set.Release();
    }

    private static IReadOnlyList<TrainedReplica> Train(VideoRun[] batch, VideoModelData[] data, CancellationToken cancellation)
    {
        VideoRun first = batch[0];
        TrainingOptions options = new()
        {
            Features = data[0].Train.Width,
            Hidden = Hidden,
            Classes = first.Classes,
            Activation = first.Arm.IsCte() ? Activation.Sigmoid : Activation.Relu,
            Initialisation = first.Arm.IsCte() ? WeightInitialisation.SmallNormal : WeightInitialisation.FanIn,
            SumsRegressionLoss = true,
            RateDrop = new RateDrop(30, 0.1),
            LearningRate = first.LearningRate,
            WeightDecay = first.WeightDecay,
            Epochs = first.Epochs,
            BatchSize = first.BatchSize,
        };
        return first.Arm == VideoArm.Untrained
            ? [.. batch.Select(run => TrainedReplica.Untrained(options, run.Stream("initialisation")))]
            : ReplicatedTrainer.Train([.. data.Select(model => model.Replica())], options, cancellation: cancellation);
    }

    private static VideoRecord Record(VideoRun run, VideoModelData data, TrainedReplica trained, double seconds)
    {
        double[] predictions = trained.Predict(data.Evaluation), targets = data.EvaluationTargets;
        double mean = data.TrainTargets.Average();
        double[] thirds = Thirds(data.Split.Evaluation, predictions, targets);
        return new VideoRecord
        {
            Configuration = run,
            TrainRmse = RootMeanSquaredError.Of(trained.Predict(data.Train), data.TrainTargets),
            Rmse = RootMeanSquaredError.Of(predictions, targets),
            BatchRmse = RootMeanSquaredError.MeanOverBatches(predictions, targets, run.BatchSize, RandomStream.Named("video", "batches", run.Task, run.Split)),
            ConstantRmse = Math.Sqrt(targets.Average(target => (target - mean) * (target - mean))),
            ShortRmse = thirds[0],
            MiddleRmse = thirds[1],
            LongRmse = thirds[2],
            ClassAccuracy = data.Classes is { } classes ? trained.ClassAccuracy(data.Evaluation, classes.Ranges.Labels(targets)) : double.NaN,
            TrainedClasses = data.Classes?.Ranges.Count ?? 0,
            TrainFrames = data.TrainTargets.Length,
            Seconds = seconds,
            Version = StudyWork.Version,
        };
    }

    // Errors over the frames of the shortest, the middle and the longest third of the videos; NaN for a third without a video.
    private static double[] Thirds(IReadOnlyList<VideoClip> clips, double[] predictions, double[] targets)
    {
        int[] byLength = [.. Enumerable.Range(0, clips.Count).OrderBy(i => clips[i].Frames).ThenBy(i => i)];
        int[] starts = new int[clips.Count];
        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + clips[i - 1].Rows;
        }

        double[] squares = new double[3], frames = new double[3];
        for (int rank = 0; rank < byLength.Length; rank++)
        {
            int clip = byLength[rank], third = Math.Min(rank * 3 / byLength.Length, 2);
            for (int row = starts[clip]; row < starts[clip] + clips[clip].Rows; row++)
            {
                squares[third] += (predictions[row] - targets[row]) * (predictions[row] - targets[row]);
            }

            frames[third] += clips[clip].Rows;
        }

        return [.. squares.Zip(frames, (sum, count) => Math.Sqrt(sum / count))];
    }
}
