using System.Diagnostics;
using RegCls.Data.Labels;
using RegCls.Losses;
using RegCls.Models;
using RegCls.Models.Images;
using RegCls.Platform;
using RegCls.Training.Pictures;

namespace RegCls.Training.Images;

/// <summary>Trains one image model with one method, and keeps the epoch with the lowest mean squared error on validation, as the paper does.</summary>
public static class ImageTrainer
{
    /// <summary>Trains a model.</summary>
    /// <param name="task">Images, split and network.</param>
    /// <param name="method">What is minimised, and how.</param>
    /// <param name="options">Epochs, batch, optimiser, augmentation, seed. With the same seed every method sees the same batches and starts from the same weights.</param>
    /// <param name="progress">Told each epoch.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>The model; the caller disposes it.</returns>
    /// <exception cref="ArgumentException">Task, method or options cannot be trained; the message says why.</exception>
    /// <exception cref="InvalidOperationException">The training diverged: its loss or a prediction is no longer a number.</exception>
    /// <exception cref="OperationCanceledException">The training was cancelled.</exception>
    public static TrainedImageModel Train(
        ImageTask task, ImageMethod method, ImageTrainingOptions options, IProgress<ImageEpoch>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(options);
        _ = Kernels.Used;
        task.Validate();
        method.Validate();
        options.Validate();
        Allocator.KeepFreedMemory();
        using RunningWork running = RunningWork.Begin(cancellation);
        cancellation = running.Cancellation;

        double[] targets = task.Targets(Subset.Train);
        ImagePlan plan = new(method, targets, task.Labels, options.Seed);
        int classes = plan.Classes?.Ranges.Count ?? 0;
        ImageNetwork network = task.Network?.Invoke(options.Seed, classes) ?? new SmallResidualNetwork(options.Seed, classes);
        try
        {
            network.RequireClasses(classes);
            Batches.Require(targets.Length, options.BatchSize, task.Images.Size, network.Stride);
            network.StartAt(targets.Average());
            TrainedImageModel model = new(network, plan.Classes, method.Objective == ImageObjective.Classes ? plan.Values : null, options.EvaluationBatch);
            using IRegressionCriterion criterion = method.Criterion(targets);
            if (options.BatchSize < criterion.FewestSamples)
            {
                throw new ArgumentException($"{method.DisplayName} needs batches of at least {criterion.FewestSamples} images, because it takes the label prior from the batch; got a batch size of {options.BatchSize}.");
            }

            using FeatureSmoothing? smoothing = method.FeatureSmoothing is { } chosen ? new FeatureSmoothing(plan.Training, network.FeatureCount, chosen, method.Variant) : null;
            Run(task, method, options, plan, model, criterion, smoothing, progress, cancellation);
            if (method.LastLayer is { } loss)
            {
                LastLayerTraining.Run(task, model, loss, options, cancellation);
            }

            return model;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    private static void Run(
        ImageTask task, ImageMethod method, ImageTrainingOptions options, ImagePlan plan, TrainedImageModel model, IRegressionCriterion criterion, FeatureSmoothing? smoothing,
        IProgress<ImageEpoch>? progress, CancellationToken cancellation)
    {
        ImageNetwork network = model.Network;
        int[] train = task.Indices(Subset.Train), validation = task.Indices(Subset.Validation);
        double[] targets = task.Targets(Subset.Train), expected = task.Targets(Subset.Validation);
        using ImageStep step = new(network, method, criterion, smoothing, task.Images.Size, options.Accumulated);
        using PictureFeed<ImageBatch> feed = new(
            "image training", train.Length, options, capacity => new ImageBatch(task.Images, train, plan, capacity), (batch, places, augmentation) => batch.Fill(places, augmentation, options), plan.Streams);
        using NetworkState best = new(network);
        List<ImageEpoch> epochs = [];
        double lowest = double.PositiveInfinity;
        using PictureTraining<ImageBatch> training = new(network, method.DisplayName, options, criterion, feed, step, Judged, cancellation);
        foreach ((int epoch, double loss, Stopwatch watch) in training.Epochs())
        {
            if (smoothing is not null)
            {
                TrainedImageModel.ForEachBatch(network, task.Images, train, options.EvaluationBatch, (features, start) =>
                    smoothing.Collect(features, targets.AsSpan(start, (int)features.shape[0])), cancellation);
                smoothing.EndEpoch();
            }

            double error = SquaredError(model.Predict(task.Images, validation, cancellation), expected);
            if (!double.IsFinite(error))
            {
                throw training.Diverged(
                    epoch, $"validation MSE {error}", expected, () => model.Predict(task.Images, validation.AsSpan(0, Math.Min(validation.Length, options.EvaluationBatch)), cancellation));
            }

            if (error < lowest)
            {
                lowest = error;
                model.BestEpoch = epoch;
                best.Keep();
            }

            epochs.Add(new ImageEpoch(epoch, options.Epochs, loss, error, watch.Elapsed.TotalSeconds));
            progress?.Report(epochs[^1]);
        }

        best.Restore();
        network.eval();
        model.Epochs = epochs;
        model.ImagesPerSecond = train.Length * training.Trained / training.Elapsed.TotalSeconds;
        model.WaitingShare = Math.Min(1, feed.Waiting / training.Elapsed);
        model.EarlierSeconds = training.EarlierSeconds;

        void Judged(CheckpointState state)
        {
            (lowest, model.BestEpoch, epochs) = (state.Number("lowest", lowest), (int)state.Integer("best epoch", model.BestEpoch), state.List("epochs", epochs));
            best.Pieces("best", state);
            smoothing?.Pieces(state);
        }
    }

    private static double SquaredError(double[] predictions, double[] targets)
    {
        double sum = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            sum += (predictions[i] - targets[i]) * (predictions[i] - targets[i]);
        }

        return sum / targets.Length;
    }
}
