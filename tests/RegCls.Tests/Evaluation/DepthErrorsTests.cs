using RegCls.Binning;
using RegCls.Data;
using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Evaluation;
using RegCls.Tests.Training.Depth;
using RegCls.Training.Depth;

namespace RegCls.Tests.Evaluation;

public class DepthErrorsTests
{
    [Fact]
    public void The_error_is_the_root_of_the_mean_over_pixels_not_the_mean_of_roots()
    {
        // Two frames of one pixel, errors of 1 m and 3 m: √((1 + 9) / 2) = √5, where the mean of the roots would be 2.
        DepthErrorSums sums = new();
        sums.Add([2f], [1000]);
        sums.Add([5f], [2000]);
        Assert.Equal(Math.Sqrt(5), sums.Rmse()!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(5), DepthErrors.Of(sums, Enumerable.Range(0, 100)).Rmse!.Value, 1e-12);
        Assert.Equal(1, DepthErrors.Of(sums, [10]).Rmse!.Value, 1e-12);
    }

    [Fact]
    public void The_metrics_are_those_of_their_definitions()
    {
        RandomStream stream = RandomStream.Named("depth errors");
        ushort[] truth = [.. Enumerable.Range(0, 500).Select(_ => (ushort)stream.NextUniform(200, 11000))];
        float[] predictions = [.. truth.Select(depth => (float)(depth / 1000.0 * Math.Exp(stream.NextGaussian() / 3)))];
        DepthErrorSums sums = new();
        sums.Add(predictions, truth);
        DepthErrors errors = DepthErrors.Of(sums, Enumerable.Range(0, 100));
        double[] y = [.. truth.Select(depth => depth / 1000.0)];
        Assert.Equal(500, errors.Count);
        Assert.Equal(Math.Sqrt(predictions.Zip(y, (f, t) => (f - t) * (f - t)).Average()), errors.Rmse!.Value, 1e-12);
        Assert.Equal(predictions.Zip(y, (f, t) => Math.Abs(f - t) / t).Average(), errors.AbsoluteRelative!.Value, 1e-12);
        Assert.Equal(predictions.Zip(y, (f, t) => Math.Abs(Math.Log10(f) - Math.Log10(t))).Average(), errors.Log10!.Value, 1e-12);
        Assert.Equal(Share(1.25), errors.Delta1!.Value, 1e-12);
        Assert.Equal(Share(1.5625), errors.Delta2!.Value, 1e-12);
        Assert.Equal(Share(1.953125), errors.Delta3!.Value, 1e-12);
        Assert.True(errors.Delta1 < errors.Delta2 && errors.Delta2 < errors.Delta3);

        double Share(double bound) => predictions.Zip(y, (f, t) => Math.Max(f / t, t / f) < bound ? 1.0 : 0).Average();
    }

    [Fact]
    public void A_ratio_at_the_bound_is_not_within_it_and_a_prediction_below_zero_is_finite()
    {
        DepthErrorSums sums = new();
        sums.Add([1.25f], [1000]);
        Assert.Equal(0, sums.Within(1, 10));
        Assert.Equal(1, sums.Within(2, 10));
        sums = new DepthErrorSums();
        sums.Add([-1f], [1000]);
        DepthErrors errors = DepthErrors.Of(sums, [10]);
        Assert.Equal((2.0, 2.0, 3.0, 0.0), (errors.Rmse!.Value, errors.AbsoluteRelative!.Value, Math.Round(errors.Log10!.Value, 12), errors.Delta3!.Value));
    }

    [Fact]
    public void Pixels_of_unknown_depth_do_not_count()
    {
        DepthErrorSums all = new(), some = new();
        all.Add([1f, 99f, 2f, float.NaN], [1100, 0, 2300, 0]);
        some.Add([1f, 2f], [1100, 2300]);
        Assert.Equal(some.Rmse(), all.Rmse());
        Assert.Equal(2, all.Counts.Sum());
        Assert.Equal(some.Counts, all.Counts);
    }

    [Fact]
    public void A_group_without_pixels_has_no_errors_and_is_a_dash()
    {
        DepthErrors none = DepthErrors.Of(new DepthErrorSums(), [3]);
        Assert.Equal(new double?[6], [none.Rmse, none.AbsoluteRelative, none.Log10, none.Delta1, none.Delta2, none.Delta3]);
        Assert.Equal(("–", "0.125"), (DepthErrors.Text(none.Rmse), DepthErrors.Text(0.125)));
        Assert.Null(new DepthErrorSums().Rmse());
        Assert.Null(new DepthErrorSums().BalancedRmse());
    }

