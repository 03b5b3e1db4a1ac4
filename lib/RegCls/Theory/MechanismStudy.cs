using RegCls.Data;
using RegCls.Studies;
using RegCls.Training;

namespace RegCls.Theory;

/// <summary>
/// Is the paper's mechanism what happens in training? reg, scaled reg and reg+cls on severe data, stopped at several epochs and measured with <see cref="MechanismMeasure"/>.
/// A model that is stopped after e epochs is exactly the longer training at its epoch e: neither the sample order nor the learning rate depends on the length.
/// </summary>
public static class MechanismStudy
{
    /// <summary>Number of classes C, of the head and of the measured posteriors.</summary>
    public const int Classes = 16;

    /// <summary>Epochs at which the training is looked at.</summary>
    public static IReadOnlyList<int> Epochs { get; } = [1, 2, 5, 10, 20, 40, 80];

    /// <summary>
    /// The models of a profile, published λ and learning rates. Full: clean and noisy, 10 functions, 5 seeds, 7 epochs (2,100 models). Quick: clean, 3 functions, 1 seed (63). Smoke: clean, 2 functions, epochs 1 and 2 (12).
    /// </summary>
    public static Study Create(Profile profile)
    {
        (IReadOnlyList<Scenario> scenarios, int functions, int seeds, IReadOnlyList<int> epochs) = profile switch
        {
            Profile.Full => (Fig4Study.Scenarios, 10, 5, Epochs),
            Profile.Quick => ([Scenario.Clean], 3, 1, Epochs),
            Profile.Smoke => (new[] { Scenario.Clean }, 2, 1, [1, 2]),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study(
            "mechanism",
            "Eq. 6 to 11 along the training: cross-entropy, gap and the two likelihoods of reg, the control and reg+cls",
            profile,
            [
                .. from seed in Enumerable.Range(0, seeds)
                   from function in Enumerable.Range(0, functions)
                   from scenario in scenarios
                   from arm in Enum.GetValues<Arm>()
                   from epoch in epochs
                   let settings = PublishedSettings.For(scenario)
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
                       Epochs = epoch,
                   },
            ]);
    }

    /// <summary>Trains and measures one model.</summary>
    public static MechanismRecord Run(RunConfiguration run, FunctionDataSet data, CancellationToken cancellation = default)
    {
        using TrainedReplica model = StudyRunner.Train(run, data, cancellation);
        return new MechanismRecord(run, MechanismMeasure.Of(model, data, Classes));
    }

    /// <summary>Trains and measures all models of a study in memory, a data set a core.</summary>
    /// <param name="study">What to train.</param>
    /// <param name="progress">Told the share of models done.</param>
    public static IReadOnlyList<MechanismRecord> Run(Study study, IProgress<double>? progress = null)
    {
        System.Collections.Concurrent.ConcurrentDictionary<string, MechanismRecord> records = [];
        Parallel.ForEach(study.Configurations.GroupBy(DataSetKey.Of).ToList(), runs =>
        {
            FunctionDataSet data = runs.First().GenerateData();
            foreach (RunConfiguration run in runs)
            {
                records[run.Hash] = Run(run, data);
                progress?.Report((double)records.Count / study.Configurations.Count);
            }
        });
        return [.. study.Configurations.Select(run => records[run.Hash])];
    }
}
