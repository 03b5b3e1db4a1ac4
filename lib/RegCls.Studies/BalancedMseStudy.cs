using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// Balanced MSE (Ren et al. 2022), the other fix for imbalanced targets, on the severe column of Fig. 3: GAI and BMC in the place of MSE, with reg, scaled reg and reg+cls beside them. Network,
/// seeds, sample order, learning rate and weight decay are the published ones.
/// </summary>
/// <remarks>
/// A Balanced MSE is brought to the scale of MSE by its factor 2σ², so it meets the weight decay of reg at λ = 1 and that of scaled reg and reg+cls at the published λ. Both are run.
/// σ starts at 1 and is learned with the learning rate of the weights, without weight decay; GAI's mixture has 8 components.
/// </remarks>
public static class BalancedMseStudy
{
    /// <summary>Number of classes of reg+cls.</summary>
    public const int Classes = 16;

    /// <summary>The arms, in the order of figures and tables.</summary>
    public static IReadOnlyList<StudyArm> Arms { get; } =
        [StudyArm.Reg, StudyArm.Gai, StudyArm.Bmc, StudyArm.ScaledReg, StudyArm.ScaledGai, StudyArm.ScaledBmc, StudyArm.RegCls];

    /// <summary>
    /// The grid of a profile. Full: clean and noisy, severe sampling, 10 functions, 5 seeds, 7 arms, 80 epochs (700 models, 300 of them those of Fig. 3). Quick: noisy data, 2 functions,
    /// 1 seed and 40 epochs (14 models). Smoke: 2 functions, clean, 1 epoch.
    /// </summary>
    public static Study<RunConfiguration> Create(Profile profile)
    {
        (IReadOnlyList<Scenario> scenarios, int functions, int seeds, int epochs) = profile switch
        {
            Profile.Full => (Fig4Study.Scenarios, 10, 5, 80),
            Profile.Quick => ([Scenario.Noisy(0.1)], 2, 1, 40),
            Profile.Smoke => (Enumerable.Repeat(Scenario.Clean, 1).ToArray(), 2, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<RunConfiguration>(
            "balanced-mse",
            "Balanced MSE (GAI, BMC) against reg, scaled reg and reg+cls, severe sampling, published settings, C = 16",
            profile,
            [.. Grid(scenarios, functions, seeds, epochs)]);
    }

    private static IEnumerable<RunConfiguration> Grid(IReadOnlyList<Scenario> scenarios, int functions, int seeds, int epochs) =>
        from scenario in scenarios
        from seed in Enumerable.Range(0, seeds)
        from function in Enumerable.Range(0, functions)
        let settings = PublishedSettings.For(scenario)
        from arm in Arms
        select new RunConfiguration
        {
            Scenario = scenario,
            Sampling = Sampling.Severe,
            Function = function,
            DataSeed = StudySeeds.Data[seed],
            TrainingSeed = StudySeeds.Training[seed],
            Arm = arm.Arm,
            Classes = arm.Arm.HasClasses() ? Classes : 0,
            Loss = arm.Loss,
            Lambda = arm.Arm == Arm.Reg ? 1 : settings.Lambda,
            LearningRate = settings.LearningRate,
            Epochs = epochs,
        };
}
