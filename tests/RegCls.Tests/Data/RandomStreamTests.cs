using MathNet.Numerics.Random;
using RegCls.Data;
using Xunit;

namespace RegCls.Tests.Data;

public class RandomStreamTests
{
    [Fact]
    public void The_generator_gives_the_published_first_numbers_of_xoshiro256_star_star()
    {
        // The reference vector that goes around with the authors' C code for the state 1, 2, 3, 4.
        var stream = RandomStream.FromState(1, 2, 3, 4);
        ulong[] expected =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600,
            16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];
        Assert.Equal(expected, expected.Select(_ => stream.NextUInt64()));
    }

    [Fact]
    public void Doubles_agree_with_the_independent_implementation_of_MathNet()
    {
        const int seed = 2732;
        var splitMix = (ulong)seed;
        var stream = RandomStream.FromState(SplitMix(ref splitMix), SplitMix(ref splitMix), SplitMix(ref splitMix), SplitMix(ref splitMix));
        var oracle = new Xoshiro256StarStar(seed, threadSafe: false);
        for (var i = 0; i < 10_000; i++)
        {
            Assert.Equal(oracle.NextDouble(), stream.NextDouble());
        }
    }

    [Fact]
    public void A_name_gives_the_same_numbers_again_and_does_not_depend_on_how_its_parts_are_typed()
    {
        Assert.Equal(RandomStream.Named("fig3", 3, 0.1).NextUInt64(), RandomStream.Named("fig3", 3, 0.1).NextUInt64());
        Assert.Equal(RandomStream.Named("fig3", 3).NextUInt64(), RandomStream.Named("fig3", "3").NextUInt64());
    }

    [Fact]
    public void Parts_of_a_name_do_not_run_into_each_other()
    {
        object[][] names = [["a", "bc"], ["ab", "c"], ["abc"], ["a", "b", "c"], ["a/b", "c"], ["bc", "a"], ["1:a", "b"]];
        Assert.Equal(names.Length, names.Select(name => RandomStream.Named(name).NextUInt64()).Distinct().Count());
    }

    [Fact]
    public void Streams_of_neighbouring_names_are_uncorrelated()
    {
        const int n = 100_000;
        for (var k = 0; k < 5; k++)
        {
            var (a, b) = (RandomStream.Named("x", k), RandomStream.Named("x", k + 1));
            var sum = 0.0;
            for (var i = 0; i < n; i++)
            {
                sum += (a.NextDouble() - 0.5) * (b.NextDouble() - 0.5);
            }

            // The correlation has standard deviation 1/√n.
            Assert.InRange(sum / n * 12, -4.5 / Math.Sqrt(n), 4.5 / Math.Sqrt(n));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(1000)]
    public void Integers_are_uniform_by_chi_square(int range)
    {
        var stream = RandomStream.Named("chi-square", range);
        var counts = new int[range];
        var draws = 200 * range;
        for (var i = 0; i < draws; i++)
        {
            counts[stream.NextInt32(range)]++;
        }

        var chiSquare = counts.Sum(count => (count - 200.0) * (count - 200.0) / 200);
        var (freedom, spread) = (range - 1, Math.Sqrt(2.0 * (range - 1)));
        Assert.InRange(chiSquare, freedom - (4 * spread), freedom + (5 * spread));
    }

    [Fact]
    public void Gaussian_numbers_have_the_moments_of_the_normal_distribution()
    {
        const int n = 400_000;
        var stream = RandomStream.Named("moments");
        var moments = new double[5];
        for (var i = 0; i < n; i++)
        {
            var value = stream.NextGaussian();
            for (var k = 1; k <= 4; k++)
            {
                moments[k] += Math.Pow(value, k) / n;
            }
        }

        // Variances of the sample moments: 1, 2, 15, 96 over n.
        Assert.InRange(moments[1], -4.5 / Math.Sqrt(n), 4.5 / Math.Sqrt(n));
        Assert.InRange(moments[2] - 1, -4.5 * Math.Sqrt(2.0 / n), 4.5 * Math.Sqrt(2.0 / n));
        Assert.InRange(moments[3], -4.5 * Math.Sqrt(15.0 / n), 4.5 * Math.Sqrt(15.0 / n));
        Assert.InRange(moments[4] - 3, -4.5 * Math.Sqrt(96.0 / n), 4.5 * Math.Sqrt(96.0 / n));
    }

    [Fact]
    public void All_orders_of_a_shuffle_are_equally_likely()
    {
        const int expected = 1000;
        var stream = RandomStream.Named("orders");
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < 24 * expected; i++)
        {
            var values = "abcd".ToCharArray();
            stream.Shuffle<char>(values);
            var order = new string(values);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.InRange(counts.Values.Sum(count => (count - 1000.0) * (count - 1000.0) / expected), 5, 60);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Contains("empty path", Assert.Throws<ArgumentException>(() => RandomStream.Named()).Message, StringComparison.Ordinal);
        Assert.Contains("Component 1", Assert.Throws<ArgumentException>(() => RandomStream.Named("a", new object())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RandomStream.FromState(0, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomStream.Named("a").NextInt32(0));
        Assert.Throws<ArgumentException>(() => RandomStream.Named("a").NextUniform(1, 1));
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
