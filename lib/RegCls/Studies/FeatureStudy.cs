using System.Diagnostics;
using RegCls.Data;
using RegCls.Evaluation;
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

    /// <summary>
    /// The difference of two arms in one scenario, paired over functions. A pair in which a model has fewer than two active units has no correlation and is left out; <see cref="PairedComparison.Runs"/>
    /// says how many are left.
    /// </summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="first">The arm whose value comes first.</param>
    /// <param name="second">The arm that is subtracted.</param>
    /// <param name="scenario">Clean or noisy.</param>
    /// <param name="value">What is compared.</param>
    /// <exception cref="ArgumentException">There are no pairs, or pairs of one function only.</exception>
    public static PairedComparison Difference(IEnumerable<FeatureRecord> records, Arm first, Arm second, Scenario scenario, Func<HiddenFeatures, double> value)
    {
        ILookup<Arm, FeatureRecord> arms = records.Where(record => record.Configuration.Scenario == scenario).ToLookup(record => record.Configuration.Arm);
        return PairedComparison.Compare(
            from one in arms[first]
            join other in arms[second] on (one.Configuration.Function, one.Configuration.DataSeed) equals (other.Configuration.Function, other.Configuration.DataSeed)
            let pair = new PairedObservation(one.Configuration.Function, one.Configuration.DataSeed, value(one.Features), value(other.Features))
            where double.IsFinite(pair.First) && double.IsFinite(pair.Second)
            select pair);
    }

    /// <summary>Two verdicts: reg+cls − reg and reg+cls − scaled reg in mean absolute correlation; the claim is that reg+cls is lower.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="scenario">Clean or noisy: each is a family of its own.</param>
    /// <exception cref="ArgumentException">As <see cref="Difference"/>.</exception>
    public static IReadOnlyList<Verdict> Judge(IReadOnlyList<FeatureRecord> records, Scenario scenario) => Verdict.Judge(
        [
            .. new[] { Arm.Reg, Arm.ScaledReg }.Select(second => (
                $"{scenario.Kind.ToString().ToLowerInvariant()}: correlation of hidden units, {Arm.RegCls.DisplayName()} − {second.DisplayName()}",
                Difference(records, Arm.RegCls, second, scenario, features => features.MeanAbsoluteCorrelation))),
        ],
        claimedSign: -1);
}
