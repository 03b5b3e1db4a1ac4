using RegCls.Data;
using RegCls.Data.Labels;
using RegCls.Losses;
using RegCls.Models.Images;
using RegCls.Optimisers;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training.Images;

/// <summary>
/// Trains the regression head of a trained network again with another loss, on features that stay as they are: how Ren et al. use Balanced MSE for ages. Features are those of the images as they are, without
/// augmentation, computed once; the head starts where it was, and the epoch with the lowest validation MSE is kept, which may be none.
/// </summary>
internal static class LastLayerTraining
{
    /// <summary>Passes over the features, as in Ren et al.</summary>
    public const int Epochs = 10;

    /// <summary>σ of Balanced MSE before the first step, in units of the label, as in Ren et al. for ages.</summary>
    public const double FirstNoiseScale = 10;

    public static void Run(ImageTask task, TrainedImageModel model, RegressionLoss loss, ImageTrainingOptions options, CancellationToken cancellation)
    {
        ImageNetwork network = model.Network;
        double[] targets = task.Targets(Subset.Train);
        using DisposeScope scope = NewDisposeScope();
        using IRegressionCriterion criterion = loss.IsBalanced() ? new BalancedMseCriterion(loss, targets, FirstNoiseScale) : new SampleCriterion(loss);
        Tensor training = Features(task, Subset.Train, network, options, cancellation), labels = Column(targets);
        Tensor validation = Features(task, Subset.Validation, network, options, cancellation), expected = Column(task.Targets(Subset.Validation));
        using Adam adam = new(network.RegressionParameters, options.WeightDecay, options.DecoupledDecay), criterionAdam = new(criterion.Parameters, 0);
        using NetworkState best = new(network);
        RandomStream order = RandomStream.Named("image training", options.Seed, "last layer");
        long[] visits = [.. Enumerable.Range(0, targets.Length).Select(i => (long)i)];
        double lowest = Error();
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            order.Shuffle(visits.AsSpan());
            foreach ((int start, int length) in Batches.Of(visits.Length, options.BatchSize))
            {
                cancellation.ThrowIfCancellationRequested();
                using DisposeScope step = NewDisposeScope();
                Tensor batch = tensor(visits.AsSpan(start, length).ToArray());
                criterion.Mean(network.Regression(training.index_select(0, batch)), labels.index_select(0, batch), null).backward();
                adam.TakeStep(options.LearningRate);
                criterionAdam.TakeStep(options.CriterionLearningRate);
            }

            double error = Error();
            if (!double.IsFinite(error))
            {
                throw new InvalidOperationException($"The training of the last layer with {loss} diverged in epoch {epoch + 1}: validation MSE {error}; use a smaller learning rate than {options.LearningRate}.");
            }

            if (error < lowest)
            {
                lowest = error;
                best.Keep();
            }
        }

        best.Restore();
        network.eval();
        model.LastLayerValidationMse = lowest;

        double Error()
        {
            using IDisposable guard = no_grad();
            using DisposeScope inner = NewDisposeScope();
            return network.Regression(validation).sub(expected).square().mean().item<float>();
        }
    }

    private static Tensor Features(ImageTask task, Subset subset, ImageNetwork network, ImageTrainingOptions options, CancellationToken cancellation)
    {
        int[] indices = task.Indices(subset);
        float[] values = new float[indices.Length * network.FeatureCount];
        TrainedImageModel.ForEachBatch(network, task.Images, indices, options.EvaluationBatch,
            (features, start) => features.data<float>().ToArray().CopyTo(values, start * network.FeatureCount), cancellation);
        return tensor(values, [indices.Length, network.FeatureCount]);
    }

    private static Tensor Column(double[] values) => tensor(values.Select(value => (float)value).ToArray(), [values.Length, 1]);
}
