using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>One model of <see cref="MechanismStudy"/>: severe sampling, published settings, stopped after some epochs.</summary>
public sealed record MechanismRun : IRunConfiguration
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

    /// <summary>Epochs after which the training is stopped and the model measured.</summary>
    public required int Epochs { get; init; }

    /// <summary>Number of classes C, of the head where there is one and of the measured posteriors.</summary>
    public int Classes { get; init; } = MechanismStudy.Classes;

    /// <inheritdoc/>
    public string Hash => IRunConfiguration.HashOf(FormattableString.Invariant($"mechanism;{Training.Hash};{Classes}"));

    /// <summary>The training: a run of the 1D study with fewer epochs.</summary>
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
                Classes = Arm.HasClasses() ? Classes : 0,
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
    internal static MechanismRun Columns(RecordCells cells, MechanismRun? run) => new()
    {
        Scenario = cells.Scenario(run?.Scenario),
        Function = cells.Integer("function", run?.Function),
        DataSeed = cells.Integer("data_seed", run?.DataSeed),
        TrainingSeed = cells.Integer("training_seed", run?.TrainingSeed),
        Arm = cells.Name("arm", run?.Arm),
        Epochs = cells.Integer("epochs", run?.Epochs),
        Classes = cells.Integer("classes", run?.Classes),
    };
}
