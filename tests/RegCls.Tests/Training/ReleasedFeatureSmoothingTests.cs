using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Labels;
using RegCls.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace RegCls.Tests.Training;

/// <summary>FDS as released, against loops over plain arrays that do step by step what the released code does for ages, with its buckets 3 to 99.</summary>
public class ReleasedFeatureSmoothingTests
{
    private const int First = 3, Last = 99, Buckets = Last - First + 1;

    private static readonly double[] Kernel = Normalised([0.8582852377730946, 0.9458276490853567, 1, 0.9458276490853567, 0.8582852377730946]);

    // Younger and older than the buckets, both ends, a lone sample at 50, and gaps that are never seen.
    private static readonly double[] Ages = [.. Enumerable.Range(0, 400).Select(i => new double[] { 1, 2, 3, 4, 5, 20, 21, 23, 98, 99, 100, 116 }[i * 7 % 12]), 50];

    [Fact]
    public void Three_epochs_are_those_of_the_released_code()
    {
        using FeatureSmoothing smoothing = new(LabelCounts.Of(Ages), 1, null, PublishedVariant.AsReleased);
        Code code = new();
        for (int epoch = 0; epoch < 4; epoch++)
        {
            RandomStream stream = RandomStream.Named("released", epoch);
            double[] features = [.. Ages.Select(age => (double)(float)(0.05 * age + (1 + 0.01 * age) * stream.NextGaussian() + epoch))];

            // Batches of 31: some lack the ages 3 or 99, and then the younger or older ones stay as they are.
            double[] expected = [.. features.Chunk(31).Zip(Ages.Chunk(31), code.Smooth).SelectMany(batch => batch)];
            double[] calibrated = [.. features.Chunk(31).Zip(Ages.Chunk(31), (batch, ages) => smoothing.Calibrate(Column(batch), ages).data<float>().ToArray().Select(value => (double)value)).SelectMany(batch => batch)];
            Assert.All(expected.Zip(calibrated), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
            Assert.Equal(epoch < 2, features.SequenceEqual(calibrated));

            foreach ((double[] batch, double[] ages) in features.Chunk(31).Zip(Ages.Chunk(31)))
            {
                smoothing.Collect(Column(batch), ages);
            }

            smoothing.EndEpoch();
            code.End(expected, epoch);
            for (int bucket = 0; bucket < Buckets; bucket++)
            {
                Assert.Equal(code.Mean[bucket], smoothing.RunningMeans![bucket], 1e-5);
                Assert.Equal(code.Variance[bucket], smoothing.RunningVariances![bucket], 1e-5);
            }
        }

        Assert.Equal((0, 1), (smoothing.RunningMeans![40 - First], smoothing.RunningVariances![40 - First]));
    }

    private static Tensor Column(double[] values) => tensor(values.Select(value => (float)value).ToArray(), [values.Length, 1]);

    private static double[] Normalised(double[] weights) => [.. weights.Select(weight => weight / weights.Sum())];

    private sealed class Code
    {
        private double[] smoothMean = new double[Buckets], smoothVariance = Ones();

        // Two names for one storage: what the running statistics become, those "of the last epoch" are too.
        public double[] Mean { get; } = new double[Buckets];

        public double[] Variance { get; } = Ones();

        private bool acts;

        public double[] Smooth(double[] features, double[] ages) => [.. features.Select((feature, i) =>
        {
            int age = (int)ages[i], bucket = age < First ? First : Math.Min(age, Last);
            if (!acts || (age != bucket && !ages.Contains(bucket)) || Variance[bucket - First] == 0)
            {
                return feature;
            }

            bucket -= First;
            return (feature - Mean[bucket]) * Math.Sqrt(Math.Clamp(smoothVariance[bucket] / Variance[bucket], 0.1, 10)) + smoothMean[bucket];
        })];

        public void End(double[] encodings, int epoch)
        {
            if (epoch == 1 || acts)
            {
                (smoothMean, smoothVariance, acts) = (Smoothed(Mean), Smoothed(Variance), true);
            }

            for (int bucket = First; bucket <= Last; bucket++)
            {
                double[] own = [.. encodings.Where((_, i) => Math.Clamp(Ages[i], First, Last) == bucket)];
                if (own.Length > 0)
                {
                    double mean = own.Average(), variance = own.Length == 1 ? 0 : own.Sum(value => (value - mean) * (value - mean)) / (own.Length - 1), kept = epoch == 0 ? 0 : 0.9;
                    Mean[bucket - First] = (1 - kept) * mean + kept * Mean[bucket - First];
                    Variance[bucket - First] = (1 - kept) * variance + kept * Variance[bucket - First];
                }
            }
        }

        private static double[] Ones() => [.. Enumerable.Repeat(1.0, Buckets)];

        private static double[] Smoothed(double[] values) => [.. Enumerable.Range(0, Buckets).Select(bucket => Enumerable.Range(-2, 5).Sum(k =>
            Kernel[k + 2] * values[Math.Abs(bucket + k) >= Buckets ? 2 * (Buckets - 1) - bucket - k : Math.Abs(bucket + k)]))];
    }
}
