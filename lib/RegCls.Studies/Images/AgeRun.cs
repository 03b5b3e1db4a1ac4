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

    /// <inheritdoc/>
    public string Hash => IRunConfiguration.HashOf("age", Columns, this);

    /// <summary>The training's options: batch 64 on real faces and 16 on the fewer drawn ones (chosen by reg's error), Adam 1e-3, divided by 10 after 2/3 and 8/9 of the epochs.</summary>
    internal ImageTrainingOptions Options => new() { Epochs = Epochs, Seed = Seed, WeightDecay = WeightDecay, BatchSize = Data == AgeData.BuiltIn ? 16 : 64 };

    long IRunConfiguration.Cost => (long)(1000 * Share) * Size * Size * Epochs;

    object IRunConfiguration.Kind => (Data, Share, Size, Method, Epochs);

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
    };
}
