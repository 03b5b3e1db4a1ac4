using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>Fig. 3 once more, each arm with the λ it chose on validation instead of the published one; reg, which has none, is the same.</summary>
public static class Fig3OwnStudy
{
    /// <summary>
    /// The grid of a profile, as <see cref="Fig3Study.Create"/>'s, but with the numbers of classes that were searched: all five for clean and noisy, up to 64
    /// out-of-distribution (3,800 models in the full profile).
    /// </summary>
    public static Study<RunConfiguration> Create(Profile profile)
    {
        Study<RunConfiguration> published = Fig3Study.Create(profile);
        return published with
        {
            Name = "fig3-own",
            Description = "Fig. 3 with the λ that each arm chose on validation",
            Configurations =
            [
                .. published.Configurations
                    .Where(run => run.Arm != Arm.RegCls || OwnLambda.Classes(run.Scenario).Contains(run.Classes))
                    .Select(run => run.Arm == Arm.Reg ? run : run with { Lambda = OwnLambda.For(run.Scenario, run.Classes) }),
            ],
        };
    }
}
