using RegCls.Evaluation;
using Xunit;

namespace RegCls.Tests.Evaluation;

public class MeanSquaredErrorTests
{
    [Fact]
    public void The_error_is_the_mean_of_squares_and_each_replica_has_its_own()
    {
        Assert.Equal(14.0 / 3, MeanSquaredError.Of([1, 2, 3], [0, 0, 0]), 12);
        Assert.Equal([2.5, 0], MeanSquaredError.PerReplica([1, 2, 5, 6], [0, 0, 5, 6], 2));
        Assert.True(double.IsNaN(MeanSquaredError.Of([double.NaN], [0])));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_told()
    {
        Assert.Contains("[3] predictions and [1] targets", Message(() => MeanSquaredError.Of([1, 2, 3], [0])), StringComparison.Ordinal);
        Assert.Contains("no samples", Message(() => MeanSquaredError.Of([], [])), StringComparison.Ordinal);
        Assert.Contains("3 targets for 2 replicas", Message(() => MeanSquaredError.PerReplica([1, 2, 3], [1, 2, 3], 2)), StringComparison.Ordinal);
    }

    private static string Message(Func<object> action) => Assert.Throws<ArgumentException>(action).Message;
}
