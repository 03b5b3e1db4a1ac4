using System.Diagnostics;
using RegCls.Data;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Studies;

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
    public static Study<MechanismRun> Create(Profile profile)
    {
        (IReadOnlyList<Scenario> scenarios, int functions, int seeds, IReadOnlyList<int> epochs) = profile switch
        {
            Profile.Full => (Fig4Study.Scenarios, 10, 5, Epochs),
            Profile.Quick => ([Scenario.Clean], 3, 1, Epochs),
            Profile.Smoke => (new[] { Scenario.Clean }, 2, 1, [1, 2]),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<MechanismRun>(
            "mechanism",
            "Eq. 6 to 11 along the training: cross-entropy, gap and the two likelihoods of reg, the control and reg+cls",
            profile,
            [
                .. from seed in Enumerable.Range(0, seeds)
                   from function in Enumerable.Range(0, functions)
                   from scenario in scenarios
                   from arm in Enum.GetValues<Arm>()
                   from epoch in epochs
                   select new MechanismRun
                   {
                       Scenario = scenario,
                       Function = function,
                       DataSeed = StudySeeds.Data[seed],
                       TrainingSeed = StudySeeds.Training[seed],
                       Arm = arm,
                       Epochs = epoch,
                   },
            ]);
    }

    /// <summary>Trains and measures what is not recorded yet, a data set a core.</summary>
    /// <param name="study">What to train.</param>
    /// <param name="file">Where measured models are looked up and recorded; null keeps them in memory.</param>
    /// <param name="options">Progress, cores, cancellation.</param>
    /// <returns>One record a model, in the order of the study.</returns>
    public static IReadOnlyList<MechanismRecord> Run(Study<MechanismRun> study, RecordFile<MechanismRecord>? file = null, StudyRunOptions? options = null) =>
        StudyWork.Run(study, file, isRecorded => Plan(study, isRecorded), options ?? new());

    private static StudyPlan<MechanismRecord> Plan(Study<MechanismRun> study, Func<MechanismRun, bool> isRecorded) => new(
        [
            .. study.Configurations.Where(run => !isRecorded(run)).GroupBy(run => DataSetKey.Of(run.Training))
                .Select(Func<CancellationToken, IEnumerable<MechanismRecord>> (runs) => cancellation => Measure([.. runs], cancellation)),
        ],
        UsesTensors: false);

    private static IEnumerable<MechanismRecord> Measure(IReadOnlyList<MechanismRun> runs, CancellationToken cancellation)
    {
        FunctionDataSet data = runs[0].Training.GenerateData();
        foreach (MechanismRun run in runs)
        {
            cancellation.ThrowIfCancellationRequested();
            Stopwatch watch = Stopwatch.StartNew();
            using TrainedReplica model = StudyRunner.Train(run.Training, data, cancellation);
            yield return new MechanismRecord
            {
                Configuration = run,
                Measure = MechanismMeasure.Of(model, data, run.Classes),
                Seconds = watch.Elapsed.TotalSeconds,
                Version = StudyWork.Version,
            };
        }
    }
}
