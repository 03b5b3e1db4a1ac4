using RegCls.Binning;
using RegCls.Data.Depth;
using RegCls.Losses;
using RegCls.Models;
using RegCls.Models.Depth;
using RegCls.Training.Images;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Training.Depth;

/// <summary>The forward and backward pass of one batch of frames: maps, FDS where it is used, then the regression term over known pixels and the classification term at twice its resolution.</summary>
internal sealed class DepthStep : IDisposable
{
    private readonly DepthNetwork network;
    private readonly IRegressionCriterion criterion;
    private readonly FeatureSmoothing? smoothing;
    private readonly bool hasClassification, weighted;

    // Held for the whole training; see Numbers.
    private readonly Scalar regressionFactor, classificationFactor;

    /// <param name="network">The network.</param>
    /// <param name="method">Factors of the two terms.</param>
    /// <param name="criterion">The regression term.</param>
    /// <param name="smoothing">FDS; null for none.</param>
    /// <param name="accumulated">Passes a step: each one's loss is divided by it.</param>
    public DepthStep(DepthNetwork network, ImageMethod method, IRegressionCriterion criterion, FeatureSmoothing? smoothing, int accumulated)
    {
        (this.network, this.criterion, this.smoothing) = (network, criterion, smoothing);
        (double regression, double classification) = method.Factors;
        hasClassification = classification > 0;
        weighted = method.Reweighting != Reweighting.None;
        regressionFactor = regression / accumulated;
        classificationFactor = classification / accumulated;
    }

    /// <summary>Adds the gradients to those of the parameters.</summary>
    /// <returns>What the pass adds to the minimised value of the step.</returns>
    public double Take(DepthBatch batch, int width, int height)
    {
        using DisposeScope scope = NewDisposeScope();
        int n = batch.Count;
        Tensor maps = network.Maps(Pixels(batch, width, height));
        Tensor? loss = null;

        // Balanced MSE compares pixels with each other, so one alone teaches nothing.
        if (batch.Rows.Count > 1)
        {
            loss = Regression(batch, maps).mul(regressionFactor);
        }

        if (hasClassification)
        {
            Tensor labels = tensor(First(batch.Labels, n * height * width), [n, height, width]);
            Tensor classification = PixelCrossEntropy.Mean(network.Logits(maps), DepthNetwork.Quarters(labels)).mul(classificationFactor);
            loss = loss is null ? classification : loss.add(classification, alpha: Numbers.One);
        }

        if (loss is null)
        {
            return 0;
        }

        loss.backward();
        return loss.item<float>();
    }

    /// <summary>The regression of a batch, without gradients, to look for what is wrong in it.</summary>
    public void Forward(DepthBatch batch, int width, int height) => network.call(Pixels(batch, width, height));

    /// <summary>The numbers of a batch that enter the step.</summary>
    public static IEnumerable<double> Values(DepthBatch batch, int width, int height) => batch.Pixels.Take(batch.Count * 3 * height * width).Select(pixel => (double)pixel).Concat(batch.Targets);

    public void Dispose()
    {
        regressionFactor.Dispose();
        classificationFactor.Dispose();
    }

    private static Tensor Pixels(DepthBatch batch, int width, int height) => tensor(First(batch.Pixels, batch.Count * 3 * height * width), [batch.Count, 3, height, width]);

    private Tensor Regression(DepthBatch batch, Tensor maps)
    {
        Tensor rows = tensor(batch.Rows.ToArray());
        double[] depths = [.. batch.Targets];
        Tensor features = network.Features(maps);
        features = smoothing is { Acts: true } ? Calibrated(features, rows, depths) : features;
        Tensor predictions = network.Regression(features).view(-1, 1).index_select(0, rows);
        Tensor targets = tensor(depths, [depths.Length, 1]).to(ScalarType.Float32);
        Tensor? weights = weighted ? tensor(batch.Weights.ToArray(), [depths.Length, 1]) : null;
        return criterion.Mean(predictions, targets, weights);
    }

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

    // torch.tensor copies whole arrays, so only the last batch of an epoch needs a shorter one.
    private static T[] First<T>(T[] array, int length) => array.Length == length ? array : array.AsSpan(0, length).ToArray();
}
