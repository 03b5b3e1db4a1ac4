using RegCls.Losses;
using RegCls.Models;
using RegCls.Training.Vectorised;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training;

/// <summary>
/// Trains many small models at once, as replicas of one batched network. The minimised value is the <b>sum</b> over replicas of each
/// one's own loss, so every replica receives exactly the gradient it would receive alone; Adam works element by element, so its steps
/// are those of single runs as well.
/// </summary>
public static class ReplicatedTrainer
{
    /// <summary>Trains one model a task with Eq. 3 or Eq. 4.</summary>
    /// <param name="tasks">The models; training sets may differ in size: each replica runs its own epochs and is copied out after its own last step.</param>
    /// <param name="options">What all models share.</param>
    /// <param name="progress">Told the share of steps done, 0 to 1, now and then.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>One trained model a task, in order; the caller disposes them.</returns>
    /// <exception cref="ArgumentException">A task or an option cannot be trained; the message says which and why.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    public static IReadOnlyList<TrainedReplica> Train(
        IReadOnlyList<ReplicaTask> tasks,
        TrainingOptions options,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        if (tasks.Count == 0)
        {
            return [];
        }

        // A missing bundle is one clear sentence here, and a long trace inside the first tensor.
        NativeLibraries.EnsureLoaded();
        options.Validate();
        foreach (ReplicaTask task in tasks)
        {
            task.Validate(options.Classes, options.BatchSize, options.Features);
        }

        using RunningWork running = RunningWork.Begin(cancellation);
        return options.Engine == TrainingEngine.Vectorised
            ? VectorTrainer.Train(tasks, options, progress, running.Cancellation)
            : TrainTensors(tasks, options, progress, running.Cancellation);
    }

    private static TrainedReplica[] TrainTensors(
        IReadOnlyList<ReplicaTask> tasks, TrainingOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        Allocator.KeepFreedMemory();
        using DisposeScope scope = NewDisposeScope();
        bool withClasses = options.Classes > 0;
        using ReplicatedMlp network = new(
            options.Shape, [.. tasks.Select(task => task.Initialisation)], options.Precision, options.Initialisation, withClasses ? [.. tasks.Select(task => task.OwnClasses ?? options.Classes)] : null);
        double[] rates = [.. tasks.Select(task => task.LearningRate ?? options.LearningRate)];
        using IReplicatedOptimiser optimiser = options.Optimiser switch
        {
            Optimiser.Sgd => new ReplicatedSgd(network, rates, options.WeightDecay),
            _ => new ReplicatedAdam(network, rates, options.WeightDecay, decoupled: options.Optimiser == Optimiser.AdamW),
        };
        using BalancedTerm? balanced = options.Loss.IsBalanced()
            ? BalancedTerm.Create(options.Loss, [.. tasks.Select(task => task.Targets)], options.Precision.ToScalarType())
            : null;
        using ReplicatedAdam? noiseOptimiser = balanced is null ? null : new(balanced.Noise.Logarithm, balanced.Noise.Gradient!, rates);
        using BatchFeed feed = new(tasks, options.BatchSize, withClasses, options.Precision, options.Epochs);
        Tensor regressionFactors = tensor(
            tasks.Select(task => task.Arm.RegressionFactor(task.Lambda) * (options.SumsRegressionLoss ? options.BatchSize : 1)).ToArray(), options.Precision.ToScalarType());
        Tensor? scales = tasks.All(task => task.LossScale == 1)
            ? null
            : tensor(tasks.Select(task => task.LossScale).ToArray(), options.Precision.ToScalarType());

        long[] lastSteps = [.. feed.StepsPerEpoch.Select(steps => (long)steps * options.Epochs)];
        long steps = lastSteps.Max();
        TrainedReplica?[] trained = new TrainedReplica?[tasks.Count];
        try
        {
            for (long step = 1; step <= steps; step++)
            {
                cancellation.ThrowIfCancellationRequested();
                DropRates(options.RateDrop, feed.StepsPerEpoch, step, rates, optimiser);
                Step(network, optimiser, feed, (prediction, targets, logits, labels) =>
                    Objective.PerReplica(regressionFactors, prediction, targets, logits, labels, options.Loss, scales, balanced));
                noiseOptimiser?.TakeStep();
                for (int replica = 0; replica < tasks.Count; replica++)
                {
                    if (lastSteps[replica] == step)
                    {
                        trained[replica] = new TrainedReplica(network.Replica(replica)) { NoiseScale = balanced?.Noise.Values()[replica] ?? double.NaN };
                    }
                }

                if (step % 50 == 0 || step == steps)
                {
                    progress?.Report((double)step / steps);
                }
            }
        }
        catch
        {
            Array.ForEach(trained, replica => replica?.Dispose());
            throw;
        }

        return trained!;
    }

    // Each replica runs its own epochs, so each has its own step at which the rate falls.
    private static void DropRates(RateDrop? drop, IReadOnlyList<int> stepsPerEpoch, long step, double[] rates, IReplicatedOptimiser optimiser)
    {
        bool changed = false;
        for (int replica = 0; drop is not null && replica < rates.Length; replica++)
        {
            if (step == (long)drop.Epoch * stepsPerEpoch[replica] + 1)
            {
                rates[replica] *= drop.Factor;
                changed = true;
            }
        }

        if (changed)
        {
            optimiser.SetLearningRates(rates);
        }
    }

    private static void Step(
        ReplicatedMlp network, IReplicatedOptimiser optimiser, BatchFeed feed, Func<Tensor, Tensor, Tensor?, Tensor?, Tensor> objective)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor inputs, Tensor targets, Tensor? labels) = feed.Next();
        (Tensor prediction, Tensor? logits) = network.Forward(inputs);

        Tensor loss = objective(prediction, targets, logits, labels);
        loss.sum().backward();
        optimiser.TakeStep();
    }
}
