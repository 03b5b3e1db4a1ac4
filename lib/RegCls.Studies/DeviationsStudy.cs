using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// Where the released code, the paper's text and common practice differ, one difference at a time: what does each do to the gap between the arms? C = 16, published λ and learning rates.
/// </summary>
public static class DeviationsStudy
{
    /// <summary>Number of classes.</summary>
    public const int Classes = 16;

    /// <summary>The differences; the first is none.</summary>
    public static IReadOnlyList<Deviation> Deviations { get; } =
    [
        new("as released", run => run),
        new("peak 75 %", run => run with { Variant = SamplingVariant.ReleasedPeak75 }),
        new("separate pools", run => run with { Variant = SamplingVariant.ReleasedSeparatePools }),
        new("best on validation", run => run with { Selection = Selection.BestOnValidation }),
        new("no weight decay", run => run with { WeightDecay = 0 }),
        new("decoupled decay", run => run with { Optimiser = Optimiser.AdamW }),
    ];

    /// <summary>
    /// The grid of a profile. Full: clean and noisy, uniform and severe, 10 functions, 5 seeds, 3 arms, 80 epochs (3,300 models; the peak share concerns severe sampling only). Quick: the
    /// part of it with clean data, severe sampling, 6 functions, 1 seed (108 models). Smoke: 2 functions, 3 deviations, 1 epoch.
    /// </summary>
    public static Study<RunConfiguration> Create(Profile profile)
    {
        (IReadOnlyList<Scenario> scenarios, IReadOnlyList<Sampling> samplings, int functions, int seeds, int epochs, int deviations) = profile switch
        {
            Profile.Full => (Fig4Study.Scenarios, (IReadOnlyList<Sampling>)[Sampling.Uniform, Sampling.Severe], 10, 5, 80, Deviations.Count),
            Profile.Quick => ([Scenario.Clean], [Sampling.Severe], 6, 1, 80, Deviations.Count),
            Profile.Smoke => ((IReadOnlyList<Scenario>)[Scenario.Clean], [Sampling.Severe], 2, 1, 1, 3),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<RunConfiguration>(
            "deviations",
            "Peak share, shared pools, selection of the epoch, weight decay: what each does to the gap, C = 16",
            profile,
            [
                .. from seed in Enumerable.Range(0, seeds)
                   from function in Enumerable.Range(0, functions)
                   from scenario in scenarios
                   from sampling in samplings
                   from deviation in Deviations.Take(deviations)
                   from run in Arms(scenario, sampling, function, seed, epochs)
                   let changed = deviation.Change(run)
                   where sampling != Sampling.Uniform || changed.Variant != SamplingVariant.ReleasedPeak75
                   select changed,
            ]);
    }

    private static IEnumerable<RunConfiguration> Arms(Scenario scenario, Sampling sampling, int function, int seed, int epochs)
    {
        RunConfiguration reg = PublishedSettings.Reg(scenario, sampling, function, seed, epochs);
        RunConfiguration control = PublishedSettings.ScaledReg(reg);
        return [reg, control, control with { Arm = Arm.RegCls, Classes = Classes }];
    }
}
