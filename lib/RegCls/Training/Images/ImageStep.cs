using RegCls.Losses;
using RegCls.Models.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training.Images;

/// <summary>The forward and backward pass of one batch: features, FDS where it is used, then the regression and the classification term.</summary>
internal sealed class ImageStep
{
    private readonly ImageNetwork network;
    private readonly IRegressionCriterion criterion;
    private readonly FeatureSmoothing? smoothing;
    private readonly bool hasRegression, hasClassification, weighted;

    // Held for the whole training; see Numbers.
    private readonly Scalar regressionFactor, classificationFactor;

    public ImageStep(ImageNetwork network, ImageMethod method, IRegressionCriterion criterion, FeatureSmoothing? smoothing)
    {
        (this.network, this.criterion, this.smoothing) = (network, criterion, smoothing);
        (double regression, double classification) = method.Factors;
        (hasRegression, hasClassification) = (regression > 0, classification > 0);
        weighted = method.Reweighting != Binning.Reweighting.None;
        regressionFactor = regression;
        classificationFactor = classification;
    }

    /// <summary>Leaves the gradients in the parameters.</summary>
    /// <returns>The minimised value.</returns>
    public double Take(ImageBatch batch, int size)
    {
        using DisposeScope scope = NewDisposeScope();
        int n = batch.Count;
        Tensor features = network.Features(Pixels(batch, size));
        features = smoothing?.Calibrate(features, batch.Targets.AsSpan(0, n)) ?? features;

        Tensor? loss = null;
        if (hasRegression && batch.Kept.Count > 0)
        {
            loss = Regression(batch, features).mul(regressionFactor);
        }

        if (hasClassification)
        {
            Tensor labels = tensor(First(batch.Labels, n), [1, n]);
            Tensor classification = CrossEntropy.PerReplica(network.Logits(features).unsqueeze(0), labels).sum().mul(classificationFactor);
            loss = loss is null ? classification : loss.add(classification, alpha: Models.Numbers.One);
        }

        // No sample of this batch was kept: nothing to learn from it.
        if (loss is null)
        {
            return 0;
        }

        loss.backward();
        return loss.item<float>();
    }

    /// <summary>The regression of a batch, without gradients, to look for what is wrong in it.</summary>
    public void Forward(ImageBatch batch, int size) => network.call(Pixels(batch, size));

    /// <summary>The numbers of a batch that enter the step.</summary>
    public static IEnumerable<double> Values(ImageBatch batch, int size) => batch.Pixels.Take(batch.Count * 3 * size * size).Select(pixel => (double)pixel).Concat(batch.Targets.Take(batch.Count));

    private static Tensor Pixels(ImageBatch batch, int size) => tensor(First(batch.Pixels, batch.Count * 3 * size * size), [batch.Count, 3, size, size]);

    private Tensor Regression(ImageBatch batch, Tensor features)
    {
        int n = batch.Count;
        Tensor predictions = network.Regression(features);
        Tensor targets = tensor(batch.Targets.AsSpan(0, n).ToArray(), [n, 1]).to(ScalarType.Float32);
        Tensor? weights = weighted ? tensor(First(batch.Weights, n), [n, 1]) : null;
        if (batch.Kept.Count < n)
        {
            Tensor kept = tensor(batch.Kept.ToArray());
            (predictions, targets, weights) = (predictions.index_select(0, kept), targets.index_select(0, kept), weights?.index_select(0, kept));
        }

        return criterion.Mean(predictions, targets, weights);
    }

    // torch.tensor copies whole arrays, so only the last batch of an epoch needs a shorter one.
    private static T[] First<T>(T[] array, int length) => array.Length == length ? array : array.AsSpan(0, length).ToArray();
}
