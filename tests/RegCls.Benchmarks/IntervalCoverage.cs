using System.Globalization;
using MathNet.Numerics.Distributions;
using RegCls.Data;
using RegCls.Evaluation;

namespace RegCls.Benchmarks;

/// <summary>How often 95 % intervals of a mean contain it, for few units of several kinds: what <c>data/interval-coverage.csv</c> was written by and the choice in <c>data/verdict-rules.md</c> rests on.</summary>
internal static class IntervalCoverage
{
    private const int Resamples = 999;

    private static readonly int[] Counts = [5, 6, 8, 10, 11, 20];

    // True means are 0.
    private static readonly (string Name, Func<RandomStream, double> Draw)[] Units =
    [
        ("normal", stream => stream.NextGaussian()),
        ("exponential", stream => -Math.Log(1 - stream.NextDouble()) - 1),
        ("lognormal", stream => Math.Exp(stream.NextGaussian()) - Math.Exp(0.5)),
        ("t3", stream => stream.NextGaussian() / Math.Sqrt(Enumerable.Range(0, 3).Sum(_ => Math.Pow(stream.NextGaussian(), 2)) / 3)),
        ("one in ten wide", stream => stream.NextGaussian() * (stream.NextDouble() < 0.1 ? 5 : 1)),
        ("uniform", stream => stream.NextDouble() - 0.5),
    ];

    private static readonly (string Name, Func<double[], RandomStream, (double Low, double High)> Of)[] Kinds =
    [
        ("chosen", (units, _) => (MeanInterval.Of(units).Low, MeanInterval.Of(units).High)),
        ("t", (units, _) => Around(units, Quantile(units), Quantile(units))),
        ("Hall's t", (units, _) => Hall(units)),
        ("bootstrap-t", BootstrapT),
        ("BCa", Bca),
        ("permutation", Permutation),
    ];

    public static void Run(int simulations)
    {
        Console.WriteLine("units,number,interval,simulations,coverage,median_width_to_t");
        foreach ((string name, Func<RandomStream, double> draw) in Units)
        {
            foreach (int number in Counts)
            {
                RandomStream stream = RandomStream.Named("interval-coverage", name, number), resampling = RandomStream.Named("interval-coverage", "resampling", name, number);
                int[] covered = new int[Kinds.Length];
                List<double>[] widths = [.. Kinds.Select(_ => new List<double>())];
                for (int simulation = 0; simulation < simulations; simulation++)
                {
                    double[] units = [.. Enumerable.Range(0, number).Select(_ => draw(stream))];
                    for (int kind = 0; kind < Kinds.Length; kind++)
                    {
                        (double low, double high) = Kinds[kind].Of(units, resampling);
                        covered[kind] += low <= 0 && high >= 0 ? 1 : 0;
                        widths[kind].Add((high - low) / (2 * Quantile(units) * Error(units)));
                    }
                }

                for (int kind = 0; kind < Kinds.Length; kind++)
                {
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name},{number},{Kinds[kind].Name},{simulations},{covered[kind] / (double)simulations:F4},{widths[kind].Order().ElementAt(simulations / 2):F3}"));
                }
            }
        }
    }

    private static double Error(double[] units) => Math.Sqrt(units.Sum(value => Math.Pow(value - units.Average(), 2)) / (units.Length - 1) / units.Length);

    private static double Quantile(double[] units) => StudentT.InvCDF(0, 1, units.Length - 1, 0.975);

    private static (double, double) Around(double[] units, double below, double above) => (units.Average() - below * Error(units), units.Average() + above * Error(units));

    private static (double, double) Hall(double[] units)
    {
        double n = units.Length, mean = units.Average(), deviation = Error(units) * Math.Sqrt(n - 1), skew = units.Average(value => Math.Pow((value - mean) / deviation, 3)), half = Quantile(units) / Math.Sqrt(n - 1);
        double Undone(double x) => 3 / skew * (Math.Cbrt(1 + skew * (x - skew / (6 * n))) - 1);
        return (mean - deviation * Undone(half), mean - deviation * Undone(-half));
    }

    private static (double, double) BootstrapT(double[] units, RandomStream stream)
    {
        double mean = units.Average();
        double[] ratios = [.. Resampled(units, stream).Select(resample => (resample.Average() - mean, Error(resample))).Select(pair => pair.Item2 > 0 ? pair.Item1 / pair.Item2 : pair.Item1 * double.MaxValue).Order()];
        return Around(units, ratios[(int)(0.975 * Resamples)], -ratios[(int)(0.025 * Resamples)]);
    }

    private static (double, double) Bca(double[] units, RandomStream stream)
    {
        double mean = units.Average(), squares = units.Sum(value => Math.Pow(value - mean, 2)), acceleration = units.Sum(value => Math.Pow(value - mean, 3)) / (6 * Math.Pow(squares, 1.5));
        double[] means = [.. Resampled(units, stream).Select(resample => resample.Average()).Order()];
        double bias = Normal.InvCDF(0, 1, Math.Clamp(means.Count(value => value < mean) / (double)Resamples, 0.001, 0.999));
        return (End(-1.96), End(1.96));

        double End(double quantile) => means[(int)((Resamples - 1) * Normal.CDF(0, 1, bias + (bias + quantile) / (1 - acceleration * (bias + quantile))))];
    }

    // All means that a sign test of symmetric units does not reject lie between two of the means of subsets (Hartigan 1969).
    private static (double, double) Permutation(double[] units, RandomStream stream)
    {
        int subsets = units.Length <= 10 ? (1 << units.Length) - 1 : Resamples;
        double[] means = new double[subsets];
        for (int i = 0; i < subsets; i++)
        {
            int members = subsets == Resamples ? 1 + stream.NextInt32((1 << units.Length) - 1) : i + 1;
            double[] subset = [.. units.Where((_, unit) => (members >> unit & 1) == 1)];
            means[i] = subset.Average();
        }

        Array.Sort(means);
        int cut = Math.Max(1, (int)(0.025 * (subsets + 1)));
        return (means[cut - 1], means[^cut]);
    }

    private static IEnumerable<double[]> Resampled(double[] units, RandomStream stream)
    {
        double[] resample = new double[units.Length];
        for (int b = 0; b < Resamples; b++)
        {
            for (int i = 0; i < resample.Length; i++)
            {
                resample[i] = units[stream.NextInt32(units.Length)];
            }

            yield return resample;
        }
    }
}
