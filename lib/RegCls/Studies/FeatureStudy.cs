using System.Diagnostics;
using RegCls.Data;
using RegCls.Theory;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// The paper's conjecture (Sec. 4) that a classification loss decorrelates the hidden representation, on the severe column of Fig. 3: the models of reg, scaled reg and reg+cls (C = 16) are trained
/// again, and the 15 units of their last hidden layer are correlated over the test inputs.
/// </summary>
public static class FeatureStudy
{
    /// <summary>Number of classes of reg+cls.</summary>
    public const int Classes = 16;

    /// <summary>
    /// The models of a profile. Full: clean and noisy, 10 functions, 5 seeds, 80 epochs (300 models). Quick: the part of it with clean data, 4 functions and 1 seed (12). Smoke: 2 functions,
    /// 1 epoch.
    /// </summary>
    public static Study<FeatureRun> Create(Profile profile)
    {
        (IReadOnlyList<Scenario> scenarios, int functions, int seeds, int epochs) = profile switch
        {
            Profile.Full => (Fig4Study.Scenarios, 10, 5, 80),
            Profile.Quick => ([Scenario.Clean], 4, 1, 80),
            Profile.Smoke => (new[] { Scenario.Clean }, 2, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return new Study<FeatureRun>(
            "features",
            "How correlated the hidden units of reg, the control and reg+cls are, severe sampling, C = 16",
            profile,
            [
                .. from scenario in scenarios
                   from seed in Enumerable.Range(0, seeds)
                   from function in Enumerable.Range(0, functions)
                   from arm in new[] { Arm.Reg, Arm.ScaledReg, Arm.RegCls }
                   select new FeatureRun
                   {
                       Scenario = scenario,
                       Function = function,
                       DataSeed = StudySeeds.Data[seed],
                       TrainingSeed = StudySeeds.Training[seed],
                       Arm = arm,
                       Epochs = epochs,
                   },
            ]);
    }

    /// <summary>Trains and measures what is not recorded yet, a data set a core.</summary>
    /// <param name="study">What to train.</param>
    /// <param name="file">Where measured models are looked up and recorded; null keeps them in memory.</param>
    /// <param name="options">Progress, cores, cancellation.</param>
    /// <returns>One record a model, in the order of the study.</returns>
    public static IReadOnlyList<FeatureRecord> Run(Study<FeatureRun> study, RecordFile<FeatureRecord>? file = null, StudyRunOptions? options = null) =>
        StudyWork.Run(study, file, isRecorded => Plan(study, isRecorded), options ?? new());

    private static StudyPlan<FeatureRecord> Plan(Study<FeatureRun> study, Func<FeatureRun, bool> isRecorded) => new(
        [
            .. study.Configurations.Where(run => !isRecorded(run)).GroupBy(run => DataSetKey.Of(run.Training))
                .Select(Func<CancellationToken, IEnumerable<FeatureRecord>> (runs) => cancellation => Measure([.. runs], cancellation)),
        ],
        UsesTensors: true);

    private static IEnumerable<FeatureRecord> Measure(IReadOnlyList<FeatureRun> runs, CancellationToken cancellation)
    {
        FunctionDataSet data = runs[0].Training.GenerateData();
        foreach (FeatureRun run in runs)
        {
            cancellation.ThrowIfCancellationRequested();
            Stopwatch watch = Stopwatch.StartNew();
            using TrainedReplica model = StudyRunner.Train(run.Training, data, cancellation);
            yield return new FeatureRecord
            {
                Configuration = run,
                Features = HiddenFeatures.Of(model.Features(data.Test.Inputs), run.Training.Hidden.Widths[^1]),
                Seconds = watch.Elapsed.TotalSeconds,
                Version = StudyWork.Version,
            };
        }
    }
}
