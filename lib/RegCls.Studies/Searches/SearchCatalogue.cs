using RegCls.Data;
using RegCls.Training;

namespace RegCls.Studies.Searches;

/// <summary>The comparisons in which every arm is tuned.</summary>
public static class SearchCatalogue
{
    /// <summary>Is anything left of the gain when learning rate, decay and λ are tuned for every arm?</summary>
    public static RandomSearch Tuned { get; } = new(
        "tuned",
        "Every arm tuned alike, with coupled decay, decoupled decay and SGD",
        () => SearchCondition.Four,
        [.. SearchArm.Three.Select(arm => arm.WithAdam()), .. SearchArm.Three.Select(arm => arm.WithAdamW()), .. SearchArm.Three.Select(arm => arm.WithSgd())]);

    /// <summary>Do other classification losses do better than the cross-entropy, beside the regression or in its place? reg and scaled reg are those of <see cref="Tuned"/>, from the same trials.</summary>
    public static RandomSearch ClassLosses { get; } = new(
        "class-losses",
        "Other classification losses, added to the regression or alone, every arm tuned alike",
        () => [.. SearchCondition.Four.Where(condition => condition.Sampling == Sampling.Severe)],
        [SearchArm.Reg.WithAdam(), SearchArm.ScaledReg.WithAdam(), .. SearchArm.ClassLosses.Select(arm => arm.WithAdam())]);

    /// <summary>Is it the size of the head? Regression alone with as many parameters as a network with 64 classes: a second hidden layer of 143 units in the place of 15.</summary>
    public static RandomSearch WideControl { get; } = new(
        "wide-control",
        "Regression alone with as many parameters as a network with 64 classes, tuned alike",
        () => ClassLosses.Conditions,
        [SearchArm.Reg.Wide(143).WithAdam(), SearchArm.ScaledReg.Wide(143).WithAdam()]);

    /// <summary>Do classes help where the noise is of a kind that they could forgive?</summary>
    public static RandomSearch NoiseKinds { get; } = new(
        "noise-kinds",
        "Heavy tails, outliers, heaped targets, noise by class: every arm tuned alike",
        () =>
        [
            .. from noise in Enum.GetValues<TrainingNoise>()
               where noise != TrainingNoise.None
               select new SearchCondition(Name(noise), Scenario.Clean, Sampling.Severe, run => run with { Noise = noise }),
        ],
        [.. SearchArm.Three.Select(arm => arm.WithAdam())]);

    /// <summary>Where in the training: epochs and samples, one at a time around the published 80 epochs and all samples. Width and depth are those of <see cref="LimitsStudy"/>.</summary>
    public static RandomSearch Where { get; } = new(
        "where",
        "Epochs and samples, one at a time, every arm tuned alike",
        () => [.. Factors.Select(factor => new SearchCondition(factor.Name, Scenario.Clean, Sampling.Severe, factor.Change))],
        [.. SearchArm.Three.Select(arm => arm.WithAdam())])
    {
        Trials = 12,
        Functions = [0, 4, 8],
        TestSeeds = [.. StudySeeds.Data.Zip(StudySeeds.Training).Take(3)],
    };

    /// <summary>All of them, in the order in which they are read.</summary>
    public static IReadOnlyList<RandomSearch> All { get; } = [Tuned, ClassLosses, WideControl, NoiseKinds, Where, .. Corners.Rounds];

    private static IEnumerable<(string Name, Func<RunConfiguration, RunConfiguration> Change)> Factors =>
    [
        .. ((int[])[20, 320, 1000]).Select(epochs => ($"{epochs} epochs", (Func<RunConfiguration, RunConfiguration>)(run => run with { Epochs = epochs }))),
        .. ((int[])[32, 128, 512, 2048, 8192]).Select(samples => ($"{samples} samples", (Func<RunConfiguration, RunConfiguration>)(run => Corners.WithSamples(run, samples, Corners.Steps)))),
    ];

    internal static string Name(TrainingNoise noise) => noise switch
    {
        TrainingNoise.HeavyTails => "heavy tails",
        TrainingNoise.Outliers => "outliers",
        TrainingNoise.Heaped => "heaped",
        _ => "noise by class",
    };
}
