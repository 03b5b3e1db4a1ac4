using RegCls.Data.Video;
using RegCls.Losses;
using RegCls.Models;

namespace RegCls.Training.Vectorised;

/// <summary>
/// Trains each replica on one core from its first step to its last, so that its parameters, moments and logits never leave that
/// core's cache; cores take replicas as they come free. The result of a replica depends on its task alone, bit for bit, whatever it
/// is trained beside.
/// </summary>
internal static class VectorTrainer
{
    public static TrainedReplica[] Train(
        IReadOnlyList<ReplicaTask> tasks, TrainingOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (tasks.FirstOrDefault(task => task.LossScale != 1 || task.LearningRate is not null) is { } own)
        {
            throw new ArgumentException($"The vectorised engine has no loss factor and no learning rate of a model's own, got {own.LossScale} and {own.LearningRate}. Use the tensor engine.", nameof(tasks));
        }

        if (tasks.Any(task => (options.ClassLoss.IsSoft() && task.SoftTargets is null) || (options.LossScaling == LossScaling.MatchedGradient && (task.Twin is null || (task.Twin.OwnClasses > 0 && task.Twin.Labels is null)))))
        {
            throw new ArgumentException($"A soft class loss needs soft targets, and a matched gradient a twin, with labels where it has classes: got {options.ClassLoss} and {options.LossScaling} without.", nameof(tasks));
        }

        TrainedReplica?[] trained = new TrainedReplica?[tasks.Count];
        long steps = tasks.Sum(task => Steps(task, options)), done = 0;
        try
        {
            SideBySide.For(
                tasks.Count,
                new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellation },
                index => trained[index] = TrainOne(tasks[index], options, count => progress?.Report((double)Interlocked.Add(ref done, count) / steps), cancellation));
        }
        catch
        {
            Array.ForEach(trained, replica => replica?.Dispose());
            cancellation.ThrowIfCancellationRequested();
            throw;
        }

        return trained!;
    }

    private static long Steps(ReplicaTask task, TrainingOptions options) => (long)options.Epochs * (task.Targets.Length / options.BatchSize);

    private static TrainedReplica TrainOne(ReplicaTask task, TrainingOptions options, Action<long> report, CancellationToken cancellation)
    {
        // The small network's code reads one input from an array; a table of one feature is trained as any table.
        bool isSmall = task.Features is null && VectorLayout.Supports(options.Shape);
        VectorLayout small = new(options.Hidden[0], options.Hidden[^1], options.Classes);
        DenseLayout dense = new(options.Shape);
        NetworkLayout layout = isSmall ? small : dense;
        using ReplicatedMlp initial = new(options.Shape, [task.Initialisation], Precision.Single);
        float[] parameters = layout.Import(initial);
        float[] gradients = new float[parameters.Length];
        IVectorGradient gradient = isSmall ? new VectorGradient(small, options.BatchSize, options.ClassLoss) : new DenseGradient(dense, options.BatchSize);
        IVectorOptimiser optimiser = options.Optimiser == Optimiser.Sgd
            ? new VectorSgd(parameters.Length, options.LearningRate, options.WeightDecay)
            : new VectorAdam(parameters.Length, options.LearningRate, options.WeightDecay, decoupled: options.Optimiser == Optimiser.AdamW);
        IGradientScale? scale = options.LossScaling switch
        {
            LossScaling.RunningMean => new RunningMeanScale(small),
            LossScaling.MatchedGradient => new MatchedGradientScale(task.Twin!, options),
            _ => null,
        };
        SampleOrder order = new(task.Targets.Length, options.BatchSize, task.Shuffle);
        VectorBatch batch = isSmall ? new VectorBatch(options.BatchSize) : VectorBatch.InRows(options.BatchSize, options.Features);
        float factor = (float)task.Arm.RegressionFactor(task.Lambda);

        BestEpoch? best = options.Selection == Selection.BestOnValidation ? new BestEpoch(ValidationError(task, isSmall ? small : null, dense)) : null;
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int step = 0; step < order.StepsPerEpoch; step++)
            {
                batch.Fill(task.Twin ?? task, order.NextBatch());
                gradient.Compute(parameters, batch, factor, gradients);
                scale?.Apply(parameters, batch, gradients);
                optimiser.Step(parameters, gradients);
            }

            best?.Offer(parameters);
            report(order.StepsPerEpoch);
        }

        ReplicatedMlp network = initial.Replica(0);
        layout.Export(best?.Parameters ?? parameters, network);
        return new TrainedReplica(network);
    }

    private static Func<float[], double> ValidationError(ReplicaTask task, VectorLayout? small, DenseLayout dense)
    {
        if (task.Validation is { } validation)
        {
            return small is not null
                ? new VectorValidation(small, validation).Mse
                : new DenseValidation(dense, new FeatureRows(FeatureTable.Of([.. validation.Inputs.Select(x => (float)x)], 1), [.. Enumerable.Range(0, validation.Inputs.Length)]), validation.Targets).Mse;
        }

        if (small is null && task.FeatureValidation is { } rows)
        {
            return new DenseValidation(dense, rows.Inputs, rows.Targets).Mse;
        }

        throw new ArgumentException("Selecting the best epoch needs a validation set of the same kind as the training inputs, got none.", nameof(task));
    }
}
