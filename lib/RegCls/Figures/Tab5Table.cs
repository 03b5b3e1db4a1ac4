using Deedle;
using RegCls.Data.Video;
using RegCls.Studies.Video;

namespace RegCls.Figures;

/// <summary>Tab. 5, ours and the published one.</summary>
public static class Tab5Table
{
    /// <summary>One row an arm, and one for always predicting the mean training target; one column a split: mean (standard deviation) over tasks.</summary>
    /// <param name="records">Records of test videos.</param>
    /// <param name="target">Tab. 5 a or b.</param>
    public static Frame<int, string> Create(IReadOnlyList<VideoRecord> records, ProgressTarget target)
    {
        VideoRecord[] own = [.. records.Where(record => record.Configuration.Target == target)];
        int[] splits = [.. own.Select(record => record.Configuration.Split).Distinct().Order()];
        VideoArm[] arms = [.. own.Select(record => record.Configuration.Arm).Distinct().Order()];
        int[] rows = [.. Enumerable.Range(0, arms.Length + 1)];
        Dictionary<string, Series<int, object>> columns = new()
        {
            [$"RMSE, {target.Unit()}"] = new(rows, arms.Select(object (arm) => arm.DisplayName()).Append("constant")),
        };
        foreach (int split in splits)
        {
            VideoRecord[] ofSplit = [.. own.Where(record => record.Configuration.Split == split)];
            columns[$"S{split}"] = new(
                rows,
                arms.Select(object (arm) => Text(VideoSizes.OverTasks(ofSplit.Where(record => record.Configuration.Arm == arm), record => record.Rmse)))
                    .Append(Text(VideoSizes.OverTasks(ofSplit.Where(record => record.Configuration.Arm == VideoArm.Reg), record => record.ConstantRmse))));
        }

        return Frame.FromColumns(columns);
    }

    /// <summary>The published table of a unit, with the authors' later numbers; an empty entry is empty in the paper.</summary>
    public static Frame<int, string> Published(IReadOnlyList<PublishedTab5> published, ProgressTarget target)
    {
        (string Source, string Arm)[] names = [.. published.Where(entry => entry.Unit == target.Unit()).Select(entry => (entry.Source, entry.Arm)).Distinct()];
        int[] rows = [.. Enumerable.Range(0, names.Length)];
        Dictionary<string, Series<int, object>> columns = new()
        {
            [$"published RMSE, {target.Unit()}"] = new(rows, names.Select(object (name) => name.Source == "paper" ? name.Arm : $"{name.Arm}, authors' later numbers")),
        };
        foreach (int split in published.Select(entry => entry.Split).Distinct().Order())
        {
            columns[$"S{split}"] = new(rows, names.Select(object (name) =>
            {
                PublishedTab5 entry = published.Single(entry => entry.Unit == target.Unit() && entry.Source == name.Source && entry.Arm == name.Arm && entry.Split == split);
                return entry.StandardDeviation is { } deviation ? Text((entry.Mean, deviation)) : FormattableString.Invariant($"{entry.Mean:F2}");
            }));
        }

        return Frame.FromColumns(columns);
    }

    private static string Text((double Mean, double Deviation) value) => FormattableString.Invariant($"{value.Mean:F2} ({value.Deviation:F2})");
}
