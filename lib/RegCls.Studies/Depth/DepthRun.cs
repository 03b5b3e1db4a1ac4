using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Training.Depth;

namespace RegCls.Studies.Depth;

/// <summary>Everything that determines one trained depth model.</summary>
public sealed record DepthRun : IRunConfiguration
{
    /// <summary>Size of the images; depth is predicted at half of it.</summary>
    public const int Width = 80, Height = 60;

    /// <summary>The frames.</summary>
    public required DepthData Data { get; init; }

    /// <summary>Which split of a recording: stretch k of the pattern of <see cref="TimeSplit"/> becomes stretch k + fold. 0 for built-in rooms.</summary>
    public int Fold { get; init; }

    /// <summary>The method.</summary>
    public required DepthMethod Method { get; init; }

    /// <summary>Number of classes C; 0 without classes.</summary>
    public int Classes { get; init; }

    /// <summary>λ; 1 where the method has none.</summary>
    public double Lambda { get; init; } = 1;

    /// <summary>Coupled weight decay; 1e-4 in the release.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Passes over the training frames.</summary>
    public required int Epochs { get; init; }

    /// <summary>Seed of weights, order, augmentation and kept pixels.</summary>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public string Hash => IRunConfiguration.HashOf("depth", Columns, this);

    /// <summary>Name of the arm in tables.</summary>
    public string DisplayName => Method.DisplayName(Classes);

    /// <summary>What the classes cover, in metres: [0, 10] as in the paper; [0, 4] for the recording, which ends below 4 m, so that two equal classes are two.</summary>
    public Interval ClassRange => Data == DepthData.Recording ? new Interval(0, 4) : new Interval(0, 10);

    /// <summary>How a recording is split.</summary>
    public TimeSplit Split
    {
        get
        {
            TimeSplit split = new();
            int length = split.Pattern.Count;
            return split with { Pattern = [.. Enumerable.Range(0, length).Select(i => split.Pattern[((i - Fold) % length + length) % length])] };
        }
    }

    /// <summary>The training's options: batch 8, Adam 1e-3, divided by 10 after 2/3 and 8/9 of the epochs.</summary>
    public DepthTrainingOptions Options => new() { Epochs = Epochs, Seed = Seed, WeightDecay = WeightDecay };

    long IRunConfiguration.Cost => (Data switch { DepthData.BuiltIn => 1L, DepthData.Recording => 2L, DepthData.NyuLabelled => 8L, _ => 20L }) * Epochs * (100 + Classes);

    object IRunConfiguration.Kind => (Data, Method, Classes, Epochs);

    /// <summary>The columns of a record file left of its key.</summary>
    internal static DepthRun Columns(RecordCells cells, DepthRun? run) => new()
    {
        Data = cells.Name("data", run?.Data),
        Fold = cells.Integer("fold", run?.Fold),
        Method = cells.Name("method", run?.Method),
        Classes = cells.Integer("classes", run?.Classes),
        Lambda = cells.Number("lambda", run?.Lambda),
        WeightDecay = cells.Number("weight_decay", run?.WeightDecay),
        Epochs = cells.Integer("epochs", run?.Epochs),
        Seed = cells.Integer("seed", run?.Seed),
    };
}
