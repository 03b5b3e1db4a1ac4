using System.Globalization;
using CsvHelper.Configuration.Attributes;
using RegCls.Data.Video;

namespace RegCls.Studies.Video;

/// <summary>A <see cref="VideoRecord"/> as one line of CSV.</summary>
internal sealed record VideoRow : IRecordRow<VideoRecord, VideoRow>
{
    [Name("data")]
    public required VideoData Data { get; init; }

    [Name("task")]
    public required string Task { get; init; }

    [Name("split")]
    public required int Split { get; init; }

    [Name("part")]
    public required VideoPart Part { get; init; }

    [Name("target")]
    public required ProgressTarget Target { get; init; }

    [Name("frame_step")]
    public required int FrameStep { get; init; }

    [Name("seed")]
    public required int Seed { get; init; }

    [Name("arm")]
    public required VideoArm Arm { get; init; }

    [Name("classes")]
    public required int Classes { get; init; }

    [Name("lambda")]
    public required double Lambda { get; init; }

    [Name("learning_rate")]
    public required double LearningRate { get; init; }

    [Name("weight_decay")]
    public required double WeightDecay { get; init; }

    [Name("epochs")]
    public required int Epochs { get; init; }

    [Name("batch_size")]
    public required int BatchSize { get; init; }

    [Name("hash")]
    public required string Hash { get; init; }

    [Name("train_rmse")]
    public required string TrainRmse { get; init; }

    [Name("rmse")]
    public required string Rmse { get; init; }

    [Name("batch_rmse")]
    public required string BatchRmse { get; init; }

    [Name("constant_rmse")]
    public required string ConstantRmse { get; init; }

    [Name("short_rmse")]
    public required string ShortRmse { get; init; }

    [Name("middle_rmse")]
    public required string MiddleRmse { get; init; }

    [Name("long_rmse")]
    public required string LongRmse { get; init; }

    [Name("class_accuracy")]
    public required string ClassAccuracy { get; init; }

    [Name("trained_classes")]
    public required int TrainedClasses { get; init; }

    [Name("train_frames")]
    public required int TrainFrames { get; init; }

    [Name("seconds")]
    public required string Seconds { get; init; }

    [Name("version")]
    public required string Version { get; init; }

    [Name("data_hash"), Optional]
    public string DataHash { get; init; } = "";

    public static VideoRow From(VideoRecord record)
    {
        VideoRun run = record.Configuration;
        return new VideoRow
        {
            Data = run.Data,
            Task = run.Task,
            Split = run.Split,
            Part = run.Part,
            Target = run.Target,
            FrameStep = run.FrameStep,
            Seed = run.Seed,
            Arm = run.Arm,
            Classes = run.Classes,
            Lambda = run.Lambda,
            LearningRate = run.LearningRate,
            WeightDecay = run.WeightDecay,
            Epochs = run.Epochs,
            BatchSize = run.BatchSize,
            Hash = run.Hash,
            TrainRmse = Text(record.TrainRmse),
            Rmse = Text(record.Rmse),
            BatchRmse = Text(record.BatchRmse),
            ConstantRmse = Text(record.ConstantRmse),
            ShortRmse = Text(record.ShortRmse),
            MiddleRmse = Text(record.MiddleRmse),
            LongRmse = Text(record.LongRmse),
            ClassAccuracy = double.IsNaN(record.ClassAccuracy) ? "" : Text(record.ClassAccuracy),
            TrainedClasses = record.TrainedClasses,
            TrainFrames = record.TrainFrames,
            Seconds = record.Seconds.ToString("F2", CultureInfo.InvariantCulture),
            Version = record.Version,
            DataHash = record.DataHash,
        };
    }

    public VideoRecord ToRecord() => new()
    {
        Configuration = new VideoRun
        {
            Data = Data,
            Task = Task,
            Split = Split,
            Part = Part,
            Target = Target,
            FrameStep = FrameStep,
            Seed = Seed,
            Arm = Arm,
            Classes = Classes,
            Lambda = Lambda,
            LearningRate = LearningRate,
            WeightDecay = WeightDecay,
            Epochs = Epochs,
            BatchSize = BatchSize,
        },
        TrainRmse = Number(TrainRmse),
        Rmse = Number(Rmse),
        BatchRmse = Number(BatchRmse),
        ConstantRmse = Number(ConstantRmse),
        ShortRmse = Number(ShortRmse),
        MiddleRmse = Number(MiddleRmse),
        LongRmse = Number(LongRmse),
        ClassAccuracy = ClassAccuracy.Length == 0 ? double.NaN : Number(ClassAccuracy),
        TrainedClasses = TrainedClasses,
        TrainFrames = TrainFrames,
        Seconds = Number(Seconds),
        Version = Version,
        DataHash = DataHash,
    };

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
