using RegCls.Data.Depth;
using RegCls.Losses;
using RegCls.Models.Depth;
using RegCls.Training.Images;
using RegCls.Training.Pictures;
using static TorchSharp.torch;

namespace RegCls.Training.Depth;

/// <summary>The pass of a batch of frames: maps, FDS where it is used, then the regression term over known pixels and the classification term at twice its resolution.</summary>
internal sealed class DepthStep(DepthNetwork network, ImageMethod method, IRegressionCriterion criterion, FeatureSmoothing? smoothing, int width, int height, int accumulated) : PictureStep<DepthBatch>(method, accumulated)
{
    /// <inheritdoc/>
    public override void Forward(DepthBatch batch) => network.call(Pixels(batch));

    /// <inheritdoc/>
    public override IEnumerable<double> Values(DepthBatch batch) => batch.Pixels.Take(batch.Count * 3 * height * width).Select(pixel => (double)pixel).Concat(batch.Targets);

    /// <inheritdoc/>
    protected override Tensor Seen(DepthBatch batch) => network.Maps(Pixels(batch));

    /// <summary>Balanced MSE compares pixels with each other, so one alone teaches nothing.</summary>
    protected override bool TeachesRegression(DepthBatch batch) => batch.Rows.Count > 1;

    /// <inheritdoc/>
    protected override Tensor Regression(DepthBatch batch, Tensor maps)
    {
        Tensor rows = tensor(batch.Rows.ToArray());
        double[] depths = [.. batch.Targets];
        Tensor features = network.Features(maps);
        features = smoothing is { Acts: true } ? Calibrated(features, rows, depths) : features;
        Tensor predictions = network.Regression(features).view(-1, 1).index_select(0, rows);
        Tensor targets = tensor(depths, [depths.Length, 1]).to(ScalarType.Float32);
        Tensor? weights = IsWeighted ? tensor(batch.Weights.ToArray(), [depths.Length, 1]) : null;
        return criterion.Mean(predictions, targets, weights);
    }

    /// <inheritdoc/>
    protected override Tensor Classification(DepthBatch batch, Tensor maps)
    {
        Tensor labels = tensor(First(batch.Labels, batch.Count * height * width), [batch.Count, height, width]);
        return PixelCrossEntropy.Mean(network.Logits(maps), DepthNetwork.Quarters(labels));
    }

    private Tensor Pixels(DepthBatch batch) => tensor(First(batch.Pixels, batch.Count * 3 * height * width), [batch.Count, 3, height, width]);

    // Features of known pixels are calibrated, those of others stay: the last convolution sees both.
    private Tensor Calibrated(Tensor features, Tensor rows, double[] depths)
    {
        long[] shape = features.shape;
        Tensor flat = Flat(features);
        Tensor calibrated = flat.index_copy(0, rows, smoothing!.Calibrate(flat.index_select(0, rows), Array.ConvertAll(depths, DepthDistribution.Within)));
        return calibrated.view(shape[0], shape[2], shape[3], shape[1]).permute(0, 3, 1, 2);
    }

    /// <summary>Features <c>[N, F, h, w]</c> as <c>[N · h · w, F]</c>.</summary>
    internal static Tensor Flat(Tensor features) => features.permute(0, 2, 3, 1).reshape(-1, features.shape[1]);
}