    [Fact]
    public void Scaled_thresholds_give_the_published_shots_on_the_published_counts()
    {
        LabelCounts counts = DepthDistribution.Nyud2();
        Assert.Equal(DepthCounts.NyudTotal, counts.Total);
        for (int bucket = 0; bucket < 100; bucket++)
        {
            Assert.Equal(DepthDistribution.Nyud2Shot(bucket), DepthCounts.NyudShots.Of(counts.InBin(bucket)));
        }

        SlopedFrames frames = new(20, 32, 24);
        DepthCounts training = DepthCounts.Of(frames, [0, 1, 2, 3, 4]);
        double share = training.Total / (double)DepthCounts.NyudTotal;
        Assert.Equal(26e6 * share, training.Shots().ManyAbove, 1e-9);
        Assert.Equal(10e6 * share, training.Shots().FewBelow, 1e-9);
    }

    [Fact]
    public void Shots_are_groups_of_buckets_by_their_training_pixels()
    {
        SlopedFrames frames = new(20, 32, 24);
        DepthCounts training = DepthCounts.Of(frames, [.. Enumerable.Range(0, 10)]);
        DepthErrorSums sums = new();
        for (int frame = 10; frame < 20; frame++)
        {
            ushort[] truth = DepthPixels.Counted(frames, frame);
            sums.Add([.. truth.Select((depth, i) => depth / 1000f + i % 3)], truth);
        }

        DepthShotErrors errors = DepthShotErrors.Of(sums, training, new ShotRule { ManyAbove = 300, FewBelow = 50 });
        Assert.Equal(errors.All.Count, errors.Many.Count + errors.Medium.Count + errors.Few.Count);
        Assert.All(new[] { errors.Many.Count, errors.Medium.Count, errors.Few.Count }, count => Assert.True(count > 0));
        LabelCounts buckets = training.Buckets();
        Assert.Equal(Enumerable.Range(0, 100).Where(bucket => buckets.InBin(bucket) > 300).Sum(bucket => sums.Counts[bucket]), errors[Shot.Many].Count);
        Assert.Equal(Enumerable.Range(0, 100).Where(bucket => buckets.InBin(bucket) < 50).Sum(bucket => sums.Counts[bucket]), errors[Shot.Few].Count);
        IReadOnlyList<double?> byBucket = DepthShotErrors.RmseByBucket(sums);
        double squares = Enumerable.Range(0, 100).Sum(bucket => sums.Counts[bucket] * (byBucket[bucket] ?? 0) * (byBucket[bucket] ?? 0));
        Assert.Equal(errors.All.Rmse!.Value, Math.Sqrt(squares / errors.All.Count), 1e-9);
    }

    [Fact]
    public void The_balanced_error_is_what_pixels_kept_by_their_probabilities_have_on_average()
    {
        RandomStream stream = RandomStream.Named("balanced depth error");
        ushort[] truth = [.. Enumerable.Range(0, 4000).Select(_ => (ushort)(stream.NextDouble() < 0.9 ? stream.NextUniform(1000, 2000) : stream.NextUniform(500, 9000)))];
        float[] predictions = [.. truth.Select(depth => (float)(1.5 + 0.2 * stream.NextGaussian()))];
        DepthErrorSums sums = new();
        sums.Add(predictions, truth);

        // Each pixel with its keep probability as weight, from the classes that training would use.
        double[] y = [.. truth.Select(depth => depth / 1000.0)];
        TrainingClasses classes = TrainingClasses.FromRanges(ClassRanges.Uniform(0, 10, 100), y, ClassDefinition.Balanced);
        double[] keep = [.. y.Select(depth => classes.Keep![(int)classes.Ranges.Label(depth)])];
        double expected = keep.Select((weight, i) => weight * (predictions[i] - y[i]) * (predictions[i] - y[i])).Sum() / keep.Sum();
        Assert.Equal(Math.Sqrt(expected), sums.BalancedRmse()!.Value, 2e-3 * Math.Sqrt(expected));
        Assert.True(sums.BalancedRmse() > 1.2 * sums.Rmse());
    }

    [Fact]
    public void What_does_not_fit_is_one_sentence()
    {
        Assert.Contains("2 predicted depths for 1 true ones", Assert.Throws<ArgumentException>(() => new DepthErrorSums().Add([1f, 2f], [1000])).Message, StringComparison.Ordinal);
        Assert.Contains("this model has diverged", Assert.Throws<InvalidOperationException>(() => new DepthErrorSums().Add([float.NaN], [1000])).Message, StringComparison.Ordinal);
        Assert.Contains("has a known depth", Assert.Throws<ArgumentException>(() => DepthCounts.Of(new SlopedFrames(1, 16, 16, unknown: 1), [0])).Message, StringComparison.Ordinal);
    }
}
