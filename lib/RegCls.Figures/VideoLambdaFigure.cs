using Plotly.NET;
using RegCls.Data.Video;
using RegCls.Studies.Video;

namespace RegCls.Figures;

/// <summary>A search for λ of the video study: the error on validation videos against λ.</summary>
public static class VideoLambdaFigure
{
    /// <summary>One panel a unit, one line an arm: mean over tasks, splits and left-out persons; dotted: always predicting the mean training target.</summary>
    /// <param name="records">Records of one search.</param>
    /// <param name="source">What the records are.</param>
    /// <exception cref="ArgumentException">There are no records, or some are of test videos.</exception>
    public static GenericChart Create(IReadOnlyList<VideoRecord> records, string source)
    {
        if (records.Count == 0 || records.Any(record => record.Configuration.Part == VideoPart.Test))
        {
            throw new ArgumentException("The chart needs records of a search for λ, got none or records of test videos.", nameof(records));
        }

        ProgressTarget[] targets = [.. records.Select(record => record.Configuration.Target).Distinct().Order()];
        PanelFigure figure = new(1, targets.Length, panelHeight: 340)
        {
            Title = "The search for λ: error on validation videos",
            Note = $"{source}: {VideoSizes.Of(records)}<br>mean over tasks and splits; dotted: always predicting the mean training target",
        };
        for (int column = 0; column < targets.Length; column++)
        {
            ProgressTarget target = targets[column];
            VideoRecord[] own = [.. records.Where(record => record.Configuration.Target == target)];
            double[] lambdas = [.. own.Select(record => record.Configuration.Lambda).Distinct().Order()];
            figure.Panel(0, column, target.Unit(), "λ", $"validation RMSE, {target.Unit()}", logarithmicX: true, ticks: lambdas);
            double constant = target.Scale() * own.Average(record => record.ConstantRmse);
            figure.Line(0, column, [lambdas[0], lambdas[^1]], [constant, constant], "constant", Palette.Curve, dash: "dot");
            foreach (IGrouping<VideoArm, VideoRecord> arm in own.GroupBy(record => record.Configuration.Arm).OrderBy(group => group.Key))
            {
                (double Lambda, double Rmse)[] means = [.. arm.GroupBy(record => record.Configuration.Lambda).OrderBy(group => group.Key).Select(group => (group.Key, target.Scale() * group.Average(record => record.Rmse)))];
                figure.Line(0, column, means.Select(point => point.Lambda), means.Select(point => point.Rmse), arm.Key.DisplayName(), Palette.Of(arm.Key), marker: "circle");
            }
        }

        return figure.Build();
    }
}
