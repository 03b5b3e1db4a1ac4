using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.RootFinding;
using MathNet.Numerics.Statistics;
using RegCls.Data;
using RegCls.Theory;

namespace RegCls.Tests.Theory;

public class IcaTests
{
    [Fact]
    public void The_mixing_can_be_undone()
    {
        IcaMixing mixing = new(4, 3, RandomStream.Named("mixing test"));
        RandomStream stream = RandomStream.Named("mixing test", "sources");
        for (int repeat = 0; repeat < 50; repeat++)
        {
            double[] sources = [.. Enumerable.Range(0, 4).Select(_ => 3 * stream.NextGaussian())];
            Vector<double> signal = Vector<double>.Build.DenseOfArray(mixing.Mix(sources));
            foreach (Matrix<double> rotation in mixing.Rotations.Skip(1).Reverse())
            {
                signal = rotation.TransposeThisAndMultiply(signal).Map(value => Brent.FindRoot(z => IcaMixing.Bend(z) - value, -400, 400, 1e-13, 500));
            }

            double[] recovered = mixing.Rotations[0].TransposeThisAndMultiply(signal).ToArray();
            Assert.InRange(recovered.Zip(sources, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-8);
        }
    }

    [Fact]
    public void The_mixing_is_not_linear_and_bends_smoothly()
    {
        Assert.True(Math.Abs(IcaMixing.Bend(2) + IcaMixing.Bend(-2) - 2 * IcaMixing.Bend(0)) > 0.5);
        for (double z = -5; z < 5; z += 0.1)
        {
            double slope = (IcaMixing.Bend(z + 1e-6) - IcaMixing.Bend(z - 1e-6)) / 2e-6;
            Assert.Equal(0.1 + 0.9 / (1 + Math.Exp(-4 * z)), slope, 1e-6);
        }

        Assert.Equal(1000, IcaMixing.Bend(1000), 1e-9);
    }

    [Fact]
    public void Sources_are_Laplace_with_a_scale_of_their_own_in_each_segment_and_test_draws_are_fresh()
    {
        IcaOptions options = new() { Segments = 6, SamplesPerSegment = 4000, Sources = 3 };
        (IcaSignal train, IcaSignal test) = IcaSignal.Draw(options, 1);
        Assert.NotEqual(train.Sources.Take(30), test.Sources.Take(30));
        for (int segment = 0; segment < 6; segment++)
        {
            for (int source = 0; source < 3; source++)
            {
                double[] Values(IcaSignal signal) => [.. Enumerable.Range(segment * 4000, 4000).Select(i => signal.Sources[i * 3 + source])];

                // E|s| = b and E s² = 2b², so E s² / (E|s|)² = 2; b is shared by training and test.
                double scale = Values(train).Average(Math.Abs);
                Assert.InRange(scale, Math.Exp(-1.5) * 0.9, Math.Exp(1.5) * 1.1);
                Assert.Equal(2, Values(train).Average(s => s * s) / (scale * scale), 0.35);
                Assert.Equal(1, Values(test).Average(Math.Abs) / scale, 0.12);
            }
        }

        double[] Column(int source) => [.. Enumerable.Range(0, 4000).Select(i => train.Sources[i * 3 + source])];
        Assert.InRange(Math.Abs(Correlation.Pearson(Column(0), Column(1))), 0, 0.06);
    }

    [Fact]
    public void Who_knows_the_scales_tells_two_segments_as_often_as_the_integral_says()
    {
        // One source with scales 1 and 4: segment 2 is told where |s| > t = ln 4 / (1 - 1/4); each is right with 1 - e^{-t} and e^{-t/4}.
        RandomStream stream = RandomStream.Named("best accuracy");
        double t = Math.Log(4) / 0.75;
        double[] sources = [.. Enumerable.Range(0, 20_000).Select(i => -(i < 10_000 ? 1 : 4) * Math.Log(1 - stream.NextDouble()))];
        IcaSignal signal = new(20_000, sources, sources, [.. Enumerable.Range(0, 20_000).Select(i => i < 10_000 ? 0L : 1)], [1, 4]);
        Assert.Equal((1 - Math.Exp(-t) + Math.Exp(-t / 4)) / 2, signal.BestAccuracy(), 0.01);
    }

    [Fact]
    public void A_linear_readout_finds_what_is_linear_and_nothing_else()
    {
        RandomStream stream = RandomStream.Named("readout test");
        double[] train = [.. Enumerable.Range(0, 3 * 400).Select(i => i % 3 == 2 ? 0 : stream.NextGaussian())], test = [.. Enumerable.Range(0, 3 * 400).Select(i => i % 3 == 2 ? 0 : stream.NextGaussian())];
        double[] Linear(double[] features) => [.. Enumerable.Range(0, 400).Select(row => 7 + 2 * features[3 * row] - 5 * features[3 * row + 1])];
        double[] Bent(double[] features) => [.. Enumerable.Range(0, 400).Select(row => Math.Abs(features[3 * row]))];
        Assert.Equal(1, LinearReadout.Correlation(train, Linear(train), test, Linear(test)), 1e-9);
        Assert.InRange(Math.Abs(LinearReadout.Correlation(train, Bent(train), test, Bent(test))), 0, 0.2);
        Assert.Equal(0, LinearReadout.Correlation(new double[400], Bent(train), new double[400], Bent(test)));
        Assert.Throws<ArgumentException>(() => LinearReadout.Correlation(train, Linear(train), test, [1, 2]));
    }

    [Fact]
    public void An_ideal_classifier_s_logits_hold_the_moduli_linearly()
    {
        // What the theory says of the optimum: logits Λ |s| with Λ = -1 / b, from which |s| is read off by least squares.
        (IcaSignal train, IcaSignal test) = IcaSignal.Draw(new() { Segments = 8, SamplesPerSegment = 100 }, 2);
        RandomStream stream = RandomStream.Named("ideal classifier");
        double[] lambda = [.. Enumerable.Range(0, 8 * 4).Select(_ => -Math.Exp(stream.NextUniform(-1.5, 1.5)))];
        double[] Logits(IcaSignal signal) => [.. from i in Enumerable.Range(0, signal.Count) from segment in Enumerable.Range(0, 8) select Enumerable.Range(0, 4).Sum(source => lambda[segment * 4 + source] * Math.Abs(signal.Sources[i * 4 + source]))];
        Assert.Equal(1, IcaExperiment.MeanCorrelation((train, test), Logits(train), Logits(test), 4), 1e-6);
    }

    [Fact]
    public void Telling_segments_finds_the_sources_and_shuffled_segments_do_not()
    {
        IcaOptions options = new() { Sources = 3, Segments = 32, SamplesPerSegment = 200, Hidden = [24, 24, 6], Epochs = 40, Seeds = 2 };
        IReadOnlyList<IcaResult> results = IcaExperiment.Run(options);
        Assert.All(results, result =>
        {
            Assert.True(result.Contrastive > result.Shuffled + 0.1, $"{result}");
            Assert.True(result.Contrastive > result.Untrained + 0.1, $"{result}");
            Assert.True(result.Accuracy > 2.0 / 32 && result.Accuracy < result.BestAccuracy + 0.01, $"{result}");
            Assert.InRange(result.ShuffledAccuracy, 0.2 / 32, 1.8 / 32);
        });
    }

    [Fact]
    public void One_seed_gives_the_same_numbers_twice_and_impossible_sizes_are_refused()
    {
        Assert.Equal(IcaExperiment.Run(IcaOptions.Smoke), IcaExperiment.Run(IcaOptions.Smoke));
        Assert.Contains("full batch of 512", Assert.Throws<ArgumentException>(() => IcaExperiment.Run(new() { Segments = 2, SamplesPerSegment = 10 })).Message);
        Assert.Contains("at least 2 sources", Assert.Throws<ArgumentException>(() => IcaExperiment.Run(new() { Sources = 1 })).Message);
        Assert.Contains("got -1", Assert.Throws<ArgumentException>(() => IcaExperiment.Run(new() { LearningRate = -1 })).Message);
    }
}
