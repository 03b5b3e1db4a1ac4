namespace RegCls.Studies.Video;

/// <summary>One trained model of the video study. Errors are root mean squared errors, as fractions of the video or in frames (<see cref="VideoRun.Target"/>).</summary>
public sealed record VideoRecord : ModelRecord<VideoRun>, IRunRecord<VideoRecord>
{
    /// <summary>Error over all training frames.</summary>
    public required double TrainRmse { get; init; }

    /// <summary>Error over all frames of the videos it is judged on: test videos, or validation videos in a search for λ.</summary>
    public required double Rmse { get; init; }

    /// <summary>The paper's measure: the mean of the errors of shuffled batches of 40 of the same frames. Below <see cref="Rmse"/>, but for what a small last batch does.</summary>
    public required double BatchRmse { get; init; }

    /// <summary>Error of always predicting the mean target of the training frames.</summary>
    public required double ConstantRmse { get; init; }

    /// <summary>Error over the frames of the shortest third of the videos.</summary>
    public required double ShortRmse { get; init; }

    /// <summary>Error over the frames of the middle third.</summary>
    public required double MiddleRmse { get; init; }

    /// <summary>Error over the frames of the longest third.</summary>
    public required double LongRmse { get; init; }

    /// <summary>Share of frames whose class is predicted; NaN without classification.</summary>
    public required double ClassAccuracy { get; init; }

    /// <summary>Classes that were trained on: fewer than asked for where balancing merged some; 0 without classification.</summary>
    public required int TrainedClasses { get; init; }

    /// <summary>Number of frames it was trained on.</summary>
    public required int TrainFrames { get; init; }

    /// <inheritdoc/>
    public override (string Name, double Value) ShownError => ("RMSE", Rmse);

    /// <inheritdoc/>
    public override IReadOnlyList<double> Results => [TrainRmse, Rmse, BatchRmse, ConstantRmse, ShortRmse, MiddleRmse, LongRmse, ClassAccuracy, TrainedClasses, TrainFrames];

    /// <inheritdoc/>
    public static VideoRecord Columns(RecordCells cells, VideoRecord? record) => new()
    {
        Configuration = cells.Run(VideoRun.Columns, record?.Configuration),
        TrainRmse = cells.Number("train_rmse", record?.TrainRmse),
        Rmse = cells.Number("rmse", record?.Rmse),
        BatchRmse = cells.Number("batch_rmse", record?.BatchRmse),
        ConstantRmse = cells.Number("constant_rmse", record?.ConstantRmse),
        ShortRmse = cells.Number("short_rmse", record?.ShortRmse),
        MiddleRmse = cells.Number("middle_rmse", record?.MiddleRmse),
        LongRmse = cells.Number("long_rmse", record?.LongRmse),
        ClassAccuracy = cells.NumberOrNaN("class_accuracy", record?.ClassAccuracy),
        TrainedClasses = cells.Integer("trained_classes", record?.TrainedClasses),
        TrainFrames = cells.Integer("train_frames", record?.TrainFrames),
        Seconds = cells.Seconds(record?.Seconds),
        Version = cells.Text("version", record?.Version),
        DataHash = cells.DataHash(record?.DataHash),
    };
}
