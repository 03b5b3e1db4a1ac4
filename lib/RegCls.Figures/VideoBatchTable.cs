using Deedle;
using RegCls.Data.Video;
using RegCls.Studies.Video;

namespace RegCls.Figures;

/// <summary>The error over all frames beside the paper's mean of the errors of batches.</summary>
public static class VideoBatchTable
{
    /// <summary>One row an arm: both measures, means over tasks and splits, and their difference.</summary>
    /// <param name="records">Records of test videos.</param>
    /// <param name="target">Which unit.</param>
    public static Frame<int, string> Create(IReadOnlyList<VideoRecord> records, ProgressTarget target)
    {
        IGrouping<VideoArm, VideoRecord>[] arms = [.. records.Where(record => record.Configuration.Target == target).GroupBy(record => record.Configuration.Arm).OrderBy(group => group.Key)];
        int[] rows = [.. Enumerable.Range(0, arms.Length)];
        return Frame.FromColumns(new Dictionary<string, Series<int, object>>
        {
            [$"RMSE, {target.Unit()}"] = Column(arm => arm.Key.DisplayName()),
            ["over all frames"] = Column(arm => Number(arm.Average(record => record.Rmse))),
            ["mean of batches of 40"] = Column(arm => Number(arm.Average(record => record.BatchRmse))),
            ["difference"] = Column(arm => Number(arm.Average(record => record.BatchRmse - record.Rmse))),
        });

        Series<int, object> Column(Func<IGrouping<VideoArm, VideoRecord>, object> value) => new(rows, arms.Select(value));

        string Number(double value) => FormattableString.Invariant($"{value * target.Scale():0.00;−0.00;0.00}");
    }
}
