using RegCls.Data;
using RegCls.Data.Video;

namespace RegCls.Studies.Video;

/// <summary>Everything that determines one trained model of the video study: one task, one split.</summary>
public sealed record VideoRun : IRunConfiguration
{
    // What a model costs beside its classes, in classes, roughly.
    private const int CostWithoutClasses = 80;

    /// <summary>Which videos.</summary>
    public required VideoData Data { get; init; }

    /// <summary>The activity.</summary>
    public required string Task { get; init; }

    /// <summary>The split: which persons are the test set.</summary>
    public required int Split { get; init; }

    /// <summary>Trained and judged on what.</summary>
    public VideoPart Part { get; init; }

    /// <summary>What is predicted, and its unit.</summary>
    public required ProgressTarget Target { get; init; }

    /// <summary>Every how many frames one is used, in training and test; 1 for all.</summary>
    public int FrameStep { get; init; } = 1;

    /// <summary>Seed of initial weights and sample order.</summary>
    public int Seed { get; init; }

    /// <summary>The model.</summary>
    public required VideoArm Arm { get; init; }

    /// <summary>Number of classes C before balancing; 0 without classification.</summary>
    public int Classes { get; init; }

    /// <summary>Factor λ of the regression term; 1 where the arm has none.</summary>
    public double Lambda { get; init; } = 1;

    /// <summary>Adam's learning rate; a tenth of it from epoch 30 on.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Coupled weight decay.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Passes over the training frames.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Frames a step.</summary>
    public int BatchSize { get; init; } = 40;

    /// <summary>Names the run, as <see cref="RunConfiguration.Hash"/> does for the 1D study.</summary>
    public string Hash => IRunConfiguration.HashOf("video", Columns, this);

    object IRunConfiguration.DataSet => DataSet;

    // Networks of one shape on targets of one unit.
    object IRunConfiguration.Network => (Part, Target, Arm == VideoArm.Untrained ? "untrained" : Arm.IsCte() ? "cte" : "relu", Classes, LearningRate, WeightDecay, Epochs, BatchSize);

    // Enough to amortise a step, few enough that their activations stay in cache.
    int IRunConfiguration.Replicas => 24;

    // In passes over the frames kept of a video; a task with more frames costs more, which the kind tells from records.
    long IRunConfiguration.Cost => Arm == VideoArm.Untrained ? 0 : (long)Epochs * (CostWithoutClasses + Classes);

    object IRunConfiguration.Kind => (Data, Task, Part, FrameStep, Arm, Epochs, BatchSize);

    /// <summary>The features of this run; runs with equal ones are trained together.</summary>
    internal (VideoData Data, string Task, int FrameStep) DataSet => (Data, Task, FrameStep);

    /// <summary>A random stream of this run. It depends on data, split and seed only, not on the arm, so that all arms with one network start alike and see the frames in one order.</summary>
    /// <param name="purpose">What the stream is for.</param>
    internal RandomStream Stream(string purpose) => RandomStream.Named("video", "training", Data, Task, Split, Part, Seed, purpose);

    /// <summary>The columns of a record file left of its key.</summary>
    internal static VideoRun Columns(RecordCells cells, VideoRun? run) => new()
    {
        Data = cells.Name("data", run?.Data),
        Task = cells.Text("task", run?.Task),
        Split = cells.Integer("split", run?.Split),
        Part = cells.Name("part", run?.Part),
        Target = cells.Name("target", run?.Target),
        FrameStep = cells.Integer("frame_step", run?.FrameStep),
        Seed = cells.Integer("seed", run?.Seed),
        Arm = cells.Name("arm", run?.Arm),
        Classes = cells.Integer("classes", run?.Classes),
        Lambda = cells.Number("lambda", run?.Lambda),
        LearningRate = cells.Number("learning_rate", run?.LearningRate),
        WeightDecay = cells.Number("weight_decay", run?.WeightDecay),
        Epochs = cells.Integer("epochs", run?.Epochs),
        BatchSize = cells.Integer("batch_size", run?.BatchSize),
    };
}
