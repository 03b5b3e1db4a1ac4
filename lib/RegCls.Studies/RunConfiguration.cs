using RegCls.Binning;
using RegCls.Data;
using RegCls.Losses;
using RegCls.Models;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>Everything that determines one trained model of the 1D study.</summary>
public sealed record RunConfiguration : IRunConfiguration
{
    // What a model costs beside its classes, in classes: recorded seconds of the Fig. 3 study grow as 50 + C.
    private const int CostWithoutClasses = 50;

    /// <summary>Scenario and noise of the data.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Sampling of the training set.</summary>
    public required Sampling Sampling { get; init; }

    /// <summary>How the data are drawn: as the authors' code does, or as the paper says.</summary>
    public SamplingVariant Variant { get; init; } = SamplingVariant.AsReleased;

    /// <summary>Index of the function in <see cref="SumOfSines.Published"/>, 0 to 9.</summary>
    public required int Function { get; init; }

    /// <summary>Seed of the data.</summary>
    public required int DataSeed { get; init; }

    /// <summary>Seed of initial weights and sample order.</summary>
    public required int TrainingSeed { get; init; }

    /// <summary>What is minimised.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Number of classes C; 0 without classification.</summary>
    public int Classes { get; init; }

    /// <summary>How the classes are made; of no meaning without classification.</summary>
    public ClassDefinition ClassDefinition { get; init; }

    /// <summary>Factor λ of the regression term; 1 for <see cref="Arm.Reg"/>.</summary>
    public required double Lambda { get; init; }

    /// <summary>Adam's learning rate.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Coupled weight decay.</summary>
    public double WeightDecay { get; init; } = PublishedSettings.WeightDecay;

    /// <summary>Passes over the training set.</summary>
    public int Epochs { get; init; } = 80;

    /// <summary>Samples a step.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>Widths of the hidden layers.</summary>
    public HiddenLayers Hidden { get; init; } = HiddenLayers.Table6;

    /// <summary>How parameters are updated.</summary>
    public Optimiser Optimiser { get; init; }

    /// <summary>Which epoch's parameters are kept.</summary>
    public Selection Selection { get; init; }

    /// <summary>The regression loss.</summary>
    public RegressionLoss Loss { get; init; }

    /// <summary>Common factor s on the whole objective.</summary>
    public double LossScale { get; init; } = 1;

    /// <summary>What the class head is trained with; of no meaning without classification.</summary>
    public ClassLoss ClassLoss { get; init; }

    /// <summary>Where predictions come from.</summary>
    public Readout Readout { get; init; }

    /// <summary>How the size of the objective is set during training. <see cref="LossScaling.MatchedGradient"/> follows reg+cls with 16 classes, the same λ, rate and decay.</summary>
    public LossScaling Scaling { get; init; }

    /// <summary>True where the targets are standardised for the training, and predictions brought back: mean 0 and standard deviation 1 over the training set.</summary>
    public bool Standardised { get; init; }

    /// <summary>What is done to the training targets; validation and test keep theirs.</summary>
    public TrainingNoise Noise { get; init; }

    /// <summary>Size of the training set, which is drawn from the whole one, smaller ones from larger ones; null for the whole.</summary>
    public int? Samples { get; init; }

    /// <summary>The code that trains it where that is not what the network asks for: the vectorised engine for networks of other shapes, and for SGD.</summary>
    public bool IsForcedVectorised { get; init; }

    /// <summary>Floating-point type of the training; the release's is <see cref="Models.Precision.Double"/>.</summary>
    public Precision Precision { get; init; }

    /// <summary>
    /// Sixteen hexadecimal digits that name the run: the start of the SHA-256 of all fields. Records are keyed by it, so a record can
    /// only be reused for exactly the same run.
    /// </summary>
    public string Hash => IRunConfiguration.HashOf("1d", Columns, this);

    /// <summary>What this run does otherwise than the published ones, as <c>name=value</c> pairs joined by semicolons; empty if nothing.</summary>
    public string Variation => RunVariation.Text(this);

    object IRunConfiguration.DataSet => DataSetKey.Of(this);

    object IRunConfiguration.Network => TrainingBatch.IsVectorised(this) ? Hash : (Hidden, Optimiser, Loss, Classes, ClassDefinition, WeightDecay, Epochs, BatchSize, Precision);

    int IRunConfiguration.Replicas => TrainingBatch.MaximumReplicas;

    // In passes over the training set with one class.
    long IRunConfiguration.Cost => (long)Epochs * (CostWithoutClasses + Classes);

    object IRunConfiguration.Kind => (Arm, Classes, ClassDefinition, Epochs, BatchSize, Hidden, Optimiser, Loss, Precision);

    /// <summary>Draws the data set of this run; runs that differ only in arm, classes, λ or training draw the same one.</summary>
    public FunctionDataSet GenerateData()
    {
        FunctionDataSet data = FunctionDataGenerator.Generate(SumOfSines.Published[Function], Function, Scenario, Sampling, DataSeed, Variant);
        SampleSet train = Noise.Apply(data.Train, RandomStream.Named("1d", "training noise", Function, DataSeed, Noise));
        return data with { Train = Samples is { } samples ? train.Subset(samples, RandomStream.Named("1d", "subset", Function, DataSeed)) : train };
    }

    /// <summary>
    /// A random stream of this run. It depends on function and seeds only, not on the arm: all arms start from the same hidden
    /// weights and see the samples in the same order, so that their difference is the objective's alone.
    /// </summary>
    /// <param name="purpose">What the stream is for: <c>initialisation</c>, <c>shuffle</c>, …</param>
    public RandomStream Stream(string purpose) => RandomStream.Named("1d", "training", Function, DataSeed, TrainingSeed, purpose);

    /// <summary>The columns of a record file left of its key. What a run does otherwise than published stands last, and is no part of the key of a published one.</summary>
    internal static RunConfiguration Columns(RecordCells cells, RunConfiguration? run)
    {
        RunConfiguration published = new()
        {
            Scenario = cells.Scenario(run?.Scenario),
            Sampling = cells.Name("sampling", run?.Sampling),
            Variant = cells.Name("variant", run?.Variant),
            Function = cells.Integer("function", run?.Function),
            DataSeed = cells.Integer("data_seed", run?.DataSeed),
            TrainingSeed = cells.Integer("training_seed", run?.TrainingSeed),
            Arm = cells.Name("arm", run?.Arm),
            Classes = cells.Integer("classes", run?.Classes),
            Lambda = cells.Number("lambda", run?.Lambda),
            LearningRate = cells.Number("learning_rate", run?.LearningRate),
            WeightDecay = cells.Number("weight_decay", run?.WeightDecay),
            Epochs = cells.Integer("epochs", run?.Epochs),
            BatchSize = cells.Integer("batch_size", run?.BatchSize),
        };
        return RunVariation.Apply(cells.Text("variation", run?.Variation), published);
    }
}
