using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>Learning rate and λ that the paper uses for a 1D scenario, found by its authors on validation sets (Sec. 2.1).</summary>
/// <param name="LearningRate">Adam's learning rate.</param>
/// <param name="Lambda">Weight λ of the regression term (Eq. 4).</param>
public readonly record struct PublishedSettings(double LearningRate, double Lambda)
{
    /// <summary>Coupled weight decay of all 1D experiments.</summary>
    public const double WeightDecay = 1e-3;

    /// <summary>Numbers of classes of Fig. 3 and Tab. 1.</summary>
    public static IReadOnlyList<int> Classes { get; } = [4, 16, 64, 256, 1024];

    /// <summary>The published reg of a function and seed: what the grids of the 1D studies start from.</summary>
    /// <param name="scenario">Scenario of the data.</param>
    /// <param name="sampling">Sampling of the training set.</param>
    /// <param name="function">Index of the function.</param>
    /// <param name="seed">Number of the seed in <see cref="StudySeeds"/>, from 0.</param>
    /// <param name="epochs">Passes over the training set.</param>
    public static RunConfiguration Reg(Scenario scenario, Sampling sampling, int function, int seed, int epochs) => new()
    {
        Scenario = scenario,
        Sampling = sampling,
        Function = function,
        DataSeed = StudySeeds.Data[seed],
        TrainingSeed = StudySeeds.Training[seed],
        Arm = Arm.Reg,
        Lambda = 1,
        LearningRate = For(scenario).LearningRate,
        Epochs = epochs,
    };

    /// <summary>The control of a published reg: the same with the λ of its scenario in front of the loss.</summary>
    public static RunConfiguration ScaledReg(RunConfiguration reg) => reg with { Arm = Arm.ScaledReg, Lambda = For(reg.Scenario).Lambda };

    /// <summary>The settings of a scenario: clean 1e-3 and 1e2, noisy 1e-2 and 1e3, out-of-distribution 1e-4 and 1e4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scenario is unknown.</exception>
    public static PublishedSettings For(Scenario scenario) => scenario.Kind switch
    {
        ScenarioKind.Clean => new(1e-3, 1e2),
        ScenarioKind.Noisy => new(1e-2, 1e3),
        ScenarioKind.OutOfDistribution => new(1e-4, 1e4),
        _ => throw new ArgumentOutOfRangeException(nameof(scenario), scenario, "Expected clean, noisy or out-of-distribution."),
    };
}
