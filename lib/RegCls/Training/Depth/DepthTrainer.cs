using System.Diagnostics;
using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Losses;
using RegCls.Models;
using RegCls.Models.Depth;
using RegCls.Platform;
using RegCls.Training.Images;
using RegCls.Training.Pictures;
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
        TrainedDepthModel model = new(network, plan.Classes, options.EvaluationBatch);
        try
        {
            network.RequireClasses(classes);
            network.StartAt(plan.MeanDepth);
            Batches.Require(task.Indices(Subset.Train).Length, options.BatchSize, Math.Max(task.Frames.Width, task.Frames.Height), network.Stride);
            using IRegressionCriterion criterion = method.Criterion(plan.PriorLabels);
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
        using DepthStep step = new(network, method, criterion, smoothing, task.Frames.Width, task.Frames.Height, options.Accumulated);
        using PictureFeed<DepthBatch> feed = new(
            "depth training", train.Length, options, capacity => new DepthBatch(task.Frames, plan, capacity), (batch, places, views) => batch.Fill(Of(train, places), views, options), plan.Streams);
        List<DepthEpoch> epochs = [];
        using PictureTraining<DepthBatch> training = new(network, method.DisplayName, options, criterion, feed, step, Judged, cancellation);
        foreach ((int epoch, double loss, Stopwatch watch) in training.Epochs())
        {
            if (smoothing is not null)
            {
                Collect(network, task, train, options, smoothing, cancellation);
            }

            if (!training.HasNumbers)
            {
                throw training.Diverged(epoch, "weights NaN", [], () => model.Predict(task.Frames, validation[0]));
            }

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

            epochs.Add(new DepthEpoch(epoch, options.Epochs, loss, error, testError, watch.Elapsed.TotalSeconds));
            progress?.Report(epochs[^1]);
        }

        model.Epochs = epochs;
        model.EarlierSeconds = training.EarlierSeconds;
        network.eval();
        model.Use(DepthSelection.BestOnValidation);

        void Judged(CheckpointState state)
        {
            epochs = state.List("epochs", epochs);
            model.Pieces(state);
            smoothing?.Pieces(state);
        }
    }

    private static int[] Of(int[] frames, ReadOnlySpan<int> places)
    {
        int[] chosen = new int[places.Length];
        for (int i = 0; i < chosen.Length; i++)
        {
            chosen[i] = frames[places[i]];
        }

        return chosen;
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
