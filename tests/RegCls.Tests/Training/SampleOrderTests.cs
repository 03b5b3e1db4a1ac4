using RegCls.Data;
using RegCls.Training;

namespace RegCls.Tests.Training;

public class SampleOrderTests
{
    [Theory]
    [InlineData(100, 32)]
    [InlineData(96, 32)]
    [InlineData(32, 32)]
    public void Each_epoch_visits_different_samples_once_and_drops_the_last_incomplete_batch(int samples, int batch)
    {
        SampleOrder order = new(samples, batch, RandomStream.Named("order", samples));
        Assert.Equal(samples / batch, order.StepsPerEpoch);
        int[][] epochs = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, order.StepsPerEpoch).SelectMany(_ => order.NextBatch().ToArray()).ToArray())];
        foreach (int[] epoch in epochs)
        {
            Assert.Equal(epoch.Length, epoch.Distinct().Count());
            Assert.All(epoch, index => Assert.InRange(index, 0, samples - 1));
        }

        Assert.NotEqual(epochs[0], epochs[1]);
        Assert.NotEqual(epochs[1], epochs[2]);
    }

    [Fact]
    public void Every_sample_is_visited_in_the_long_run()
    {
        SampleOrder order = new(50, 16, RandomStream.Named("order"));
        Assert.Equal(50, Enumerable.Range(0, 60).SelectMany(_ => order.NextBatch().ToArray()).Distinct().Count());
    }
}
