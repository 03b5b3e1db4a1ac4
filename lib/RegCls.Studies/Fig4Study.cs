using RegCls.Binning;
using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// The search for λ behind Fig. 4 and Tab. 1: every arm on every λ of a grid, chosen on the uniform validation sets. scaled reg gets the
/// same grid as reg+cls, and at λ = 1 it is reg, so no arm is searched harder than another.
/// </summary>
public static class Fig4Study
{
    /// <summary>The eight values of λ, 1e-3 to 1e4: with ten functions, three seeds and five C they give the 1,200 runs that every share of Tab. 1 is a multiple of.</summary>
    public static IReadOnlyList<double> Lambdas { get; } = [1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4];

    /// <summary>Scenarios of Fig. 4 and Tab. 1.</summary>
    public static IReadOnlyList<Scenario> Scenarios { get; } = [Scenario.Clean, Scenario.Noisy(0.1)];

    /// <summary>How the classes of reg+cls are made: the two halves of Tab. 1.</summary>
    public static IReadOnlyList<ClassDefinition> Definitions { get; } = [ClassDefinition.Uniform, ClassDefinition.Balanced];

    /// <summary>
    /// The grid of a profile, function by function, so that a part of it is a whole study of fewer functions. Full: 10 functions, 3 seeds, 4 samplings,
    /// C = 4 … 1024, 80 epochs (21,360 models). Quick: the part of it with 3 functions, 1 seed, uniform and severe sampling, C = 16 and
    /// every λ (300 models). Smoke: 2 functions, 1 seed, severe sampling, C = 4, two λ, 1 epoch.
    /// </summary>
    public static Study<RunConfiguration> Create(Profile profile) => new(
        "fig4",
        "Fig. 4 and Tab. 1: reg+cls with uniform and with balanced classes, and the control, for eight λ",
        profile,
        [.. Grid(Scenarios, Definitions, Sizes(profile, PublishedSettings.Classes))]);

    /// <summary>
    /// The same search for the out-of-distribution scenario, which the paper's Fig. 4 leaves out: uniform classes, C = 4, 16, 64 in the full
    /// profile (3,960 models), because a λ of one's own is wanted for all of Fig. 3.
    /// </summary>
    public static Study<RunConfiguration> CreateOutOfDistribution(Profile profile) => new(
        "fig4-ood",
        "The search for λ in the out-of-distribution scenario, which the paper's Fig. 4 leaves out",
        profile,
        [.. Grid([Scenario.OutOfDistribution], [ClassDefinition.Uniform], Sizes(profile, [4, 16, 64]))]);

    private static GridSizes Sizes(Profile profile, IReadOnlyList<int> fullClasses) => profile switch
    {
        Profile.Full => new(10, 3, 80, fullClasses, Fig3Study.Samplings, Lambdas),
        Profile.Quick => new(3, 1, 80, [16], [Sampling.Uniform, Sampling.Severe], Lambdas),
        Profile.Smoke => new(2, 1, 1, [4], [Sampling.Severe], [1, 100]),
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
    };

    private static IEnumerable<RunConfiguration> Grid(IReadOnlyList<Scenario> scenarios, IReadOnlyList<ClassDefinition> definitions, GridSizes sizes) =>
        from seed in Enumerable.Range(0, sizes.Seeds)
        from function in Enumerable.Range(0, sizes.Functions)
        from scenario in scenarios
        from sampling in sizes.Samplings
        let reg = PublishedSettings.Reg(scenario, sampling, function, seed, sizes.Epochs)
        from run in sizes.Lambdas.SelectMany(lambda => Arms(reg, lambda, sizes.Classes, definitions)).Prepend(reg)
        select run;

    private static IEnumerable<RunConfiguration> Arms(RunConfiguration reg, double lambda, IReadOnlyList<int> classes, IReadOnlyList<ClassDefinition> definitions) =>
        (from c in classes
         from definition in definitions
         select reg with { Arm = Arm.RegCls, Lambda = lambda, Classes = c, ClassDefinition = definition })
        .Prepend(reg with { Arm = Arm.ScaledReg, Lambda = lambda });

    private sealed record GridSizes(int Functions, int Seeds, int Epochs, IReadOnlyList<int> Classes, IReadOnlyList<Sampling> Samplings, IReadOnlyList<double> Lambdas);
}
