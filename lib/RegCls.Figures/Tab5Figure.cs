using Plotly.NET;
using RegCls.Data.Video;
using RegCls.Studies.Video;

namespace RegCls.Figures;

/// <summary>Tab. 5 as a chart: the error of each arm in each split.</summary>
public static class Tab5Figure
{
    /// <summary>One panel a unit; markers are means over tasks, bars one standard deviation over tasks to both sides, as the paper gives them; dotted: always predicting the mean training target.</summary>
    /// <param name="records">Records of test videos of one data set.</param>
    /// <param name="source">What the records are.</param>
    /// <exception cref="ArgumentException">There are no records.</exception>
    public static GenericChart Create(IReadOnlyList<VideoRecord> records, string source)
    {
        ProgressTarget[] targets = [.. records.Select(record => record.Configuration.Target).Distinct().Order()];
        if (targets.Length == 0)
        {
            throw new ArgumentException("Tab. 5 needs records of a video study, got none.", nameof(records));
        }

        int[] splits = [.. records.Select(record => record.Configuration.Split).Distinct().Order()];
        VideoArm[] arms = [.. records.Select(record => record.Configuration.Arm).Where(arm => arm != VideoArm.Untrained).Distinct().Order()];
        PanelFigure figure = new(1, targets.Length, panelHeight: 340)
        {
            Title = "Tab. 5: error of progress, by split",
            Note = $"{source}: {VideoSizes.Of(records)}<br>mean ± standard deviation over tasks, lower is better; dotted: always predicting the mean training target; untrained is off the chart",
        };
        for (int column = 0; column < targets.Length; column++)
        {
            ProgressTarget target = targets[column];
            figure.Panel(0, column, target == ProgressTarget.Fraction ? "(a) percent" : "(b) frames", "split", $"RMSE, {target.Unit()}", ticks: [.. splits.Select((_, i) => (double)i)], tickTexts: [.. splits.Select(split => $"S{split}")]);
            VideoRecord[] own = [.. records.Where(record => record.Configuration.Target == target)];
            figure.Line(0, column, splits.Select((_, i) => (double)i), splits.Select(split => VideoSizes.OverTasks(own.Where(record => record.Configuration.Split == split), record => record.ConstantRmse).Mean), "constant", Palette.Curve, dash: "dot");
            for (int i = 0; i < arms.Length; i++)
            {
                VideoArm arm = arms[i];
                double shift = (i - (arms.Length - 1) / 2.0) * 0.14;
                (double Mean, double Low, double High)[] estimates =
                [
                    .. splits.Select(split => VideoSizes.OverTasks(own.Where(record => record.Configuration.Split == split && record.Configuration.Arm == arm), record => record.Rmse))
                        .Select(estimate => (estimate.Mean, estimate.Mean - estimate.Deviation, estimate.Mean + estimate.Deviation)),
                ];
                figure.Estimates(0, column, [.. splits.Select((_, index) => index + shift)], estimates, arm.DisplayName(), Palette.Of(arm));
            }
        }

        return figure.Build();
    }
}
