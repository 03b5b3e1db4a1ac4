using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Training.Depth;

namespace RegCls.Studies.Depth;

/// <summary>Everything that determines one trained depth model.</summary>
public sealed record DepthRun : IRunConfiguration
{
    /// <summary>Width of the images in the short trainings; depth is predicted at half of it.</summary>
    public const int SmallWidth = 80;

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

    /// <summary>Width of the images in pixels.</summary>
    public int Width { get; init; } = SmallWidth;

    /// <summary>Height of the images: that of 640×480 scaled down, in the paper's 304×228 and here.</summary>
    public int Height => Width * 3 / 4;

    /// <summary>The network.</summary>
    public PictureNetworkKind Network { get; init; }

    /// <summary>Names the weights that the encoder starts from (<see cref="PictureSettings.WeightsName"/>); empty for fresh ones.</summary>
    public string Weights { get; init; } = "";

    /// <summary>True for all pictures, and the paper's batches and rate (<see cref="Options"/>).</summary>
    public bool AsPublished { get; init; }

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

    /// <summary>The training's options: batch 8, Adam 1e-3, divided by 10 after 2/3 and 8/9 of the epochs. As published: Adam 1e-4, 16 pictures and 2 accumulated batches a step (Sec. 3.2), for balanced samples 8 and 4.</summary>
    public DepthTrainingOptions Options
    {
        get
        {
            DepthTrainingOptions options = new() { Epochs = Epochs, Seed = Seed, WeightDecay = WeightDecay };
            bool kept = Method is DepthMethod.RegBalancedSamples or DepthMethod.RegClsBalancedSamples;
            return AsPublished ? options with { LearningRate = 1e-4, BatchSize = kept ? 8 : 16, Accumulated = kept ? 4 : 2 } : options;
        }
    }

    /// <summary>The same with other pictures or another network.</summary>
    /// <exception cref="ArgumentException">Weights are given for a network that is no ResNet-50, or a width whose half and height are no whole numbers.</exception>
    public DepthRun With(PictureSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        DepthRun run = this with { Network = settings.Network ?? Network, Width = settings.Size ?? Width, Weights = settings.WeightsName is { Length: > 0 } weights ? weights : Weights };
        return run.Width % 8 != 0 || run.Width < 24 ? throw new ArgumentException($"--size is {run.Width}: frames are 4:3 with even sides and depth is predicted at half of them, so expected a width that 8 divides, such as 80 or 304.", nameof(settings))
            : run.Weights.Length > 0 && run.Network == PictureNetworkKind.Small ? throw new ArgumentException("Weights are for a ResNet-50: add --network resnet50.", nameof(settings))
            : run;
    }

    long IRunConfiguration.Cost => (Data switch { DepthData.BuiltIn => 1L, DepthData.Recording => 2L, DepthData.NyuLabelled => 8L, _ => 20L }) * Epochs * (100 + Classes);

    object IRunConfiguration.Kind => Network == PictureNetworkKind.Small && Width == SmallWidth ? (Data, Method, Classes, Epochs) : (Data, Method, Classes, Epochs, Network, Width);

    (string Kind, long Count)? IRunConfiguration.Pieces => Network == PictureNetworkKind.Small ? null : ($"frame {Network} {Width}", (long)Epochs * TrainingFrames);

    // Colours, depths and a mask.
    long IRunConfiguration.DiskBytes => 6L * Width * Height * (Data == DepthData.Nyud2 ? (AsPublished ? 50_688 : 50_688 / DepthRunner.Nyud2Step) + 654 : 0);

    // As published, a fifth of the folders being for validation.
    private int TrainingFrames => Data == DepthData.Nyud2 ? 50_688 * 4 / 5 / (AsPublished ? 1 : DepthRunner.Nyud2Step) : 0;

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
        Width = cells.LaterInteger("width", run is null || run.Width == SmallWidth ? 0 : run.Width) is var width && width > 0 ? width : SmallWidth,
        Network = cells.LaterName("network", run?.Network),
        Weights = cells.LaterText("weights", run?.Weights),
        AsPublished = cells.LaterText("recipe", run?.AsPublished == true ? "paper" : "") == "paper",
    };
}
