using System.Diagnostics;
using System.Reflection;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// Trains the models of a study, a data set and all its arms on one core at a time. A model depends on its configuration alone, so a
/// study that was stopped and resumed ends with the records of an undisturbed one.
/// </summary>
public static class StudyRunner
{
    private static readonly string Version =
        typeof(StudyRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";

    /// <summary>Trains what is not recorded yet.</summary>
    /// <param name="study">What to train.</param>
    /// <param name="file">Where finished models are looked up and recorded, each as soon as it is trained; null keeps them in memory.</param>
    /// <param name="progress">Told the share of models done, earlier records included, after each model.</param>
    /// <param name="workers">Cores to use; null for all.</param>
    /// <param name="cancellation">Stops within an epoch; recorded models are kept.</param>
    /// <returns>One record a configuration, in the order of the study.</returns>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<RunRecord> Run(
        Study study,
        RecordFile? file = null,
        IProgress<double>? progress = null,
        int? workers = null,
        CancellationToken cancellation = default)
    {
        Dictionary<string, RunRecord> records = (file?.Read() ?? []).ToDictionary(record => record.Configuration.Hash);
        List<IGrouping<DataSetKey, RunConfiguration>> pending =
        [
            .. study.Configurations
                .Where(run => !records.ContainsKey(run.Hash))
                .GroupBy(DataSetKey.Of),
        ];
        Lock gate = new();
        int done = study.Configurations.Count - pending.Sum(group => group.Count());
        progress?.Report((double)done / study.Configurations.Count);

        ParallelOptions options = new() { MaxDegreeOfParallelism = workers ?? Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(pending, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering), options, group =>
        {
            FunctionDataSet data = group.First().GenerateData();
            foreach (RunConfiguration run in group)
            {
                cancellation.ThrowIfCancellationRequested();
                RunRecord record = TrainOne(run, data, cancellation);
                file?.Append(record);
                lock (gate)
                {
                    records[run.Hash] = record;
                    progress?.Report((double)++done / study.Configurations.Count);
                }
            }
        });

        return [.. study.Configurations.Select(run => records[run.Hash])];
    }

    /// <summary>Trains one model on its data set and keeps it, for charts of its predictions; the caller disposes it.</summary>
    public static TrainedReplica Train(RunConfiguration run, FunctionDataSet data, CancellationToken cancellation = default)
    {
        TrainingClasses? classes = Classes(run, data);
        ReplicaTask task = new()
        {
            Inputs = data.Train.Inputs,
            Targets = data.Train.Targets,
            Labels = classes?.Ranges.Labels(data.Train.Targets),
            Selection = classes?.Keep is { } keep ? new ClassSelection(keep, run.Stream("class selection")) : null,
            Arm = run.Arm,
            Lambda = run.Lambda,
            Initialisation = run.Stream("initialisation"),
            Shuffle = run.Stream("shuffle"),
        };
        TrainingOptions options = new()
        {
            Classes = classes?.Ranges.Count ?? 0,
            Epochs = run.Epochs,
            BatchSize = run.BatchSize,
            LearningRate = run.LearningRate,
            WeightDecay = run.WeightDecay,
            Engine = TrainingEngine.Vectorised,
            Workers = 1,
        };
        return ReplicatedTrainer.Train([task], options, cancellation: cancellation)[0];
    }

    private static RunRecord TrainOne(RunConfiguration run, FunctionDataSet data, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using TrainedReplica trained = Train(run, data, cancellation);
        double seconds = watch.Elapsed.TotalSeconds;
        return new RunRecord
        {
            Configuration = run,
            TrainMse = Mse(trained, data.Train),
            ValidationMse = Mse(trained, data.Validation),
            TestMse = Mse(trained, data.Test),
            ClassAccuracy = Classes(run, data) is { } classes
                ? trained.ClassAccuracy(data.Test.Inputs, classes.Ranges.Labels(data.Test.Targets))
                : double.NaN,
            Seconds = seconds,
            Version = Version,
        };
    }

    private static TrainingClasses? Classes(RunConfiguration run, FunctionDataSet data) =>
        run.Arm.HasClasses() ? TrainingClasses.FromTargets(data.Train.Targets, run.Classes, run.ClassDefinition) : null;

    private static double Mse(TrainedReplica trained, SampleSet set) => MeanSquaredError.Of(trained.Predict(set.Inputs), set.Targets);
}
