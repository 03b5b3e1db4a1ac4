using RegCls.Binning;
using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// Appendix B put to the test: reg+cls at the published settings with uniform classes, with balanced ones (Eq. 12, then 13), and with keep probabilities
/// alone (Eq. 13), under severe sampling, with reg and scaled reg beside them.
/// </summary>
public static class AppendixBStudy
{
    /// <summary>
    /// The grid of a profile. Full: clean and noisy, 10 functions, 3 seeds, C = 4 … 1024, 80 epochs (1,020 models). Quick: the part of it with clean
    /// data, 3 functions, 1 seed, C = 16 and 256. Smoke: 2 functions, C = 4, 1 epoch.
    /// </summary>
    public static Study<RunConfiguration> Create(Profile profile)
    {
        (IReadOnlyList<Scenario> scenarios, int functions, int seeds, int epochs, IReadOnlyList<int> classes) = profile switch
        {
            Profile.Full => (Fig4Study.Scenarios, 10, 3, 80, PublishedSettings.Classes),
            Profile.Quick => ([Scenario.Clean], 3, 1, 80, [16, 256]),
            Profile.Smoke => (Enumerable.Repeat(Scenario.Clean, 1).ToArray(), 2, 1, 1, new[] { 4 }),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<RunConfiguration>(
            "appendix-b",
            "Appendix B: balanced classes against keep probabilities alone, severe sampling, published settings",
            profile,
            [.. Grid(scenarios, functions, seeds, epochs, classes)]);
    }

    private static IEnumerable<RunConfiguration> Grid(IReadOnlyList<Scenario> scenarios, int functions, int seeds, int epochs, IReadOnlyList<int> classes) =>
        from seed in Enumerable.Range(0, seeds)
        from function in Enumerable.Range(0, functions)
        from scenario in scenarios
        let reg = PublishedSettings.Reg(scenario, Sampling.Severe, function, seed, epochs)
        let control = PublishedSettings.ScaledReg(reg)
        from run in classes
            .SelectMany(c => Enum.GetValues<ClassDefinition>().Select(definition => control with { Arm = Arm.RegCls, Classes = c, ClassDefinition = definition }))
            .Prepend(control).Prepend(reg)
        select run;
}
