using RegCls.Data;
using RegCls.Models;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// Does single precision change a conclusion? The release trains the 1D study in double precision, this library in single precision. Here the severe models of Fig. 3 with
/// C = 16 are trained in both.
/// </summary>
public static class PrecisionStudy
{
    /// <summary>Number of classes of reg+cls.</summary>
    public const int Classes = 16;

    /// <summary>
    /// The models of a profile. Full: clean and noisy, severe, 10 functions, 5 seeds, 3 arms, both precisions, 80 epochs (600 models, the 300 in single precision are models of Fig. 3). Quick: clean, 2 functions, 1 seed, 20 epochs
    /// (12). Smoke: the same with 1 epoch.
    /// </summary>
    public static Study<RunConfiguration> Create(Profile profile)
    {
        (IReadOnlyList<Scenario> scenarios, int functions, int seeds, int epochs) = profile switch
        {
            Profile.Full => (Fig4Study.Scenarios, 10, 5, 80),
            Profile.Quick => ([Scenario.Clean], 2, 1, 20),
            Profile.Smoke => (new[] { Scenario.Clean }, 2, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<RunConfiguration>(
            "precision",
            "Single against double precision: severe, C = 16, reg, the control and reg+cls",
            profile,
            [
                .. from scenario in scenarios
                   from seed in Enumerable.Range(0, seeds)
                   from function in Enumerable.Range(0, functions)
                   let settings = PublishedSettings.For(scenario)
                   from arm in Enum.GetValues<Arm>()
                   from precision in Enum.GetValues<Precision>()
                   select new RunConfiguration
                   {
                       Scenario = scenario,
                       Sampling = Sampling.Severe,
                       Function = function,
                       DataSeed = StudySeeds.Data[seed],
                       TrainingSeed = StudySeeds.Training[seed],
                       Arm = arm,
                       Classes = arm.HasClasses() ? Classes : 0,
                       Lambda = arm == Arm.Reg ? 1 : settings.Lambda,
                       LearningRate = settings.LearningRate,
                       Epochs = epochs,
                       Precision = precision,
                   },
            ]);
    }
}
