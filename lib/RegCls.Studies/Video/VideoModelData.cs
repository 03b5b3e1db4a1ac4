using RegCls.Binning;
using RegCls.Data.Video;
using RegCls.Training;

namespace RegCls.Studies.Video;

/// <summary>Inputs, targets and classes of one run.</summary>
internal sealed class VideoModelData
{
    private readonly VideoRun run;

    /// <summary>Lays out a run's data; the table is shared.</summary>
    /// <exception cref="InvalidDataException">A split has no videos on one side.</exception>
    public VideoModelData(VideoRun run, VideoSet set)
    {
        this.run = run;
        Split = VideoSplit.Of(run, set.Clips);
        int[] rows = Rows(Split.Train);
        FeatureScaling? scaling = run.Data == VideoData.MsrAction3D ? FeatureScaling.Of(set.Features, rows) : null;
        Train = new FeatureRows(set.Features, rows, scaling);
        Evaluation = new FeatureRows(set.Features, Rows(Split.Evaluation), scaling);
        TrainTargets = Targets(Split.Train);
        EvaluationTargets = Targets(Split.Evaluation);
        if (run.Arm.HasClasses())
        {
            double end = run.Target == ProgressTarget.Fraction ? 1 : Split.Train.Max(clip => clip.Frames);
            Classes = TrainingClasses.FromRanges(ClassRanges.Uniform(0, end, run.Classes, BelowRange.Ignore), TrainTargets, run.Arm.Definition());
        }
    }

    public VideoSplit Split { get; }

    public FeatureRows Train { get; }

    public FeatureRows Evaluation { get; }

    public double[] TrainTargets { get; }

    public double[] EvaluationTargets { get; }

    public TrainingClasses? Classes { get; }

    /// <summary>The model to train.</summary>
    public ReplicaTask Replica() => new()
    {
        Features = Train,
        Targets = TrainTargets,
        Labels = Classes?.Ranges.Labels(TrainTargets),
        OwnClasses = Classes?.Ranges.Count,
        Selection = Classes?.Keep is { } keep ? new ClassSelection(keep, run.Stream("class selection")) : null,
        Arm = run.Arm.Objective(),
        Lambda = run.Lambda,
        Initialisation = run.Stream("initialisation"),
        Shuffle = run.Stream("shuffle"),
    };

    private static int[] Rows(IEnumerable<VideoClip> clips) => [.. clips.SelectMany(clip => clip.TableRows)];

    private double[] Targets(IEnumerable<VideoClip> clips) => [.. clips.SelectMany(clip => Enumerable.Range(0, clip.Rows).Select(row => clip.Target(row, run.Target)))];
}
