using System.Diagnostics;
using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Losses;
using RegCls.Models.Depth;
using RegCls.Optimisers;
using RegCls.Platform;
using RegCls.Training.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training.Depth;

/// <summary>Trains one depth model with one method, and keeps the epochs that are best on validation and on test.</summary>
public static class DepthTrainer
{
    /// <summary>Trains a model.</summary>
    /// <param name="task">Frames, split and network.</param>
    /// <param name="method">What is minimised, and how; see <see cref="DepthMethods"/>.</param>
    /// <param name="options">Epochs, batch, optimiser, augmentation, seed. With the same seed every method sees the same batches and starts from the same weights.</param>
    /// <param name="progress">Told each epoch.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>The model, with the weights of its best epoch on validation; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">Task, method or options cannot be trained; the message says why.</exception>
    /// <exception cref="InvalidOperationException">The training diverged: its loss or a prediction is no longer a number.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    public static TrainedDepthModel Train(
        DepthTask task, ImageMethod method, DepthTrainingOptions options, IProgress<DepthEpoch>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(options);
        _ = Kernels.Used;
        task.Validate();
        method.Validate();
        options.Validate();
        if (method.Objective == ImageObjective.Classes)
        {
            throw new ArgumentException("Depth is predicted by the regression head; the objective Classes has none, so choose another one.", nameof(method));
        }

        Allocator.KeepFreedMemory();
        using RunningWork running = RunningWork.Begin(cancellation);
        cancellation = running.Cancellation;
        DepthCounts counts = DepthCounts.Of(task.Frames, task.Indices(Subset.Train));
        DepthPlan plan = new(method, task, counts, options.Seed);
        int classes = plan.Classes?.Ranges.Count ?? 0;
        DepthNetwork network = task.Network?.Invoke(options.Seed, classes) ?? new SmallDepthNetwork(options.Seed, classes);
        if (network.Classes != classes)
        {
            using DepthNetwork wrong = network;
            throw new ArgumentException($"The network has {wrong.Classes} classes, but the method makes {classes}; build it with the number it is given.");
        }

        network.StartAt(plan.MeanDepth);
        TrainedDepthModel model = new(network, plan.Classes, options.EvaluationBatch);
        try
        {
            Batches.Require(task.Indices(Subset.Train).Length, options.BatchSize, Math.Max(task.Frames.Width, task.Frames.Height), network.Stride);
            using IRegressionCriterion criterion = method.Loss.IsBalanced() ? new BalancedMseCriterion(method.Loss, plan.PriorLabels) : new SampleCriterion(method.Loss, method.Focal);
            using FeatureSmoothing? smoothing = method.FeatureSmoothing is { } chosen ? new FeatureSmoothing(plan.Training, network.FeatureCount, chosen) : null;
            Run(task, method, options, plan, model, criterion, smoothing, progress, cancellation);
            return model;
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    private static void Run(
        DepthTask task, ImageMethod method, DepthTrainingOptions options, DepthPlan plan, TrainedDepthModel model, IRegressionCriterion criterion, FeatureSmoothing? smoothing,
        IProgress<DepthEpoch>? progress, CancellationToken cancellation)
    {
        DepthNetwork network = model.Network;
        int[] train = task.Indices(Subset.Train), validation = task.Indices(Subset.Validation), test = task.Indices(Subset.Test);
        int[] visits = [.. train];
        using Adam adam = new(network.parameters(), options.WeightDecay), criterionAdam = new(criterion.Parameters, 0);
        using DepthStep step = new(network, method, criterion, smoothing, options.Accumulated);
        Divergence divergence = new(network);
        DepthBatch batch = new(task.Frames, plan, Batches.Capacity(train.Length, options.BatchSize));
        RandomStream order = RandomStream.Named("depth training", options.Seed, "order"), views = RandomStream.Named("depth training", options.Seed, "augmentation");
        List<DepthEpoch> epochs = [];
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            network.train();
            order.Shuffle(visits.AsSpan());
            double sum = 0;
            int passes = 0, steps = 0;
            foreach ((int start, int length) in Batches.Of(visits.Length, options.BatchSize))
            {
                cancellation.ThrowIfCancellationRequested();
                batch.Fill(visits.AsSpan(start, length), views, options);
                double taken = step.Take(batch, task.Frames.Width, task.Frames.Height);
                if (!double.IsFinite(taken))
                {
                    throw divergence.Explain(
                        method.DisplayName, epoch + 1, $"loss {taken}", DepthStep.Values(batch, task.Frames.Width, task.Frames.Height), () => step.Forward(batch, task.Frames.Width, task.Frames.Height), options.LearningRate);
                }

                sum += taken;

                // What remains at the end of an epoch makes a step of its own.
                if (++passes % options.Accumulated == 0 || start + length == visits.Length)
                {
                    adam.TakeStep(options.RateOf(epoch));
                    criterionAdam.TakeStep(options.CriterionLearningRate);
                    steps++;
                }
            }

            if (smoothing is not null)
            {
                Collect(network, task, train, options, smoothing, cancellation);
            }

            if (!divergence.HasNumbers)
            {
                throw divergence.Explain(method.DisplayName, epoch + 1, "weights NaN", [], () => model.Predict(task.Frames, validation[0]), options.LearningRate);
            }

            double loss = sum / steps;
            double error = model.Errors(task.Frames, validation, cancellation).BalancedRmse() ?? throw new ArgumentException("No pixel of the validation frames has a known depth; use other frames for validation.");
            double? testError = test.Length == 0 ? null : model.Errors(task.Frames, test, cancellation).Rmse();
            if (epochs.TrueForAll(earlier => error < earlier.ValidationRmse))
            {
                model.Keep(DepthSelection.BestOnValidation);
            }

            if (testError is { } value && epochs.TrueForAll(earlier => value < earlier.TestRmse))
            {
                model.Keep(DepthSelection.BestOnTest);
            }

            epochs.Add(new DepthEpoch(epoch + 1, options.Epochs, loss, error, testError, watch.Elapsed.TotalSeconds));
            progress?.Report(epochs[^1]);
        }

        model.Epochs = epochs;
        network.eval();
        model.Use(DepthSelection.BestOnValidation);
    }

    // Features of the training frames as they are, in evaluation mode, as for ages.
    private static void Collect(DepthNetwork network, DepthTask task, int[] train, DepthTrainingOptions options, FeatureSmoothing smoothing, CancellationToken cancellation)
    {
        int half = task.Frames.Width * task.Frames.Height / 4;
        TrainedDepthModel.ForEachBatch(network, task.Frames, train, options.EvaluationBatch, Take, cancellation);
        smoothing.EndEpoch();

        void Take(Tensor features, int start)
        {
            List<long> rows = [];
            List<double> depths = [];
            ushort[] target = new ushort[half];
            for (int i = 0; i < features.shape[0]; i++)
            {
                DepthPixels.Halve(task.Frames.Depth(train[start + i]), task.Frames.Width, target);
                for (int place = 0; place < half; place++)
                {
                    if (target[place] > 0)
                    {
                        rows.Add((long)i * half + place);
                        depths.Add(DepthDistribution.Within(target[place] / 1000.0));
                    }
                }
            }

            smoothing.Collect(DepthStep.Flat(features).index_select(0, tensor(rows.ToArray())), depths.ToArray());
        }
    }
}
