using RegCls.Binning;
using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// The study of Fig. 5: what noise on the targets does to reg, to the control, and to reg+cls with uniform and with balanced classes. λ and
/// learning rate are the published ones of the noisy scenario, whatever σ.
/// </summary>
public static class Fig5Study
{
    /// <summary>The standard deviations σ of the noise, in the order of the figure's rows. The authors' code names the first three; 1 is noise as large as the function.</summary>
    public static IReadOnlyList<double> Noises { get; } = [0.05, 0.1, 0.5, 1.0];

    /// <summary>How the classes of reg+cls are made.</summary>
    public static IReadOnlyList<ClassDefinition> Definitions { get; } = [ClassDefinition.Uniform, ClassDefinition.Balanced];

    /// <summary>
    /// The grid of a profile, seed outermost, so that the first fifth of it is a whole study of one seed. Full: 10 functions, 5 seeds, four σ, 4 samplings,
    /// C = 4 … 1024, 80 epochs (9,600 models; those without balanced classes at σ = 0.1 are models of Fig. 3). Quick: the part of it with
    /// 1 seed, uniform and severe sampling, C = 4 and 16 (480 models). Smoke: 2 functions, 1 seed, severe sampling, C = 4, 1 epoch.
    /// </summary>
    public static Study<RunConfiguration> Create(Profile profile)
    {
        (int functions, int seeds, int epochs, IReadOnlyList<Sampling> samplings, IReadOnlyList<int> classes) = profile switch
        {
            Profile.Full => (10, 5, 80, Fig3Study.Samplings, PublishedSettings.Classes),
            Profile.Quick => (10, 1, 80, [Sampling.Uniform, Sampling.Severe], [4, 16]),
            Profile.Smoke => (2, 1, 1, (IReadOnlyList<Sampling>)[Sampling.Severe], (IReadOnlyList<int>)[4]),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<RunConfiguration>(
            "fig5",
            "Fig. 5: test MSE for four strengths of noise: reg, the control, and reg+cls with uniform and with balanced classes",
            profile,
            [.. Grid(functions, seeds, epochs, samplings, classes)]);
    }

    private static IEnumerable<RunConfiguration> Grid(int functions, int seeds, int epochs, IReadOnlyList<Sampling> samplings, IReadOnlyList<int> classes) =>
        from seed in Enumerable.Range(0, seeds)
        from function in Enumerable.Range(0, functions)
        from noise in Noises
        from sampling in samplings
        let scenario = Scenario.Noisy(noise)
        let reg = PublishedSettings.Reg(scenario, sampling, function, seed, epochs)
        let control = PublishedSettings.ScaledReg(reg)
        from run in RegCls(control, classes).Prepend(control).Prepend(reg)
        select run;

    private static IEnumerable<RunConfiguration> RegCls(RunConfiguration control, IReadOnlyList<int> classes) =>
        from c in classes
        from definition in Definitions
        select control with { Arm = Arm.RegCls, Classes = c, ClassDefinition = definition };
}
