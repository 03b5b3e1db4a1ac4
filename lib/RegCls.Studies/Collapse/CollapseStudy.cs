using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// Is it one knob? Weight decay and the factor λ on a grid of their own, with coupled decay (Adam) and decoupled (AdamW): if only their ratio counts, the errors of all pairs fall on one curve over <c>decay / λ</c>. The grid has
/// the reverse of the control as well: reg+cls whose decay is multiplied by λ, so that decay ÷ loss scale is reg's; and the decay that each arm would choose for itself.
/// </summary>
public static class CollapseStudy
{
    /// <summary>Number of classes of reg+cls.</summary>
    public const int Classes = 16;

    /// <summary>λ of scaled reg, six decades; at 1 it is reg.</summary>
    public static IReadOnlyList<double> Lambdas { get; } = [1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4];

    /// <summary>λ of reg+cls: none, and the three that the paper publishes.</summary>
    public static IReadOnlyList<double> ClassLambdas { get; } = [1, 1e2, 1e3, 1e4];

    /// <summary>Coupled weight decay: none, and five decades up to 1.</summary>
    public static IReadOnlyList<double> CoupledDecays { get; } = [0, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1];

    /// <summary>Decoupled weight decay; without decay it is the coupled one. At a learning rate of 1e-3, 1e-3 shrinks weights by 0.7 % in all 6,720 steps: the grid has to go on to where it matters.</summary>
    public static IReadOnlyList<double> DecoupledDecays { get; } = [1e-3, 1e-2, 1e-1, 1, 10];

    /// <summary>
    /// The grid of a profile, severe sampling, where the effect is. Full: clean and noisy, 10 functions, 5 seeds, 12 strengths of decay, λ as above, 80 epochs (13,200 models). Quick: the part of it with clean data,
    /// 2 functions and 1 seed (264 models). Smoke: 2 functions, two strengths, two λ, 1 epoch.
    /// </summary>
    public static Study<RunConfiguration> Create(Profile profile) => Grid("collapse", Sampling.Severe, profile);

    /// <summary>The same grid under uniform sampling, where the effect is small.</summary>
    public static Study<RunConfiguration> CreateUniform(Profile profile) => Grid("collapse-uniform", Sampling.Uniform, profile);

    private static Study<RunConfiguration> Grid(string name, Sampling sampling, Profile profile)
    {
        (IReadOnlyList<Scenario> scenarios, int functions, int seeds, int epochs, Func<RunConfiguration, bool> isIn) = profile switch
        {
            Profile.Full => (Fig4Study.Scenarios, 10, 5, 80, (Func<RunConfiguration, bool>)(_ => true)),
            Profile.Quick => ([Scenario.Clean], 2, 1, 80, _ => true),
            Profile.Smoke => ([Scenario.Clean], 2, 1, 1, run => run.WeightDecay is 0 or 1e-3 && run.Lambda is 1 or 100),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<RunConfiguration>(
            name,
            $"Weight decay times λ, coupled and decoupled, {sampling.ToString().ToLowerInvariant()} sampling: does the test error depend on their ratio alone?",
            profile,
            [
                .. from seed in Enumerable.Range(0, seeds)
                   from function in Enumerable.Range(0, functions)
                   from scenario in scenarios
                   let reg = PublishedSettings.Reg(scenario, sampling, function, seed, epochs)
                   from run in Arms(reg).SelectMany(Decays)
                   where isIn(run)
                   select run,
            ]);
    }

    private static IEnumerable<RunConfiguration> Arms(RunConfiguration reg) =>
        Lambdas.Select(lambda => lambda == 1 ? reg : reg with { Arm = Arm.ScaledReg, Lambda = lambda })
            .Concat(ClassLambdas.Select(lambda => reg with { Arm = Arm.RegCls, Lambda = lambda, Classes = Classes }));

    private static IEnumerable<RunConfiguration> Decays(RunConfiguration run) =>
        CoupledDecays.Select(decay => run with { WeightDecay = decay })
            .Concat(DecoupledDecays.Select(decay => run with { WeightDecay = decay, Optimiser = Optimiser.AdamW }));
}
