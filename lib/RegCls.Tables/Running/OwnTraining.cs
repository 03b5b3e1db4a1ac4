using RegCls.Binning;
using RegCls.Data;
using RegCls.Training;

namespace RegCls.Tables.Running;

/// <summary>Trains one trial of an arm; the epoch that is best on the validation rows is kept, for every arm alike.</summary>
internal static class OwnTraining
{
    private const int LargestBatch = 64;

    /// <summary>Trains and keeps the network; the caller disposes it.</summary>
    public static TrainedReplica Train(PreparedSplit split, OwnRun run, OwnTrial trial, IReadOnlyList<int> hidden, CancellationToken cancellation)
    {
        Arm arm = run.Method.Arm();
        double[] targets = split.Targets(split.Split.Train);
        TrainingClasses? classes = arm.HasClasses() ? TrainingClasses.FromTargets(targets, Math.Min(trial.Classes, targets.Length), run.Method.Definition()) : null;
        int batch = Math.Clamp(targets.Length / 8 / 16 * 16, 16, LargestBatch);
        TrainingOptions options = new()
        {
            Features = split.Table.Width,
            Hidden = hidden,
            Classes = classes?.Ranges.Count ?? 0,
            BatchSize = batch,
            Epochs = Math.Max(1, (int)Math.Round((double)run.Steps / (targets.Length / batch))),
            LearningRate = trial.LearningRate,
            WeightDecay = trial.WeightDecay,
            Optimiser = trial.Decoupled ? Optimiser.AdamW : Optimiser.Adam,
            Selection = Selection.BestOnValidation,
            Engine = TrainingEngine.Vectorised,
            Workers = 1,
        };
        ReplicaTask task = new()
        {
            Features = split.Inputs(split.Split.Train),
            Targets = targets,
            FeatureValidation = (split.Inputs(split.Split.Validation), split.Targets(split.Split.Validation)),
            Labels = classes?.Ranges.Labels(targets),
            Selection = classes?.Keep is { } keep ? new ClassSelection(keep, Stream("class selection")) : null,
            Arm = arm,
            Lambda = trial.Lambda,

            // The same for all arms of a trial: hidden layers start equal and see the samples in one order.
            Initialisation = Stream("initialisation"),
            Shuffle = Stream("shuffle"),
        };
        return ReplicatedTrainer.Train([task], options, cancellation: cancellation)[0];

        RandomStream Stream(string use) => RandomStream.Named("own table", use, run.Seed, run.Split, run.Trial);
    }

    /// <summary>Trains and scores.</summary>
    public static OwnScores Run(PreparedSplit split, OwnRun run, OwnTrial trial, IReadOnlyList<int> hidden, CancellationToken cancellation)
    {
        using TrainedReplica trained = Train(split, run, trial, hidden, cancellation);
        double[] validation = split.Targets(split.Split.Validation);
        double mse = trained.Predict(split.Inputs(split.Split.Validation)).Zip(validation, (f, y) => (f - y) * (f - y)).Average();
        return split.Score(mse, trained.Predict(split.Inputs(split.Split.Test)));
    }
}
