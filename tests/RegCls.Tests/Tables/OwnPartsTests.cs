using MathNet.Numerics.Distributions;
using RegCls.Data;
using RegCls.Data.Video;
using RegCls.Evaluation;
using RegCls.Tables.Answers;
using RegCls.Tables.Running;

namespace RegCls.Tests.Tables;

public class OwnPartsTests
{
    [Fact]
    public void A_stump_is_the_best_of_all_cuts()
    {
        RandomStream stream = RandomStream.Named("stump");
        float[] values = [.. Enumerable.Range(0, 60).Select(_ => (float)stream.NextGaussian())];
        FeatureTable table = FeatureTable.Of(values, 2);
        int[] rows = [.. Enumerable.Range(0, 30)];
        double[] targets = [.. rows.Select(row => values[2 * row + 1] > 0.3f ? 2.0 + 0.1 * row : -0.05 * row)];
        double mean = targets.Average();
        targets = [.. targets.Select(target => target - mean)];
        (double validation, double[] predictions) = new BoostedTrees(table, rows, leaves: 2, fewest: 3).Fit(targets, (rows, targets), rows, trees: 1, rate: 1);

        // By hand: every feature, every cut between two neighbours, at least three rows on either side.
        double best = double.PositiveInfinity;
        for (int feature = 0; feature < 2; feature++)
        {
            foreach (float cut in rows.Select(row => values[2 * row + feature]))
            {
                double[][] sides = [[.. rows.Where(row => values[2 * row + feature] <= cut).Select(row => targets[row])], [.. rows.Where(row => values[2 * row + feature] > cut).Select(row => targets[row])]];
                if (sides.All(side => side.Length >= 3))
                {
                    best = Math.Min(best, sides.Sum(side => side.Sum(target => Math.Pow(target - side.Average(), 2))));
                }
            }
        }

        Assert.Equal(best / rows.Length, validation, 1e-9);
        Assert.Equal(2, predictions.Distinct().Count());
    }

    [Fact]
    public void Trees_that_only_learn_noise_are_not_kept()
    {
        RandomStream stream = RandomStream.Named("noise for trees");
        FeatureTable table = FeatureTable.Of([.. Enumerable.Range(0, 600).Select(_ => (float)stream.NextGaussian())], 3);
        int[] train = [.. Enumerable.Range(0, 100)], validation = [.. Enumerable.Range(100, 100)];
        double[] targets = [.. Enumerable.Range(0, 200).Select(_ => stream.NextGaussian())];
        double variance = validation.Average(row => targets[row] * targets[row]);
        (double error, _) = new BoostedTrees(table, train, leaves: 20, fewest: 2).Fit(targets[..100], (validation, targets[100..]), [0], trees: 200, rate: 0.3);
        Assert.InRange(error, 0.8 * variance, variance);
    }

    [Fact]
    public void An_interval_over_splits_is_that_of_Nadeau_and_Bengio()
    {
        // Symmetric units: skew 0, so the interval is Student's t, times the factor of their paper.
        double[] differences = [-3, -2, -1, 0, 1, 2, 3];
        const double ratio = 1 / 3.0;
        Effect narrow = Effect.Of(differences.Select(difference => (10 + difference - 0.5, 10.0)), "RMSE", "splits"), wide = OverlappingSplits.Widened(narrow, ratio);
        double deviation = Math.Sqrt(28 / 6.0), error = deviation * Math.Sqrt(1 / 7.0 + ratio), half = StudentT.InvCDF(0, 1, 6, 0.975) * error;
        Assert.Equal(-0.5 - half, wide.Low, 1e-9);
        Assert.Equal(-0.5 + half, wide.High, 1e-9);
        Assert.Equal(2 * StudentT.CDF(0, 1, 6, -0.5 / error), wide.Interval.PValue, 1e-9);
        Assert.Equal((narrow.Value, narrow.Margin, narrow.Units), (wide.Value, wide.Margin, wide.Units));
    }

    [Fact]
    public void Overlapping_splits_would_deceive_an_interval_that_takes_them_for_independent()
    {
        // The mean of 30 rows estimated on random fifths: overlapping training parts share their luck.
        int narrowMisses = 0, wideMisses = 0;
        for (int trial = 0; trial < 300; trial++)
        {
            RandomStream stream = RandomStream.Named("overlap", trial);
            double[] rows = [.. Enumerable.Range(0, 40).Select(_ => stream.NextGaussian())];
            double[] splits = [.. Enumerable.Range(0, 10).Select(_ =>
            {
                stream.Shuffle(rows.AsSpan());
                double fitted = rows[8..].Average();
                return fitted + 0.2 * rows[..8].Average();
            })];
            Effect narrow = Effect.Of(splits.Select(value => (value + 1, 1.0)), "", "splits");
            narrowMisses += narrow.Interval.ExcludesZero ? 1 : 0;
            wideMisses += OverlappingSplits.Widened(narrow, 0.25).Interval.ExcludesZero ? 1 : 0;
        }

        Assert.True(narrowMisses > 100, $"{narrowMisses} of 300");
        Assert.True(wideMisses < narrowMisses, $"{wideMisses} and {narrowMisses} of 300");
    }
}
