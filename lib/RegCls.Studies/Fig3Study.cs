using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// The study of Fig. 3: test MSE of reg and reg+cls over the number of classes, for three scenarios and four samplings, with the
/// control <c>λ · MSE</c> that the paper lacks. λ and learning rate are the published ones.
/// </summary>
public static class Fig3Study
{
    /// <summary>Samplings in the order of the figure's columns.</summary>
    public static IReadOnlyList<Sampling> Samplings { get; } = [Sampling.Uniform, Sampling.Mild, Sampling.Moderate, Sampling.Severe];

    /// <summary>Scenarios in the order of the figure's rows.</summary>
    public static IReadOnlyList<Scenario> Scenarios { get; } = [Scenario.Clean, Scenario.Noisy(0.1), Scenario.OutOfDistribution];

    /// <summary>
    /// The grid of a profile. Full: 10 functions, 5 seeds, C = 4 … 1024, 80 epochs (4,200 models). Quick: the part of it with the first
    /// 2 seeds and C = 4, 16, 64 (1,200 models), so that a quick run can be held against the recorded full run model by model.
    /// Smoke: 2 functions, 1 seed, C = 4 and 16, 1 epoch.
    /// </summary>
    public static Study<RunConfiguration> Create(Profile profile)
    {
        (int functions, int seeds, int epochs, IReadOnlyList<int> classes) = profile switch
        {
            Profile.Full => (10, 5, 80, PublishedSettings.Classes),
            Profile.Quick => (10, 2, 80, [4, 16, 64]),
            Profile.Smoke => (2, 1, 1, [4, 16]),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<RunConfiguration>(
            "fig3",
            "Fig. 3: test MSE against the number of classes, three scenarios, four samplings, with the control λ · MSE",
            profile,
            [.. Grid(functions, seeds, epochs, classes)]);
    }

    private static IEnumerable<RunConfiguration> Grid(int functions, int seeds, int epochs, IReadOnlyList<int> classes) =>
        from scenario in Scenarios
        from sampling in Samplings
        from function in Enumerable.Range(0, functions)
        from seed in Enumerable.Range(0, seeds)
        let reg = PublishedSettings.Reg(scenario, sampling, function, seed, epochs)
        let control = PublishedSettings.ScaledReg(reg)
        from run in classes.Select(c => control with { Arm = Arm.RegCls, Classes = c }).Prepend(control).Prepend(reg)
        select run;
}
