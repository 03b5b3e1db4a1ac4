using RegCls.Training;

namespace RegCls.Tests.Training;

public class BatchesTests
{
    [Fact]
    public void Every_visit_is_in_one_batch_and_no_batch_is_a_single_one()
    {
        for (int count = 1; count <= 60; count++)
        {
            for (int size = 1; size <= 17; size++)
            {
                (int Start, int Length)[] batches = [.. Batches.Of(count, size)];
                Assert.Equal(Enumerable.Range(0, count), batches.SelectMany(batch => Enumerable.Range(batch.Start, batch.Length)));
                Assert.All(batches, batch => Assert.InRange(batch.Length, count == 1 || size == 1 ? 1 : 2, Batches.Capacity(count, size)));
                Assert.All(batches.SkipLast(1), batch => Assert.Equal(size, batch.Length));
            }
        }
    }

    [Theory]
    [InlineData(1, 8, 16, 16)]
    [InlineData(9, 1, 12, 16)]
    public void A_network_that_would_normalise_over_one_number_is_refused(int count, int size, int pixels, int stride)
        => Assert.Contains("at least 2", Assert.Throws<ArgumentException>(() => Batches.Require(count, size, pixels, stride)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(2, 2, 16, 16)]
    [InlineData(1, 1, 17, 16)]
    public void Others_are_not(int count, int size, int pixels, int stride) => Batches.Require(count, size, pixels, stride);
}
