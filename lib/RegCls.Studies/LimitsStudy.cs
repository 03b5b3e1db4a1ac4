using RegCls.Data;
using RegCls.Losses;
using RegCls.Studies.Searches;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// What the paper leaves open: does the effect depend on the size of the network, the optimiser, the regression loss, and the common factor s of
/// the objective? Each setting is searched anew for every arm with one budget: the same number of random trials, the best chosen on validation.
/// </summary>
/// <remarks>
/// <para>Clean data, severe sampling, C = 16, 40 epochs, weight decay 1e-3. One factor at a time around two hidden layers of 17 units, Adam and the squared loss. Depths have the
/// widths that bring the number of parameters closest to the 358 of 17-17: 119 (1 layer, 358), 12-12-12 (349), 10-10-10-10 (361).</para>
/// <para>A trial draws log-uniformly: learning rate in [1e-4, 1e-1] (SGD: [1e-5, 1e-1]), λ in [0.1, 1000], s in [0.01, 100], from a stream named by setting and trial, so that
/// the arms of a trial share what they have in common. reg uses the learning rate alone; scaled reg and reg+cls use all three, so that the control is again the same objective without the classes. Ranges and budget were fixed before the study was run.</para>
/// </remarks>
public static class LimitsStudy
{
    /// <summary>Number of classes.</summary>
    public const int Classes = 16;

    /// <summary>The functions that are searched: three, spread over the ten, chosen before any run.</summary>
    public static IReadOnlyList<int> Functions { get; } = [0, 3, 8];

    /// <summary>The settings, one factor at a time.</summary>
    public static IReadOnlyList<LimitsSetting> Settings { get; } =
    [
        .. new[] { 5, 9, 17, 33, 65 }.Select(width => new LimitsSetting("width", $"{width}", HiddenLayers.Of(width, width), Optimiser.Adam, RegressionLoss.Squared)),
        new("depth", "1", HiddenLayers.Of(119), Optimiser.Adam, RegressionLoss.Squared),
        new("depth", "3", HiddenLayers.Of(12, 12, 12), Optimiser.Adam, RegressionLoss.Squared),
        new("depth", "4", HiddenLayers.Of(10, 10, 10, 10), Optimiser.Adam, RegressionLoss.Squared),
        new("optimiser", "SGD", HiddenLayers.Of(17, 17), Optimiser.Sgd, RegressionLoss.Squared),
        new("loss", "L1", HiddenLayers.Of(17, 17), Optimiser.Adam, RegressionLoss.Absolute),
        new("loss", "Huber", HiddenLayers.Of(17, 17), Optimiser.Adam, RegressionLoss.Huber),
    ];

    /// <summary>
    /// The grid of a profile. Full: 11 settings, 3 functions, 30 trials for each of 3 arms, 40 epochs (2,970 models). Quick: the part of it with the settings 17-17 and SGD,
    /// 2 functions and 10 trials (120 models). Smoke: 2 settings, 2 functions, 2 trials, 1 epoch.
    /// </summary>
    public static Study<RunConfiguration> Create(Profile profile)
    {
        (IReadOnlyList<LimitsSetting> settings, int functions, int trials, int epochs) = profile switch
        {
            Profile.Full => (Settings, 3, 30, 40),
            Profile.Quick => ([.. Settings.Where(setting => setting.Hidden == HiddenLayers.Of(17, 17) && setting.Factor is "width" or "optimiser")], 2, 10, 40),
            Profile.Smoke => ([.. Settings.Where(setting => setting.Hidden == HiddenLayers.Of(17, 17)).Take(2)], 2, 2, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<RunConfiguration>(
            "limits",
            "Network size, depth, optimiser, regression loss and loss scale: random search with one budget an arm",
            profile,
            [
                .. from function in Functions.Take(functions)
                   from setting in settings
                   from run in Trials(setting, function, trials, epochs)
                   select run,
            ]);
    }

    private static IEnumerable<RunConfiguration> Trials(LimitsSetting setting, int function, int trials, int epochs)
    {
        RunConfiguration[] regs = [.. Enumerable.Range(0, trials).Select(trial => Trial(setting, function, trial, epochs))];
        return
        [
            .. regs.Select(run => run with { Arm = Arm.Reg, Lambda = 1, LossScale = 1, Classes = 0 }),
            .. regs.Select(run => run with { Arm = Arm.ScaledReg, Classes = 0 }),
            .. regs,
        ];
    }

    private static RunConfiguration Trial(LimitsSetting setting, int function, int trial, int epochs)
    {
        RandomStream stream = RandomStream.Named("1d", "limits", setting.Factor, setting.Value, "trial", trial);
        double learningRate = RandomTrial.LogUniform(stream, setting.Optimiser == Optimiser.Sgd ? 1e-5 : 1e-4, 1e-1), lambda = RandomTrial.LogUniform(stream, 1e-1, 1e3), scale = RandomTrial.LogUniform(stream, 1e-2, 1e2);
        return new RunConfiguration
        {
            Scenario = Scenario.Clean,
            Sampling = Sampling.Severe,
            Function = function,
            DataSeed = StudySeeds.Data[0],
            TrainingSeed = StudySeeds.Training[0],
            Arm = Arm.RegCls,
            Classes = Classes,
            Lambda = lambda,
            LearningRate = learningRate,
            Epochs = epochs,
            Hidden = setting.Hidden,
            Optimiser = setting.Optimiser,
            Loss = setting.Loss,
            LossScale = scale,
        };
    }
}
