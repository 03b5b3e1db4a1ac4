using Plotly.NET;
using RegCls.Data.Video;
using RegCls.Studies.Video;

namespace RegCls.Figures;

/// <summary>Error against video length: the test videos of each task and split in three parts by length.</summary>
public static class VideoLengthErrorFigure
{
    private static readonly string[] Thirds = ["shortest third", "middle third", "longest third"];

    /// <summary>One panel a unit, one line an arm: mean over tasks of the error over the frames of each third.</summary>
    /// <param name="records">Records of test videos.</param>
    /// <param name="source">What the records are.</param>
    /// <exception cref="ArgumentException">There are no records.</exception>
    public static GenericChart Create(IReadOnlyList<VideoRecord> records, string source)
    {
        ProgressTarget[] targets = [.. records.Select(record => record.Configuration.Target).Distinct().Order()];
        if (targets.Length == 0)
        {
            throw new ArgumentException("The chart needs records of a video study, got none.", nameof(records));
        }

        PanelFigure figure = new(1, targets.Length, panelHeight: 320) { Title = "Error against video length", Note = $"{source}: {VideoSizes.Of(records)}; mean over tasks and splits" };
        for (int column = 0; column < targets.Length; column++)
        {
            ProgressTarget target = targets[column];
            figure.Panel(0, column, target.Unit(), "test videos by length", $"RMSE, {target.Unit()}", ticks: [0, 1, 2], tickTexts: Thirds);
            foreach (IGrouping<VideoArm, VideoRecord> arm in records.Where(record => record.Configuration.Target == target && record.Configuration.Arm != VideoArm.Untrained).GroupBy(record => record.Configuration.Arm).OrderBy(group => group.Key))
            {
                double[] errors = [.. new Func<VideoRecord, double>[] { record => record.ShortRmse, record => record.MiddleRmse, record => record.LongRmse }
                    .Select(third => VideoSizes.OverTasks(arm.Where(record => double.IsFinite(third(record))), third).Mean)];
                figure.Line(0, column, [0, 1, 2], errors, arm.Key.DisplayName(), Palette.Of(arm.Key), marker: "circle");
            }
        }

        return figure.Build();
    }
}
