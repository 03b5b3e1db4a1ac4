using RegCls.Data;
using Xunit;

namespace RegCls.Tests.Data;

public class SumOfSinesTests
{
    [Fact]
    public void The_ten_published_functions_are_in_the_range_of_the_study()
    {
        Assert.Equal(10, SumOfSines.Published.Count);
        Assert.Equal([22, 25, 18, 20, 15, 18, 12, 17, 26, 28], SumOfSines.Published.Select(function => function.C));
        Assert.Equal([7, 8, 6, 6, 5, 6, 4, 5, 8, 9], SumOfSines.Published.Select(function => function.D));
        Assert.All(SumOfSines.Published, function => Assert.InRange(function.A, 0, 1));
        Assert.All(SumOfSines.Published, function => Assert.Equal(1.5, function.A + function.B, 15));
    }

    [Fact]
    public void The_value_is_that_of_the_formula_worked_out_by_hand()
    {
        // a = 0.5, c = 9, d = 3 at x = π/6: 0.5 sin(3π/2) + 1.0 sin(π/2) = -0.5 + 1.
        Assert.Equal(0.5, new SumOfSines(0.5, 9).Evaluate(Math.PI / 6), 12);
        Assert.Equal(0, new SumOfSines(0.3, 17).Evaluate(0));
    }

    [Fact]
    public void Drawn_functions_cover_every_frequency_from_9_to_30_and_the_amplitudes_from_0_to_1()
    {
        var stream = RandomStream.Named("functions");
        var drawn = Enumerable.Range(0, 5000).Select(_ => SumOfSines.Draw(stream)).ToArray();
        Assert.Equal(Enumerable.Range(9, 22), drawn.Select(function => function.C).Distinct().Order());
        Assert.InRange(drawn.Min(function => function.A), 0, 0.01);
        Assert.InRange(drawn.Max(function => function.A), 0.99, 1);
        Assert.InRange(drawn.Average(function => function.A), 0.48, 0.52);
    }

    [Fact]
    public void Inputs_and_targets_of_different_length_are_rejected() =>
        Assert.Contains("[3] inputs", Assert.Throws<ArgumentException>(() => default(SumOfSines).Evaluate(new double[3], new double[2])).Message, StringComparison.Ordinal);
}
