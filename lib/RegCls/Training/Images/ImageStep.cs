using RegCls.Losses;
using RegCls.Models.Images;
using RegCls.Training.Pictures;
using static TorchSharp.torch;

namespace RegCls.Training.Images;

/// <summary>The pass of a batch of images: features, FDS where it is used, then both terms from the same features.</summary>
internal sealed class ImageStep(ImageNetwork network, ImageMethod method, IRegressionCriterion criterion, FeatureSmoothing? smoothing, int size, int accumulated) : PictureStep<ImageBatch>(method, accumulated)
{
    /// <inheritdoc/>
    public override void Forward(ImageBatch batch) => network.call(Pixels(batch));

    /// <inheritdoc/>
    public override IEnumerable<double> Values(ImageBatch batch) => batch.Pixels.Take(batch.Count * 3 * size * size).Select(pixel => (double)pixel).Concat(batch.Targets.Take(batch.Count));

    /// <inheritdoc/>
    protected override Tensor Seen(ImageBatch batch)
    {
        Tensor features = network.Features(Pixels(batch));
        return smoothing?.Calibrate(features, batch.Targets.AsSpan(0, batch.Count)) ?? features;
    }

    /// <inheritdoc/>
    protected override bool TeachesRegression(ImageBatch batch) => batch.Kept.Count > 0;

    /// <inheritdoc/>
    protected override Tensor Regression(ImageBatch batch, Tensor features)
    {
        int n = batch.Count;
        Tensor predictions = network.Regression(features);
        Tensor targets = tensor(batch.Targets.AsSpan(0, n).ToArray(), [n, 1]).to(ScalarType.Float32);
        Tensor? weights = IsWeighted ? tensor(First(batch.Weights, n), [n, 1]) : null;
        if (batch.Kept.Count < n)
        {
            Tensor kept = tensor(batch.Kept.ToArray());
            (predictions, targets, weights) = (predictions.index_select(0, kept), targets.index_select(0, kept), weights?.index_select(0, kept));
        }

        return criterion.Mean(predictions, targets, weights);
    }

    /// <inheritdoc/>
    protected override Tensor Classification(ImageBatch batch, Tensor features)
        => CrossEntropy.PerReplica(network.Logits(features).unsqueeze(0), tensor(First(batch.Labels, batch.Count), [1, batch.Count])).sum();

    private Tensor Pixels(ImageBatch batch) => tensor(First(batch.Pixels, batch.Count * 3 * size * size), [batch.Count, 3, size, size]);
}
