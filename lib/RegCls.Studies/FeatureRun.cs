using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>One model of <see cref="FeatureStudy"/>: severe sampling, published settings; at 80 epochs it is a model of Fig. 3.</summary>
public sealed record FeatureRun : IRunConfiguration
{
    /// <summary>Scenario and noise of the data.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Index of the function in <see cref="SumOfSines.Published"/>, 0 to 9.</summary>
    public required int Function { get; init; }

    /// <summary>Seed of the data.</summary>
    public required int DataSeed { get; init; }

    /// <summary>Seed of initial weights and sample order.</summary>
    public required int TrainingSeed { get; init; }

    /// <summary>What is minimised.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Passes over the training set.</summary>
    public int Epochs { get; init; } = 80;

    /// <inheritdoc/>
    public string Hash => IRunConfiguration.HashOf(FormattableString.Invariant($"features;{Training.Hash}"));

    /// <summary>The training: a run of the 1D study.</summary>
    internal RunConfiguration Training
    {
        get
        {
            PublishedSettings settings = PublishedSettings.For(Scenario);
            return new RunConfiguration
            {
                Scenario = Scenario,
                Sampling = Sampling.Severe,
                Function = Function,
                DataSeed = DataSeed,
                TrainingSeed = TrainingSeed,
                Arm = Arm,
                Classes = Arm.HasClasses() ? FeatureStudy.Classes : 0,
                Lambda = Arm == Arm.Reg ? 1 : settings.Lambda,
                LearningRate = settings.LearningRate,
                Epochs = Epochs,
            };
        }
    }

    object IRunConfiguration.DataSet => DataSetKey.Of(Training);

    long IRunConfiguration.Cost => ((IRunConfiguration)Training).Cost;

    object IRunConfiguration.Kind => (Arm, Epochs);

    /// <summary>The columns of a record file left of its key.</summary>
    internal static FeatureRun Columns(RecordCells cells, FeatureRun? run) => new()
    {
        Scenario = cells.Scenario(run?.Scenario),
        Function = cells.Integer("function", run?.Function),
        DataSeed = cells.Integer("data_seed", run?.DataSeed),
        TrainingSeed = cells.Integer("training_seed", run?.TrainingSeed),
        Arm = cells.Name("arm", run?.Arm),
        Epochs = cells.Integer("epochs", run?.Epochs),
    };
}
