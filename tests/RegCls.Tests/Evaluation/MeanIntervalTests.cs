using System.Globalization;
using RegCls.Data;
using RegCls.Evaluation;

namespace RegCls.Tests.Evaluation;

public class MeanIntervalTests
{
    private static readonly double[] Skewed = [0.1, 0.2, 0.2, 0.4, 0.5, 0.9, 1.6, 4.1];

    [Fact]
    public void Of_symmetric_units_it_is_students()
    {
        // 1 to 10: mean 5.5, standard deviation 3.02765, t with 9 degrees 2.262157.
        MeanInterval interval = MeanInterval.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        double half = 2.2621572 * 3.0276504 / Math.Sqrt(10);
        Assert.Equal((5.5, 10), (interval.Mean, interval.Units));
        Assert.Equal(3.0276504, interval.Deviation, 1e-6);
        Assert.Equal(5.5 - half, interval.Low, 1e-5);
        Assert.Equal(5.5 + half, interval.High, 1e-5);

        // t = 5.5 / 0.957427 = 5.744563: p by the density of t, summed.
        Assert.Equal(2 * Tail(5.744563, 9), interval.PValue, 1e-6);
    }

    [Fact]
    public void Of_skewed_units_it_has_the_far_end_of_halls_and_the_near_end_of_students()
    {
        MeanInterval interval = MeanInterval.Of(Skewed), mirrored = MeanInterval.Of([.. Skewed.Select(value => -value)]);
        double mean = Skewed.Average(), deviation = Math.Sqrt(Skewed.Average(value => Math.Pow(value - mean, 2))), skew = Skewed.Average(value => Math.Pow((value - mean) / deviation, 3));
        Assert.True(skew > 1);
        double half = 2.3646243 * deviation / Math.Sqrt(7);
        Assert.Equal(mean - half, interval.Low, 1e-6);
        Assert.True(interval.High > mean + 1.2 * half);
        Assert.Equal((-interval.High, -interval.Low), (mirrored.Low, mirrored.High));

        // The upper end is where Hall's statistic of the units less the end is t's lower quantile.
        double x = (mean - interval.High) / deviation;
        Assert.Equal(-2.3646243 / Math.Sqrt(7), x + skew * x * x / 3 + skew * skew * x * x * x / 27 + skew / 48, 1e-6);
    }

    [Fact]
    public void Its_ends_are_where_the_p_value_is_5_percent()
    {
        MeanInterval interval = MeanInterval.Of(Skewed);
        Assert.Equal(0.05, MeanInterval.Of([.. Skewed.Select(value => value - interval.Low)]).PValue, 1e-9);
        Assert.Equal(0.05, MeanInterval.Of([.. Skewed.Select(value => value - interval.High)]).PValue, 1e-9);
        Assert.True(MeanInterval.Of([.. Skewed.Select(value => value - interval.Low + 0.01)]) is { ExcludesZero: true, PValue: < 0.05 });
    }

    [Fact]
    public void The_order_of_units_does_not_matter_and_equal_units_make_a_point()
    {
        MeanInterval interval = MeanInterval.Of(Skewed), reversed = MeanInterval.Of([.. Skewed.Reverse()]);
        Assert.Equal(interval.Low, reversed.Low, 1e-12);
        Assert.Equal(interval.High, reversed.High, 1e-12);
        Assert.Equal(new MeanInterval(2, 2, 2, 0, 0, 3), MeanInterval.Of([2, 2, 2]));
        Assert.Equal(1, MeanInterval.Of([0, 0]).PValue);
    }

    [Fact]
    public void Runs_of_a_unit_are_averaged_first() =>
        Assert.Equal(MeanInterval.Of([2, 4, 1]), MeanInterval.Over(new[] { (0, 1.0), (1, 4.0), (0, 3.0), (2, 1.0) }, run => run.Item1, run => run.Item2));

    [Fact]
    public void Bad_input_is_told()
    {
        Assert.Contains("got 1 unit(s)", Assert.Throws<ArgumentException>(() => MeanInterval.Of([1])).Message, StringComparison.Ordinal);
        Assert.Contains("the value NaN", Assert.Throws<ArgumentException>(() => MeanInterval.Of([1, double.NaN])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_recorded_coverage_is_simulated_again_and_keeps_what_the_rules_promise()
    {
        Dictionary<(string, int), double> recorded = File.ReadLines(DataFiles.Find("interval-coverage.csv")).Skip(1).Select(line => line.Split(',')).Where(cells => cells[2] == "chosen")
            .ToDictionary(cells => (cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture)), cells => double.Parse(cells[4], CultureInfo.InvariantCulture));
        Assert.Equal(36, recorded.Count);
        Assert.All(recorded.Where(cell => cell.Key.Item2 >= 6 && cell.Key.Item1 != "lognormal"), cell => Assert.InRange(cell.Value, 0.93, 1));
        Assert.All(recorded.Where(cell => cell.Key is ("lognormal", < 20)), cell => Assert.InRange(cell.Value, 0.85, 0.93));
        string rules = File.ReadAllText(DataFiles.Find("verdict-rules.md"));
        Assert.Contains(
            FormattableString.Invariant($"{100 * recorded[("lognormal", 6)]:F1} % with 6, {100 * recorded[("lognormal", 8)]:F1} % with 8, {100 * recorded[("lognormal", 10)]:F1} % with 10 and {100 * recorded[("lognormal", 20)]:F1} % with 20 units"), rules, StringComparison.Ordinal);

        // Another generator than the recorded table's.
        Random random = new(7);
        double Gaussian() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        const int trials = 3000;
        foreach ((string name, Func<double> draw) in new (string, Func<double>)[] { ("normal", Gaussian), ("exponential", () => -Math.Log(1 - random.NextDouble()) - 1), ("lognormal", () => Math.Exp(Gaussian()) - Math.Exp(0.5)) })
        {
            foreach (int units in (int[])[6, 8, 10, 20])
            {
                double share = Enumerable.Range(0, trials).Count(_ => !MeanInterval.Of([.. Enumerable.Range(0, units).Select(_ => draw())]).ExcludesZero) / (double)trials;
                Assert.InRange(share, recorded[(name, units)] - 0.028, recorded[(name, units)] + 0.028);
            }
        }
    }

    // The upper tail of Student's t, by Simpson's rule over x = tan θ.
    private static double Tail(double t, int freedom)
    {
        double Mass(double from) => Enumerable.Range(0, 20_001).Sum(i => (i is 0 or 20_000 ? 1 : i % 2 == 1 ? 4 : 2) * Density(from + (Math.PI / 2 - 1e-9 - from) * i / 20_000)) * (Math.PI / 2 - from);
        double Density(double angle) => Math.Pow(1 + Math.Pow(Math.Tan(angle), 2) / freedom, -(freedom + 1) / 2.0) / Math.Pow(Math.Cos(angle), 2);
        return Mass(Math.Atan(t)) / (2 * Mass(0));
    }
}
