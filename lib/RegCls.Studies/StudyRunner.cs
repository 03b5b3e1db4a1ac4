using System.Diagnostics;
using RegCls.Binning;
using RegCls.Data;
using RegCls.Evaluation;
using RegCls.Losses;
using RegCls.Training;

namespace RegCls.Studies;

/// <summary>
/// Trains the models of a 1D study, a data set and all its arms on one core at a time. A model depends on its configuration alone, so a
/// study that was stopped and resumed ends with the records of an undisturbed one.
/// </summary>
public static class StudyRunner
{
    // A core draws a data set, tens of milliseconds, and trains this many batches on it; few data sets still keep all cores busy.
    private const int BatchesAtOnce = 16;

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
        Study<RunConfiguration> study,
        RecordFile<RunRecord>? file = null,
        IProgress<double>? progress = null,
        int? workers = null,
        CancellationToken cancellation = default)
    {
        StudyRunOptions options = new() { Progress = progress, Workers = workers, Cancellation = cancellation };
        return StudyWork.Run(study, file, isRecorded => Plan(study, isRecorded), options);
    }

    private static StudyPlan<RunRecord> Plan(Study<RunConfiguration> study, Func<RunConfiguration, bool> isRecorded)
    {
        List<TrainingBatch[]> pending =
        [
            .. study.Configurations
                .GroupBy(DataSetKey.Of)
                .SelectMany(group => TrainingBatch.Of(group).Where(batch => !batch.Runs.All(isRecorded)).Chunk(BatchesAtOnce)),
        ];
        return new StudyPlan<RunRecord>(
            [.. pending.Select(Func<CancellationToken, IEnumerable<RunRecord>> (batches) => cancellation => Train(batches, cancellation))],
            pending.SelectMany(batches => batches).Any(batch => !TrainingBatch.IsVectorised(batch.Runs[0])));
    }

    private static IEnumerable<RunRecord> Train(TrainingBatch[] batches, CancellationToken cancellation)
    {
        FunctionDataSet data = batches[0].Runs[0].GenerateData();
        foreach (TrainingBatch batch in batches)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (RunRecord record in TrainBatch(batch, data, cancellation))
            {
                yield return record;
            }
        }
    }

    /// <summary>Trains one model on its data set and keeps it, for charts of its predictions; the caller disposes it.</summary>
    public static TrainedReplica Train(RunConfiguration run, FunctionDataSet data, CancellationToken cancellation = default) =>
        Train(new TrainingBatch([run]), data, cancellation)[0];

    private static IReadOnlyList<TrainedReplica> Train(TrainingBatch batch, FunctionDataSet data, CancellationToken cancellation)
    {
        RunConfiguration first = batch.Runs[0];
        TrainingOptions options = new()
        {
            Classes = Classes(first, data)?.Ranges.Count ?? 0,
            Hidden = first.Hidden.Widths,
            Epochs = first.Epochs,
            BatchSize = first.BatchSize,
            LearningRate = first.LearningRate,
            WeightDecay = first.WeightDecay,
            Optimiser = first.Optimiser,
            Selection = first.Selection,
            Loss = first.Loss,
            ClassLoss = first.ClassLoss,
            LossScaling = first.Scaling,
            Precision = first.Precision,
            Engine = TrainingBatch.IsVectorised(first) ? TrainingEngine.Vectorised : TrainingEngine.Tensors,
            Workers = 1,
        };
        return ReplicatedTrainer.Train([.. batch.Runs.Select(run => Task(run, data, options))], options, cancellation: cancellation);
    }

    private static ReplicaTask Task(RunConfiguration run, FunctionDataSet data, TrainingOptions options)
    {
        TrainingClasses? classes = Classes(run, data);
        RunConfiguration? twin = run.Scaling == LossScaling.MatchedGradient ? run with { Scaling = LossScaling.Fixed, Arm = Arm.RegCls, Classes = ScalesStudy.Classes } : null;
        return new ReplicaTask
        {
            Inputs = data.Train.Inputs,
            Targets = run.Standardised ? Standardisation.Of(data.Train.Targets).Apply(data.Train.Targets) : data.Train.Targets,
            Labels = classes?.Ranges.Labels(data.Train.Targets),
            SoftTargets = classes is not null && run.ClassLoss.IsSoft() ? SoftTargets.Of(run.ClassLoss, classes.Ranges, data.Train.Targets) : null,
            Twin = twin is null ? null : Task(twin, data, options) with { OwnClasses = twin.Classes },
            Selection = classes?.Keep is { } keep ? new ClassSelection(keep, run.Stream("class selection")) : null,
            Validation = run.Selection == Selection.BestOnValidation ? (data.Validation.Inputs, data.Validation.Targets) : null,
            Arm = run.Arm,
            Lambda = run.Lambda,
            LossScale = run.LossScale,
            LearningRate = options.Engine == TrainingEngine.Tensors ? run.LearningRate : null,
            Initialisation = run.Stream("initialisation"),
            Shuffle = run.Stream("shuffle"),
        };
    }

    private static List<RunRecord> TrainBatch(TrainingBatch batch, FunctionDataSet data, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<TrainedReplica> trained = Train(batch, data, cancellation);
        double seconds = watch.Elapsed.TotalSeconds / batch.Runs.Count;
        List<RunRecord> records = [.. batch.Runs.Zip(trained, (run, replica) => Record(run, replica, data, seconds))];
        foreach (TrainedReplica replica in trained)
        {
            replica.Dispose();
        }

        return records;
    }

    private static RunRecord Record(RunConfiguration run, TrainedReplica trained, FunctionDataSet data, double seconds)
    {
        TrainingClasses? classes = Classes(run, data);
        Standardisation? scale = run.Standardised ? Standardisation.Of(data.Train.Targets) : null;
        return new RunRecord
        {
            Configuration = run,
            TrainMse = Mse(data.Train),
            ValidationMse = Mse(data.Validation),
            TestMse = Mse(data.Test),
            ClassAccuracy = classes is null ? double.NaN : trained.ClassAccuracy(data.Test.Inputs, classes.Ranges.Labels(data.Test.Targets)),
            Seconds = seconds,
            Version = StudyWork.Version,
        };

        double Mse(SampleSet set) => MeanSquaredError.Of(Predict(set.Inputs), set.Targets);

        double[] Predict(double[] inputs) => run.Readout != Readout.RegressionHead ? ClassReadout.Predict(trained.Logits(inputs), classes!.Ranges, run.ClassLoss, run.Readout)
            : scale?.Undo(trained.Predict(inputs)) ?? trained.Predict(inputs);
    }

    private static TrainingClasses? Classes(RunConfiguration run, FunctionDataSet data) =>
        run.Arm.HasClasses() ? TrainingClasses.FromTargets(data.Train.Targets, run.Classes, run.ClassDefinition) : null;
}
