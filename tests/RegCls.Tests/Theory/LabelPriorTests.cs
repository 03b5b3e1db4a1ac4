using RegCls.Data;
using RegCls.Theory;

namespace RegCls.Tests.Theory;

public class LabelPriorTests
{
    public static TheoryData<string> Names => [.. LabelPriors.All().Select(prior => prior.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Density_integrates_to_the_cumulative(string name)
    {
        LabelPrior prior = Of(name);
        const int cells = 102_000;
        double width = prior.Width / cells, sum = 0;
        for (int cell = 0; cell < cells; cell++)
        {
            sum += prior.Density(prior.Low + (cell + 0.5) * width) * width;
            if ((cell + 1) % 10_200 == 0)
            {
                Assert.Equal(prior.Cumulative(prior.Low + (cell + 1) * width), sum, 1e-7);
            }
        }

        Assert.Equal(1, sum, 1e-7);
        Assert.Equal((0, 1), (prior.Cumulative(prior.Low), prior.Cumulative(prior.High)));
        Assert.Equal((0, 0), (prior.Density(prior.Low - 0.01), prior.Density(prior.High + 0.01)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Samples_follow_the_cumulative(string name)
    {
        // Kolmogorov–Smirnov: the largest distance is below 1.95/√n with probability 99.9 %, and the stream is fixed.
        LabelPrior prior = Of(name);
        RandomStream stream = RandomStream.Named("test", "prior", name);
        double[] samples = [.. Enumerable.Range(0, 20_000).Select(_ => prior.Sample(stream)).Order()];
        Assert.InRange(samples[0], prior.Low, prior.High);
        Assert.InRange(samples[^1], prior.Low, prior.High);
        double distance = samples.Select((y, i) => Math.Abs(prior.Cumulative(y) - (i + 0.5) / samples.Length)).Max();
        Assert.True(distance < 1.95 / Math.Sqrt(samples.Length), $"distance {distance}");
    }

    [Fact]
    public void Class_probabilities_are_differences_of_the_cumulative()
    {
        double[] quarters = LabelPriors.Tail.ClassProbabilities(4);
        double Unnormalised(double y) => 1 - Math.Exp(-y / 0.15);
        Assert.Equal([.. new[] { 0.0, 0.25, 0.5, 0.75 }.Select(y => (Unnormalised(y + 0.25) - Unnormalised(y)) / Unnormalised(1))], quarters, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void The_real_histograms_are_the_published_counts()
    {
        LabelPrior ages = LabelPriors.AgeDb(), depths = LabelPriors.Nyud2();
        Assert.Equal((0, 102, 0, 10), (ages.Low, ages.High, depths.Low, depths.High));
        // Age 1 has one of 12,208 training images, age 0 and 2 none.
        Assert.Equal(1.0 / 12_208, ages.Density(1.5), 1e-12);
        Assert.Equal(0, ages.Density(2.5));
        Assert.Equal(0, depths.Density(0.05));
    }

    [Fact]
    public void Histograms_that_are_none_are_refused()
    {
        Assert.Contains("n + 1 edges", Assert.Throws<ArgumentException>(() => new HistogramPrior("", "", [0, 1], [1, 2])).Message);
        Assert.Contains("increase strictly", Assert.Throws<ArgumentException>(() => new HistogramPrior("", "", [0, 1, 1], [1, 2])).Message);
        Assert.Contains("one must be positive", Assert.Throws<ArgumentException>(() => new HistogramPrior("", "", [0, 1, 2], [0, 0])).Message);
        Assert.Throws<ArgumentException>(() => new GaussianMixturePrior("", "", 0, 1, [(1, 0, 0)]));
        Assert.Throws<ArgumentException>(() => new ExponentialPrior("", "", 0, 1, -1));
    }

    private static LabelPrior Of(string name) => LabelPriors.All().Single(prior => prior.Name == name);
}
