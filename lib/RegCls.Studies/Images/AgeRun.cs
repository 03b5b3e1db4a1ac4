using RegCls.Training.Images;

namespace RegCls.Studies.Images;

/// <summary>Everything that determines one trained age model.</summary>
public sealed record AgeRun : IRunConfiguration
{
    /// <summary>The faces.</summary>
    public required AgeData Data { get; init; }

    /// <summary>Share of AgeDB-DIR's label counts that is drawn; 1 for real faces.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Width and height of the images in pixels.</summary>
    public int Size { get; init; } = 64;

    /// <summary>The method.</summary>
    public required AgeMethod Method { get; init; }

    /// <summary>Number of classes C; 0 without classes.</summary>
    public int Classes { get; init; }

    /// <summary>λ; 1 where the method has none.</summary>
    public double Lambda { get; init; } = 1;

    /// <summary>Coupled weight decay; 0 in the release, with which the control equals reg by construction.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Passes over the training images; the one with the lowest validation MSE is tested.</summary>
    public required int Epochs { get; init; }

    /// <summary>Seed of weights, order, augmentation and kept samples.</summary>
    public int Seed { get; init; }

    /// <summary>Which split of real faces, the seed of its drawing; 0 is the one of all studies but <c>age-utk-splits</c>.</summary>
    public int Split { get; init; }

    /// <summary>The network.</summary>
    public PictureNetworkKind Network { get; init; }

    /// <summary>Names the weights that the network starts from (<see cref="PictureSettings.WeightsName"/>); empty for fresh ones.</summary>
    public string Weights { get; init; } = "";

    /// <summary>True for the paper's batch, steps and crops (<see cref="Options"/>).</summary>
    public bool AsPublished { get; init; }

    /// <inheritdoc/>
    public string Hash => IRunConfiguration.HashOf("age", Columns, this);

    /// <summary>
    /// The training's options: batch 64 on real faces and 16 on the fewer drawn ones (chosen by reg's error), Adam 1e-3, divided by 10 after 2/3 and 8/9 of the epochs, which are 60 and 80 of the paper's 90. As published: 128 images a step, as 16 passes of 8
    /// whose gradients are averaged, as 128 at 224 pixels would take 15 GB (so batch normalisation, and Balanced MSE's prior, see 8 at a time), and crops after padding 224 pixels by 16 (Sec. 3.2); the rate is not stated, 1e-3 is that of Yang et al.
    /// </summary>
    internal ImageTrainingOptions Options => new()
    {
        Epochs = Epochs,
        Seed = Seed,
        WeightDecay = WeightDecay,
        BatchSize = AsPublished ? 8 : Data == AgeData.BuiltIn ? 16 : 64,
        Accumulated = AsPublished ? 16 : 1,
        Padding = AsPublished ? Math.Max(1, Size / 14) : 4,
        EvaluationBatch = Network == PictureNetworkKind.Small ? 256 : 16,
    };

    /// <summary>The same with other pictures or another network.</summary>
    /// <exception cref="ArgumentException">Weights are given for a network that is no ResNet-50, or a size that it cannot take.</exception>
    public AgeRun With(PictureSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        AgeRun run = this with { Network = settings.Network ?? Network, Size = settings.Size ?? Size, Weights = settings.WeightsName is { Length: > 0 } weights ? weights : Weights };
        return run.Weights.Length == 0 || run.Network == PictureNetworkKind.ResNet50 ? run : throw new ArgumentException("Weights are for a ResNet-50: add --network resnet50.", nameof(settings));
    }

    long IRunConfiguration.Cost => (long)(1000 * Share) * Size * Size * Epochs;

    object IRunConfiguration.Kind => Network == PictureNetworkKind.Small ? (Data, Share, Size, Method, Epochs) : (Data, Share, Size, Method, Epochs, Network);

    (string Kind, long Count)? IRunConfiguration.Pieces => Network == PictureNetworkKind.Small ? null : ($"picture {Network} {Size}", (long)Epochs * Pictures.Training);

    long IRunConfiguration.DiskBytes => 3L * Size * Size * Pictures.All;

    // As published; UTKFace's without duplicates.
    private (int Training, int All) Pictures => Data switch { AgeData.ImdbWiki => (191_509, 213_553), AgeData.AgeDb => (12_208, 16_488), AgeData.UtkFace => (18_543, 23_707), _ => (0, 0) };

    /// <summary>The columns of a record file left of its key.</summary>
    internal static AgeRun Columns(RecordCells cells, AgeRun? run) => new()
    {
        Data = cells.Name("data", run?.Data),
        Share = cells.Number("share", run?.Share),
        Size = cells.Integer("size", run?.Size),
        Method = cells.Name("method", run?.Method),
        Classes = cells.Integer("classes", run?.Classes),
        Lambda = cells.Number("lambda", run?.Lambda),
        WeightDecay = cells.Number("weight_decay", run?.WeightDecay),
        Epochs = cells.Integer("epochs", run?.Epochs),
        Seed = cells.Integer("seed", run?.Seed),
        Split = cells.LaterInteger("split", run?.Split),
        Network = cells.LaterName("network", run?.Network),
        Weights = cells.LaterText("weights", run?.Weights),
        AsPublished = cells.LaterText("recipe", run?.AsPublished == true ? "paper" : "") == "paper",
    };
}
