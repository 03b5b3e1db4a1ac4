using CsCheck;
using RegCls.Binning;
using Xunit;

namespace RegCls.Tests.Binning;

public class ClassRangesTests
{
    private static readonly Gen<(double Low, double Width, int Classes)> Shapes =
        Gen.Select(Gen.Double[-1000, 1000], Gen.Double[1e-3, 1000], Gen.Int[1, 300]);

    [Fact]
    public void Labels_agree_with_the_edges_at_every_edge_and_on_both_sides_of_it() => Shapes.Sample(shape =>
    {
        var ranges = ClassRanges.Uniform(shape.Low, shape.Low + shape.Width, shape.Classes);
        var edges = ranges.Edges.ToArray();
        foreach (var edge in edges)
        {
            foreach (var target in (double[])[Math.BitDecrement(edge), edge, Math.BitIncrement(edge)])
            {
                Assert.Equal(Brute(edges, target, -7), ranges.Label(target) is 0 && target < edges[0] ? -7 : ranges.Label(target));
            }
        }
    });

    [Fact]
    public void Labels_agree_with_a_walk_over_unequal_edges() =>
        Gen.Select(Gen.Double[-5, 5].Array[2, 40], Gen.Double[-6, 6].Array[50]).Sample((values, targets) =>
        {
            var edges = values.Distinct().Order().ToArray();
            if (edges.Length < 2)
            {
                return;
            }

            var ranges = new ClassRanges(edges, BelowRange.Ignore);
            Assert.Equal(targets.Select(target => Brute(edges, target, -1)), ranges.Labels(targets));
        });

    [Fact]
    public void Every_training_target_gets_a_class_and_the_histogram_counts_them_all() =>
        Gen.Select(Gen.Double[-3, 3].Array[20, 200], Gen.Int[1, 20]).Sample((targets, classes) =>
        {
            var ranges = ClassRanges.FromTargets(targets, classes, BelowRange.Ignore);
            var labels = ranges.Labels(targets);
            Assert.Equal(classes, ranges.Count);
            Assert.Equal(targets.Min(), ranges.Edges[0]);
            Assert.Equal(targets.Max(), ranges.Edges[^1]);
            Assert.All(labels, label => Assert.InRange(label, 0, classes - 1));
            Assert.Equal(classes - 1, labels[Array.IndexOf(targets, targets.Max())]);
            Assert.Equal(targets.Length, ranges.Histogram(labels).Sum());
        });

    [Fact]
    public void A_target_outside_the_range_follows_the_stated_rule()
    {
        var first = ClassRanges.Uniform(0, 10, 5);
        var ignore = ClassRanges.Uniform(0, 10, 5, BelowRange.Ignore);
        Assert.Equal([0, 0, 1, 4, 4, 4], first.Labels([-1, 0, 2, 10, 11, double.PositiveInfinity]));
        Assert.Equal([-1, 0, 1, 4, 4, -1], ignore.Labels([-1, 0, 2, 10, 11, double.NegativeInfinity]));
        Assert.Equal([1, 1, 0, 0, 2], ignore.Histogram(ignore.Labels([-1, 0, 2, 10, 11])));
    }

    [Fact]
    public void Bad_input_is_told_in_one_sentence()
    {
        double[] targets = [1, 2, double.NaN, 4];
        Assert.Contains("Target 2 is NaN", Message(() => ClassRanges.FromTargets(targets, 2)), StringComparison.Ordinal);
        Assert.Contains("Target 2 is NaN", Message(() => ClassRanges.Uniform(0, 1, 2).Labels(targets)), StringComparison.Ordinal);
        Assert.Contains("more classes (C=16) than samples (N=4)", Message(() => ClassRanges.FromTargets(targets, 16)), StringComparison.Ordinal);
        Assert.Contains("All 3 training targets are 5", Message(() => ClassRanges.FromTargets([5, 5, 5], 2)), StringComparison.Ordinal);
        Assert.Contains("got none", Message(() => ClassRanges.FromTargets([], 2)), StringComparison.Ordinal);
        Assert.Contains("at least 1", Message(() => ClassRanges.Uniform(0, 1, 0)), StringComparison.Ordinal);
        Assert.Contains("from 1 to 1", Message(() => ClassRanges.Uniform(1, 1, 4)), StringComparison.Ordinal);
        Assert.Contains("Edge 2", Message(() => new ClassRanges([0, 1, 1])), StringComparison.Ordinal);
        Assert.Contains("each above the one before", Message(() => ClassRanges.Uniform(1, Math.BitIncrement(1), 4)), StringComparison.Ordinal);
        Assert.Contains("Label 0 is 4", Message(() => ClassRanges.Uniform(0, 1, 4).Histogram([4])), StringComparison.Ordinal);
    }

    private static string Message(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    // The rule as it is stated, edge by edge.
    private static long Brute(double[] edges, double target, long below)
    {
        for (var i = 0; i < edges.Length - 1; i++)
        {
            if (target >= edges[i] && target < edges[i + 1])
            {
                return i;
            }
        }

        return target < edges[0] ? below : edges.Length - 2;
    }
}
