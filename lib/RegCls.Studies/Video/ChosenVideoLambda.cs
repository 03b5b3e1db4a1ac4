using RegCls.Data.Video;

namespace RegCls.Studies.Video;

/// <summary>What a search for λ chose.</summary>
/// <param name="Target">What is predicted.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Lambda">The λ with the lowest mean validation error over tasks and splits, the larger one of equals.</param>
/// <param name="Rmse">That error, in the unit of the target.</param>
public sealed record ChosenVideoLambda(ProgressTarget Target, VideoArm Arm, double Lambda, double Rmse)
{
    /// <summary>Chooses for each target and arm.</summary>
    /// <param name="records">Records of a search; those of <see cref="VideoPart.Test"/> are refused, so that no test video is looked at.</param>
    /// <exception cref="ArgumentException">A record is of test videos, or a λ was tried on fewer models than another.</exception>
    public static IReadOnlyList<ChosenVideoLambda> Of(IEnumerable<VideoRecord> records) =>
    [
        .. records.GroupBy(record => (record.Configuration.Target, record.Configuration.Arm)).OrderBy(group => group.Key).Select(group =>
        {
            if (group.Any(record => record.Configuration.Part == VideoPart.Test))
            {
                throw new ArgumentException("λ is chosen on validation videos, got records of test videos.", nameof(records));
            }

            (double lambda, double rmse) = LambdaChoice.Of(group, record => record.Configuration.Lambda, record => record.Rmse, group.Key.Arm.DisplayName());
            return new ChosenVideoLambda(group.Key.Target, group.Key.Arm, lambda, rmse);
        }),
    ];
}
