using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Labels;
using RegCls.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

public class FeatureSmoothingTests
{
    // The kernel of Yang et al.'s release at distance 0, 1, 2, as LabelWeightsTests computes it by brute force.
    private static readonly double[] ReleasedKernel = [1, 0.9458276490853567, 0.8582852377730946];

    private const int Features = 3;

    // Labels 10…14, of which 12 never occurs and 14 occurs once.
    private static readonly double[] Labels = [.. Enumerable.Range(0, 60).Select(i => new double[] { 10, 11, 13 }[i % 3]), 14];

    private static readonly LabelCounts Training = LabelCounts.Of(Labels);

    private static double[,] Epoch(int number)
    {
        RandomStream stream = RandomStream.Named("features", number);
        double[,] features = new double[Labels.Length, Features];
        for (int i = 0; i < Labels.Length; i++)
        {
            for (int f = 0; f < Features; f++)
            {
                features[i, f] = (Labels[i] - 8) * (f + 1) + (1 + f) * stream.NextGaussian() + number;
            }
        }

        return features;
    }

    private static void Feed(FeatureSmoothing smoothing, double[,] features)
    {
        // In batches of uneven size, as a training does.
        for (int start = 0; start < Labels.Length; start += 13)
        {
            int count = Math.Min(13, Labels.Length - start);
            double[] batch = new double[count * Features];
            for (int i = 0; i < batch.Length; i++)
            {
                batch[i] = features[start + i / Features, i % Features];
            }

            smoothing.Collect(tensor(batch, [count, Features]).to(ScalarType.Float32), Labels.AsSpan(start, count));
        }

        smoothing.EndEpoch();
    }

    private static (double Mean, double Variance) Direct(double[,] features, double label, int f)
    {
        double[] values = [.. Enumerable.Range(0, Labels.Length).Where(i => Labels[i] == label).Select(i => (double)(float)features[i, f])];
        double mean = values.Average();
        return (mean, values.Length < 2 ? 0 : values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    [Fact]
    public void Statistics_are_those_of_all_features_and_later_epochs_mix_in_with_the_momentum()
    {
        using FeatureSmoothing smoothing = new(Training, Features);
        double[,] one = Epoch(1), two = Epoch(2);
        Feed(smoothing, one);
        Check((label, f) => Direct(one, label, f));
        Feed(smoothing, two);
        Check((label, f) =>
        {
            ((double m1, double v1), (double m2, double v2)) = (Direct(one, label, f), Direct(two, label, f));
            return (0.9 * m1 + 0.1 * m2, 0.9 * v1 + 0.1 * v2);
        });

        void Check(Func<double, int, (double Mean, double Variance)> expected)
        {
            foreach (double label in Labels.Distinct())
            {
                for (int f = 0; f < Features; f++)
                {
                    int at = ((int)label - 10) * Features + f;
                    (double mean, double variance) = expected(label, f);
                    Assert.Equal(mean, smoothing.RunningMeans![at], 1e-9);
                    Assert.Equal(variance, smoothing.RunningVariances![at], 1e-9);
                }
            }
        }
    }

    [Fact]
    public void The_third_epoch_is_calibrated_with_the_smoothed_statistics_of_the_first()
    {
        using FeatureSmoothing smoothing = new(Training, Features);
        double[,] one = Epoch(1);
        Tensor batch = tensor(new[] { 1f, 2, 3, 4, 5, 6, 7, 8, 9 }, [3, 3]);
        double[] labels = [10, 13, 14];
        Assert.Same(batch, smoothing.Calibrate(batch, labels));
        Feed(smoothing, one);
        Assert.False(smoothing.Acts);
        Feed(smoothing, Epoch(2));
        Assert.True(smoothing.Acts);

        float[] calibrated = smoothing.Calibrate(batch, labels).data<float>().ToArray();
        for (int f = 0; f < Features; f++)
        {
            // The empty bin 12 takes the mean of 11 and 13; beyond the ends the bins are mirrored.
            (double Mean, double Variance)[] raw = [.. new double[] { 10, 11, 11, 13, 14 }.Select(label => Direct(one, label, f))];
            raw[2] = ((raw[1].Mean + raw[3].Mean) / 2, (raw[1].Variance + raw[3].Variance) / 2);
            for (int sample = 0; sample < 2; sample++)
            {
                int bin = (int)labels[sample] - 10;
                double mean = 0, variance = 0, sum = 0;
                for (int k = -2; k <= 2; k++)
                {
                    int other = Math.Abs(bin + k) > 4 ? 8 - Math.Abs(bin + k) : Math.Abs(bin + k);
                    double weight = ReleasedKernel[Math.Abs(k)];
                    (mean, variance, sum) = (mean + weight * raw[other].Mean, variance + weight * raw[other].Variance, sum + weight);
                }

                double factor = Math.Sqrt(Math.Clamp(variance / sum / raw[bin].Variance, 0.1, 10)), value = 3 * sample + f + 1;
                Assert.Equal((value - raw[bin].Mean) * factor + mean / sum, calibrated[3 * sample + f], 1e-5);
            }

            // One sample has no variance: it stays.
            Assert.Equal(7 + f, calibrated[6 + f]);
        }
    }

    [Fact]
    public void The_ratio_of_variances_is_clipped_and_gradients_flow_through()
    {
        double[] labels = [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? 1.0 : 2)];
        using FeatureSmoothing smoothing = new(LabelCounts.Of(labels), 1, new FeatureSmoothingOptions { SmallestRatio = 0.81, LargestRatio = 1.21 });
        RandomStream stream = RandomStream.Named("clip");
        Tensor features = tensor([.. labels.Select(label => (float)(label == 1 ? 100 * stream.NextGaussian() : 0.01 * stream.NextGaussian()))], [200, 1]);
        for (int epoch = 0; epoch < 2; epoch++)
        {
            smoothing.Collect(features, labels);
            smoothing.EndEpoch();
        }

        using Tensor batch = tensor(new[] { 5f, 5f }, [2, 1]).requires_grad_(true);
        smoothing.Calibrate(batch, [1, 2]).sum().backward();
        Assert.Equal([0.9f, 1.1f], batch.grad!.data<float>().ToArray().Select(value => MathF.Round(value, 5)));
    }

    [Fact]
    public void Wrong_shapes_labels_and_options_are_one_sentence()
    {
        using FeatureSmoothing smoothing = new(Training, Features);
        Assert.Contains("[N, F] = [2, 3], got [2, 4]", Assert.Throws<ArgumentException>(() => smoothing.Collect(zeros(2, 4), [10, 11])).Message, StringComparison.Ordinal);
        Assert.Contains("The label 40 is outside the training labels, 10 to below 15", Assert.Throws<ArgumentException>(() => smoothing.Collect(zeros(1, 3), [40])).Message, StringComparison.Ordinal);
        Assert.Contains("no features were collected", Assert.Throws<InvalidOperationException>(smoothing.EndEpoch).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new FeatureSmoothing(Training, 3, new FeatureSmoothingOptions { Momentum = 1 }));
    }
}
