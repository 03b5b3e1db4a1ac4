using RegCls.Losses;
using RegCls.Training;

namespace RegCls.Studies.Searches;

/// <summary>What is tuned: an objective with the numbers that it can be tuned by.</summary>
/// <param name="Name">Its name in records of choices, tables and charts.</param>
/// <param name="Apply">Makes the model of a trial from one of the condition.</param>
public sealed record SearchArm(string Name, Func<RunConfiguration, RandomTrial, RunConfiguration> Apply)
{
    /// <summary>Number of classes where it is not searched.</summary>
    public const int Classes = 16;

    /// <summary>reg: learning rate and decay.</summary>
    public static SearchArm Reg { get; } = new("reg", (run, _) => run with { Arm = Arm.Reg, Lambda = 1, Classes = 0 });

    /// <summary>scaled reg, the control: learning rate, decay and λ.</summary>
    public static SearchArm ScaledReg { get; } = new("scaled reg", (run, trial) => run with { Arm = Arm.ScaledReg, Lambda = trial.Lambda, Classes = 0 });

    /// <summary>reg+cls with 16 classes, or those of the condition: learning rate, decay and λ.</summary>
    public static SearchArm RegCls { get; } = new("reg+cls", (run, trial) => run with { Arm = Arm.RegCls, Lambda = trial.Lambda, Classes = run.Classes > 0 ? run.Classes : Classes });

    /// <summary>The paper's two arms and the control.</summary>
    public static IReadOnlyList<SearchArm> Three { get; } = [Reg, ScaledReg, RegCls];

    /// <summary>Class losses added to the regression loss, each with C from 16 or 64 beside what reg+cls is tuned by, and classes alone, which have no λ.</summary>
    public static IReadOnlyList<SearchArm> ClassLosses { get; } =
    [
        Added("reg+cls", ClassLoss.CrossEntropy),
        Added("reg+soft labels", ClassLoss.SoftLabels),
        Added("reg+ordinal", ClassLoss.Ordinal),
        Added("reg+HL-Gauss", ClassLoss.HlGauss),
        Alone("most likely class", ClassLoss.CrossEntropy, Readout.MostLikely),
        Alone("expected class (DEX)", ClassLoss.CrossEntropy, Readout.ExpectedValue),
        Alone("ordinal alone", ClassLoss.Ordinal, Readout.ExpectedValue),
        Alone("HL-Gauss alone", ClassLoss.HlGauss, Readout.ExpectedValue),
    ];

    /// <summary>The same arm with Adam and coupled decay: the paper's.</summary>
    public SearchArm WithAdam() => new(Name, (run, trial) => Apply(run with { LearningRate = trial.LearningRate, WeightDecay = trial.CoupledDecay }, trial));

    /// <summary>The same arm with AdamW, whose decay is decoupled.</summary>
    public SearchArm WithAdamW() => new(Name + ", AdamW", (run, trial) => Apply(run with { LearningRate = trial.LearningRate, WeightDecay = trial.DecoupledDecay, Optimiser = Optimiser.AdamW }, trial));

    /// <summary>The same arm with plain SGD (momentum 0.9).</summary>
    public SearchArm WithSgd() => new(Name + ", SGD", (run, trial) => Apply(run with { LearningRate = trial.SgdLearningRate, WeightDecay = trial.CoupledDecay, Optimiser = Optimiser.Sgd, IsForcedVectorised = true }, trial));

    /// <summary>The same arm with another width of the second hidden layer.</summary>
    public SearchArm Wide(int width) => new($"{Name}, {width} units", (run, trial) => Apply(run with { Hidden = HiddenLayers.Of(6, width), IsForcedVectorised = true }, trial));

    private static SearchArm Added(string name, ClassLoss loss) => new(name, (run, trial) => run with { Arm = Arm.RegCls, Lambda = trial.Lambda, Classes = trial.Classes, ClassLoss = loss });

    private static SearchArm Alone(string name, ClassLoss loss, Readout readout) => new(name, (run, trial) => run with { Arm = Arm.RegCls, Lambda = 0, Classes = trial.Classes, ClassLoss = loss, Readout = readout });
}
