using RegCls.Data.Depth;
using RegCls.Data.Labels;
using RegCls.Training.Depth;

namespace RegCls.Evaluation;

/// <summary>Errors of predicted depths over all pixels and by how often their bucket of 0.1 m occurs in training: the columns of Tab. 2 and Tab. 4.</summary>
/// <param name="All">All pixels.</param>
/// <param name="Many">Pixels in many-shot buckets.</param>
/// <param name="Medium">Pixels in medium-shot buckets.</param>
/// <param name="Few">Pixels in few-shot buckets.</param>
/// <param name="Balanced">Root mean squared error over balanced pixels (<see cref="DepthErrorSums.BalancedRmse"/>), in metres.</param>
public sealed record DepthShotErrors(DepthErrors All, DepthErrors Many, DepthErrors Medium, DepthErrors Few, double? Balanced)
{
    /// <summary>The group of a shot.</summary>
    public DepthErrors this[Shot shot] => shot switch
    {
        Shot.Many => Many,
        Shot.Medium => Medium,
        _ => Few,
    };

    /// <summary>Groups the sums of a test.</summary>
    /// <param name="sums">Sums by bucket of the true depth.</param>
    /// <param name="training">Training pixels.</param>
    /// <param name="rule">When a bucket is many-, medium- or few-shot, by its training pixels; null for NYUD2-DIR's, scaled to the training set's number of pixels.</param>
    public static DepthShotErrors Of(DepthErrorSums sums, DepthCounts training, ShotRule? rule = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        LabelCounts buckets = training.Buckets();
        ShotRule shots = rule ?? training.Shots();
        int[] all = [.. Enumerable.Range(0, DepthDistribution.Buckets)];
        return new DepthShotErrors(DepthErrors.Of(sums, all), Group(Shot.Many), Group(Shot.Medium), Group(Shot.Few), sums.BalancedRmse());

        DepthErrors Group(Shot shot) => DepthErrors.Of(sums, all.Where(bucket => shots.Of(buckets.InBin(bucket)) == shot));
    }

    /// <summary>Root mean squared error of each bucket in metres, [100]; null where no pixel is.</summary>
    /// <param name="sums">Sums by bucket of the true depth.</param>
    public static IReadOnlyList<double?> RmseByBucket(DepthErrorSums sums) => [.. Enumerable.Range(0, DepthDistribution.Buckets).Select(bucket => DepthErrors.Of(sums, [bucket]).Rmse)];
}
