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
    /// The models of a profile, all of them models of Fig. 3. Full: clean and noisy, 10 functions, 5 seeds, 80 epochs (300 models). Quick: clean, 6 functions, 1 seed (18 models). Smoke: clean, 2
    /// functions, 1 epoch.
    /// </summary>
    public static IReadOnlyList<RunConfiguration> Configurations(Profile profile)
    {
        (int functions, int seeds, bool noisy) = profile switch
        {
            Profile.Full => (10, 5, true),
            Profile.Quick => (6, 1, false),
            Profile.Smoke => (2, 1, false),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "Expected Smoke, Quick or Full."),
        };
        return
        [
            .. Fig3Study.Create(Profile.Full).Configurations
                .Where(run => run.Sampling == Sampling.Severe && (run.Scenario == Scenario.Clean || (noisy && run.Scenario.Kind == ScenarioKind.Noisy)))
                .Where(run => run.Function < functions && StudySeeds.Data.Take(seeds).Contains(run.DataSeed) && (run.Arm != Arm.RegCls || run.Classes == Classes))
                .Select(run => profile == Profile.Smoke ? run with { Epochs = 1 } : run),
        ];
    }

    /// <summary>Trains the models and measures their features.</summary>
    /// <param name="profile">How much of it.</param>
    /// <param name="progress">Told the share of models done.</param>
    /// <param name="workers">Cores to use; null for all.</param>
    /// <param name="cancellation">Stops within an epoch.</param>
    /// <returns>One record a model, in the order of <see cref="Configurations"/>.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<FeatureRecord> Run(Profile profile, IProgress<double>? progress = null, int? workers = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<RunConfiguration> runs = Configurations(profile);
        Dictionary<string, FeatureRecord> records = [];
        Lock gate = new();
        ParallelOptions options = new() { MaxDegreeOfParallelism = workers ?? Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.ForEach(runs.GroupBy(DataSetKey.Of), options, group =>
        {
            FunctionDataSet data = group.First().GenerateData();
            foreach (RunConfiguration run in group)
            {
                using TrainedReplica trained = StudyRunner.Train(run, data, cancellation);
                FeatureRecord record = new(run, HiddenFeatures.Of(trained.Features(data.Test.Inputs), run.Hidden.Widths[^1]));
                lock (gate)
                {
                    records.Add(run.Hash, record);
                    progress?.Report((double)records.Count / runs.Count);
                }
            }
        });

        return [.. runs.Select(run => records[run.Hash])];
    }

    /// <summary>The difference of two arms in one scenario, paired over functions.</summary>
    /// <param name="records">Records of the study.</param>
    /// <param name="first">The arm whose value comes first.</param>
    /// <param name="second">The arm that is subtracted.</param>
    /// <param name="scenario">Clean or noisy.</param>
    /// <param name="value">What is compared.</param>
    /// <exception cref="ArgumentException">There are no pairs, pairs of one function only, or a value is not finite.</exception>
    public static PairedComparison Difference(IEnumerable<FeatureRecord> records, Arm first, Arm second, Scenario scenario, Func<HiddenFeatures, double> value)
    {
        ILookup<Arm, FeatureRecord> arms = records.Where(record => record.Configuration.Scenario == scenario).ToLookup(record => record.Configuration.Arm);
        return PairedComparison.Compare(
            from one in arms[first]
            join other in arms[second] on DataSetKey.Of(one.Configuration) equals DataSetKey.Of(other.Configuration)
            select new PairedObservation(one.Configuration.Function, one.Configuration.DataSeed, value(one.Features), value(other.Features)));
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
